// Reads the table of what the provider takes in the config of a plugin.
import { pluginShapes, sharedShapes } from './pluginShapes';

export type Shape =
  | { readonly kind: 'text'; readonly isSecret: boolean }
  | { readonly kind: 'number' | 'boolean' | 'json' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'object'; readonly members: Members }
  | { readonly kind: 'oneOf'; readonly members: Members };

export type Members = ReadonlyMap<string, Shape>;

export interface PluginShape {
  /** Letters of scopes: service, route, consumer, consumer group (`g`). */
  readonly scopes: string;
  /** Type of the config, in the notation of `pluginShapes.ts`. */
  readonly config: string;
}

/** Undefined for a plugin that the provider has no resource of its own for. */
export function pluginShape(name: string): PluginShape | undefined {
  const line = pluginShapes.split('\n').find((each) => each.startsWith(`${name} `));
  const [, scopes = '', config = ''] = /^\S+ ([a-z]*) (.*)$/.exec(line ?? '') ?? [];
  return line === undefined ? undefined : { scopes, config };
}

/** Reads `name:type` pairs; the notation is told in `pluginShapes.ts`. */
export function parsePairs(pairs: string): Members {
  return parseMembers(pairs, 0)[0];
}

function parseMembers(text: string, start: number): [Members, number] {
  const members = new Map<string, Shape>();
  let at = start;
  while (at < text.length && text[at] !== ')') {
    const colon = text.indexOf(':', at);
    const [shape, end] = parseType(text, colon + 1);
    members.set(text.slice(at, colon), shape);
    at = text[end] === ' ' ? end + 1 : end;
  }
  return [members, at];
}

function parseType(text: string, at: number): [Shape, number] {
  const sign = text[at];
  if (sign === '[' || sign === 'm') {
    const [of, end] = parseType(text, at + 1);
    return [sign === '[' ? { kind: 'list', of } : { kind: 'map', of }, end];
  }
  if (sign === '(' || sign === '|') {
    const [members, end] = parseMembers(text, sign === '(' ? at + 1 : at + 2);
    return [sign === '(' ? { kind: 'object', members } : { kind: 'oneOf', members }, end + 1];
  }
  if (sign === '#') return parseShared(text, at);
  if (sign === 's') {
    const isSecret = text[at + 1] === '!';
    return [{ kind: 'text', isSecret }, at + (isSecret ? 2 : 1)];
  }
  return [{ kind: sign === 'n' ? 'number' : sign === 'b' ? 'boolean' : 'json' }, at + 1];
}

function parseShared(text: string, at: number): [Shape, number] {
  const number = /^\d+/.exec(text.slice(at + 1))?.[0] ?? '';
  const line = sharedShapes.split('\n').find((each) => each.startsWith(`${number} `));
  const members = parsePairs((line ?? '').slice(number.length + 1));
  return [{ kind: 'object', members }, at + 1 + number.length];
}
