// Which part of the schema language a place in schema.lua belongs to, told by the tables around it.
import { typedefs } from '../../../schema/data/typedefs';
import { typedefsModule } from '../../../schema/evaluation/library';
import type { LuaSource } from '../../../source';
import {
  type Expression,
  isCall,
  type TableConstructor,
  type TableField,
} from '../../../syntax/tree';
import { placeholder } from '../../cursor/cursor';
import type { SyntaxNode } from '../../cursor/nodesAt';

/** What a table is in the schema language. */
export type Part =
  | { readonly kind: 'root' }
  /** `fields = { … }`; `isTop`: those of the plugin, else of a record. */
  | { readonly kind: 'fields'; readonly isTop: boolean; readonly isShorthand: boolean }
  /** `{ name = … }` in such a list. */
  | { readonly kind: 'field'; readonly isTop: boolean; readonly isShorthand: boolean }
  | { readonly kind: 'spec'; readonly type: string | undefined; readonly isShorthand: boolean }
  | { readonly kind: 'checks' }
  | { readonly kind: 'check' }
  | { readonly kind: 'checkParts'; readonly check: string }
  | { readonly kind: 'match' }
  /** The list of values of an attribute or of a part of a check. */
  | { readonly kind: 'values'; readonly attribute: string };

export interface SchemaPlace {
  readonly part: Part;
  readonly table: TableConstructor;
  /** Key that the place gives a value to; absent where a key or an item of a list stands. */
  readonly key: string | undefined;
  /** The definitions and records around, from the outside in. */
  readonly tables: readonly { readonly part: Part; readonly table: TableConstructor }[];
}

export function placeInSchema(
  path: readonly SyntaxNode[],
  source: LuaSource,
): SchemaPlace | undefined {
  const tables: { part: Part; table: TableConstructor }[] = [];
  let part: Part | undefined;
  let key: string | undefined;
  for (const [at, node] of path.entries()) {
    if (node.type === 'FunctionDeclaration') [part, key] = [undefined, undefined];
    if (node.type === 'TableKeyString')
      key = node.key.name === placeholder ? undefined : node.key.name;
    if (node.type !== 'TableConstructorExpression') continue;
    const above = path[at - 1];
    const outer = part;
    part = partOf(node, outer, key, above, source);
    key = undefined;
    if (part !== undefined) tables.push({ part, table: node });
  }
  const last = tables.at(-1);
  const innermost = path.findLast(({ type }) => type === 'TableConstructorExpression');
  if (part === undefined || last === undefined || last.table !== innermost) return undefined;
  return { part, table: last.table, key, tables };
}

function partOf(
  table: TableConstructor,
  outer: Part | undefined,
  key: string | undefined,
  above: SyntaxNode | undefined,
  source: LuaSource,
): Part | undefined {
  const changed = above === undefined ? undefined : typedefCalled(above, source);
  if (changed !== undefined) return { kind: 'spec', type: changed, isShorthand: false };
  if (outer === undefined) return outermost(table, source);
  switch (outer.kind) {
    case 'root':
      return ofList(key, true);
    case 'fields':
      return { ...outer, kind: 'field' };
    case 'field':
      return spec(table, outer.isShorthand);
    case 'spec':
      if (key === 'elements' || key === 'keys' || key === 'values') return spec(table, false);
      return ofList(key, false) ?? { kind: 'values', attribute: key ?? '' };
    case 'checks':
      return { kind: 'check' };
    case 'check':
      return { kind: 'checkParts', check: key ?? '' };
    case 'checkParts':
      return key?.endsWith('_match') ? { kind: 'match' } : { kind: 'values', attribute: key ?? '' };
    case 'match':
      return { kind: 'values', attribute: key ?? '' };
    default:
      return undefined;
  }
}

function ofList(key: string | undefined, isTop: boolean): Part | undefined {
  if (key === 'fields') return { kind: 'fields', isTop, isShorthand: false };
  if (key === 'shorthand_fields') return { kind: 'fields', isTop, isShorthand: true };
  return key === 'entity_checks' ? { kind: 'checks' } : undefined;
}

/** A table that stands alone: what the file returns, or a definition for later use. */
function outermost(table: TableConstructor, source: LuaSource): Part | undefined {
  if (source.pluginSchema.root?.node === table) return { kind: 'root' };
  const isDefinition = source.pluginSchema.specs.some(
    ({ spec: { table: known } }) => known.node === table,
  );
  if (isDefinition || keyed(table, 'type') !== undefined) return spec(table, false);
  if (keyed(table, 'fields') !== undefined) return { kind: 'root' };
  const list = source.pluginSchema.lists.find((one) => one.table.node === table);
  return list && { kind: 'fields', isTop: false, isShorthand: false };
}

function spec(table: TableConstructor, isShorthand: boolean): Part {
  const type = keyed(table, 'type');
  const text = type?.type === 'StringLiteral' ? type.raw.slice(1, -1) : undefined;
  return { kind: 'spec', type: text, isShorthand };
}

/** `typedefs.port { default = 80 }` changes a definition: its type. */
function typedefCalled(call: SyntaxNode, { values }: LuaSource): string | undefined {
  if (!('base' in call) || !isCall(call as Expression)) return undefined;
  const value = values.valueOf(call.base);
  if (value?.kind !== 'path' || value.parent?.module !== typedefsModule) return undefined;
  return String(typedefs[value.name]?.type);
}

export function keyed(table: TableConstructor, key: string): Expression | undefined {
  return table.fields.find((field) => keyOf(field) === key)?.value;
}

export function keyOf(field: TableField): string | undefined {
  return field.type === 'TableKeyString' ? field.key.name : undefined;
}
