// Reads schema.lua without running it: the table that it returns as data, and the modules that loading it needs.

import { LuaSource } from '../../lua/source';
import type { Expression } from '../../lua/syntax/tree';
import type { TableValue, Value } from '../../lua/values/value';
import { english } from '../../text';
import type { Json } from '../world/json';
import { typedef } from './fields';

/** Stands for what only running the file would tell: functions, computed values. */
export const opaque = { '<opaque>': true } as const;

export interface SchemaSource {
  /** The first thing that keeps the file from being compiled, with its line. */
  readonly syntaxError?: { readonly line: number; readonly message: string };
  /** Modules required while the file is loaded, in order; an unknown name is left out. */
  readonly modules: readonly string[];
  /** The returned table; `opaque` when it is computed, nothing when no table is returned. */
  readonly table?: Json;
}

const deepest = 40;

export function readSchema(text: string): SchemaSource {
  const source = new LuaSource('schema', text);
  const [problem] = source.problems;
  if (problem) {
    const line = text.slice(0, problem.at[0]).split('\n').length;
    return { syntaxError: { line, message: problem.message(english) }, modules: [] };
  }
  const modules = source.requires
    .filter(({ mention, isProtected }) => !isProtected && mention.scope === source.notes.main)
    .flatMap(({ module }) => (module === undefined ? [] : [module]));
  const { module, returnedValue } = source;
  if (module) return { modules, table: tableData(source, module, 0) };
  return returnedValue === undefined && source.returned ? { modules, table: opaque } : { modules };
}

function tableData(source: LuaSource, table: TableValue, depth: number): Json {
  if (depth > deepest) return opaque;
  const data = (node: Expression | undefined): Json =>
    node === undefined ? opaque : valueData(source, source.values.valueOf(node), depth + 1);
  if (table.fields.size === 0 && table.items.length > 0) return table.items.map(data);
  const entries = [...table.fields].map(([key, definitions]) => [
    key,
    data(definitions.at(-1)?.value),
  ]);
  const named = Object.fromEntries(entries);
  return table.isOpen ? { ...named, ...opaque } : named;
}

function valueData(source: LuaSource, value: Value | undefined, depth: number): Json {
  if (value?.kind === 'constant') return value.value;
  if (value?.kind === 'table') return tableData(source, value, depth);
  const path =
    value?.kind === 'path' ? value.path : value?.kind === 'object' ? value.path?.path : undefined;
  const [, name] = /^"kong\.db\.schema\.typedefs"\.(\w+)/.exec(path ?? '') ?? [];
  return name === undefined ? opaque : typedef(name);
}
