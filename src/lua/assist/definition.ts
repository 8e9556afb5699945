// Where schema.lua declares the field of the configuration that handler.lua uses at a place.
import type { TextRange } from '../finding';
import type { LuaSource } from '../source';
import { nodesAt } from './cursor/nodesAt';
import { fieldAt, namesBelowConf } from './knowledge/configuration';

export interface Definition {
  /** The name in handler.lua. */
  readonly origin: TextRange;
  /** Its declaration in schema.lua. */
  readonly target: TextRange;
}

export function definitionAt(
  handler: LuaSource,
  schema: LuaSource,
  offset: number,
): Definition | undefined {
  const path = nodesAt(handler.chunk, offset);
  const [node, parent] = [path.at(-1), path.at(-2)];
  if (node?.type !== 'Identifier' || parent?.type !== 'MemberExpression') return undefined;
  if (parent.identifier !== node) return undefined;
  const names = namesBelowConf(handler, parent);
  const at = names && fieldAt(schema, names)?.at;
  if (at === undefined) return undefined;
  return { origin: handler.lines.range(node.range), target: schema.lines.range(at) };
}
