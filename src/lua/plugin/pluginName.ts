// The name that schema.lua gives the plugin.
import type { LuaSource } from '../source';
import type { Expression } from '../syntax/tree';

export interface PluginName {
  readonly node: Expression;
  /** Absent when it is not a constant. */
  readonly text: string | undefined;
}

export function pluginName(schema: LuaSource): PluginName | undefined {
  const definitions = schema.module?.fields.get('name');
  const node = definitions?.at(-1)?.value;
  if (node === undefined) return undefined;
  const isCertain = definitions?.length === 1;
  return { node, text: isCertain ? schema.values.textOf(node) : undefined };
}
