// Edits that quick fixes share: taking out a definition, adding a member to a table.
import type { Fix } from '../rule';
import type { LuaSource } from '../source';
import type { Span } from '../syntax/tree';
import type { FieldDefinition, TableValue } from '../values/value';

type Edit = Fix['edits'][number];

/** Takes out a field with its comma, or a statement with its line. */
export function removeDefinition(
  { text }: LuaSource,
  { extent, form }: Pick<FieldDefinition, 'extent' | 'form'>,
): Edit | undefined {
  if (extent === undefined) return undefined;
  const after = /[ \t]*[,;]?[ \t]*(?:--[^\r\n]*)?/y;
  after.lastIndex = extent[1];
  const more = form === 'field' ? (after.exec(text)?.[0].length ?? 0) : 0;
  return removeLines(text, [extent[0], extent[1] + more]);
}

/** Takes out a statement, with its line when nothing else is on it. */
export function removeStatement({ text }: LuaSource, statement: Span): Edit {
  return removeLines(text, statement);
}

function removeLines(text: string, [start, end]: Span): Edit {
  const lineStart = startOfIndent(text, start);
  const lineEnd = /[ \t]*;?[ \t]*(?:\r\n?|\n|$)/y;
  lineEnd.lastIndex = end;
  const rest = lineEnd.exec(text);
  const ownsLine = lineStart === 0 || /[\r\n]/.test(text[lineStart - 1] ?? '');
  if (!ownsLine || rest === null) return { at: [start, end], text: '' };
  return { at: [lineStart, end + rest[0].length], text: '' };
}

/** Adds a member at the top of a table constructor. */
export function insertField(
  source: LuaSource,
  table: Pick<TableValue, 'node'>,
  key: string,
  value: string,
): Edit | undefined {
  return insertEntry(source, table, `${key} = ${value}`);
}

/** Adds anything that can stand in a table constructor at its top. */
export function insertEntry(
  { text, lines }: LuaSource,
  { node }: Pick<TableValue, 'node'>,
  entry: string,
): Edit | undefined {
  if (node === undefined) return undefined;
  const at = node.range[0] + 1;
  const first = node.fields[0];
  if (first === undefined) return { at: [at, node.range[1] - 1], text: `\n  ${entry},\n` };
  const isSameLine = lines.lineAt(first.range[0]) === lines.lineAt(at);
  const [gap = ''] = /^\s*/.exec(text.slice(at, first.range[0])) ?? [];
  const separator = isSameLine ? ' ' : gap.slice(gap.search(/[\r\n]/));
  return {
    at: [at, at],
    text: `${separator}${entry},${isSameLine && gap === '' ? ' ' : ''}`,
  };
}

function startOfIndent(text: string, from: number): number {
  let start = from;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return start;
}
