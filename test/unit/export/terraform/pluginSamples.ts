// A config for every plugin that the provider has a resource for, with each property that it knows.
import {
  type Members,
  type PluginShape,
  parsePairs,
  pluginShape,
  type Shape,
} from '../../../../src/export/terraform/pluginShape';
import { pluginShapes } from '../../../../src/export/terraform/pluginShapes';

export const pluginNames: readonly string[] = pluginShapes
  .trim()
  .split('\n')
  .map((line) => line.slice(0, line.indexOf(' ')));

export function shapeOf(name: string): PluginShape {
  const shape = pluginShape(name);
  if (shape === undefined) throw new Error(`no shape for ${name}`);
  return shape;
}

/** `secret` stands where Kong encrypts. */
export function fullConfig(name: string, text: string, secret = text): Record<string, unknown> {
  const config = parsePairs(`config:${shapeOf(name).config}`).get('config');
  const value = config === undefined ? undefined : sample(config, text, secret);
  if (typeof value !== 'object' || value === null) throw new Error(`${name} takes no object`);
  return { ...value };
}

function sample(shape: Shape, text: string, secret: string): unknown {
  switch (shape.kind) {
    case 'text':
      return shape.isSecret ? secret : text;
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'json':
      return { any: [text, 1, null] };
    case 'list':
      return shape.of.kind === 'oneOf'
        ? choices(shape.of.members, text, secret)
        : [sample(shape.of, text, secret)];
    case 'map':
      return { [text || 'x']: sample(shape.of, text, secret) };
    case 'object':
      return Object.fromEntries(
        [...shape.members].map(([name, of]) => [name, sample(of, text, secret)]),
      );
    case 'oneOf':
      return choices(shape.members, text, secret)[0];
  }
}

function choices(members: Members, text: string, secret: string): readonly unknown[] {
  return [...members].map(([type, of]) => ({ ...(sample(of, text, secret) as object), type }));
}
