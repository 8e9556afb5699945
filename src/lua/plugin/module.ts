// What is known of a member of the table that handler.lua returns.
import type { LuaSource } from '../source';
import type { Expression, Span } from '../syntax/tree';
import type { TableValue, Value } from '../values/value';

export type Member =
  | { readonly state: 'missing' }
  | { readonly state: 'unknown' }
  /** `value`: a constant, or `undefined` for a table or function, which no constant equals. */
  | { readonly state: 'known'; readonly node: Expression; readonly value: unknown };

export function describeMember(source: LuaSource, table: TableValue, key: string): Member {
  const definitions = table.fields.get(key);
  if (definitions === undefined)
    return { state: table.isOpen || source.isDamaged ? 'unknown' : 'missing' };
  const last = definitions.at(-1);
  if (last?.value === undefined || definitions.some(({ isConditional }) => isConditional)) {
    return { state: 'unknown' };
  }
  const value = source.values.valueOf(last.value);
  const known = value && constantOf(value);
  return known === undefined
    ? { state: 'unknown' }
    : { state: 'known', node: last.value, ...known };
}

function constantOf(value: Value): { value: unknown } | undefined {
  switch (value.kind) {
    case 'constant':
      return { value: value.value };
    case 'table':
    case 'function':
      return { value: undefined };
    case 'path':
      return value.path === 'math.huge' ? { value: Number.POSITIVE_INFINITY } : undefined;
    default:
      return undefined;
  }
}

/** The name of the variable that holds the returned table, else where the table begins, else the `return`. */
export function nameOfModule({ variables, returned }: LuaSource, { node }: TableValue): Span {
  const holder = variables.find(({ init }) => node !== undefined && init === node);
  if (holder?.declaration !== undefined) return holder.declaration.range;
  if (node !== undefined) return [node.range[0], node.range[0] + 1];
  return returned?.range ?? [0, 0];
}
