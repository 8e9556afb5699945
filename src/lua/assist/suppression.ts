// The comments that switch a rule off, put where they belong.
import type { TextEdit } from '../finding';
import { LineTable } from '../syntax/lines';
import { tokensUntil } from '../syntax/tokens';

const names = '\\s+[\\w-]+(?:\\s*,\\s*[\\w-]+)*';
const forLine = new RegExp(`^[ \\t]*--.*\\bkong-disable-next-line${names}`);
const forFile = new RegExp(`^[ \\t]*--.*\\bkong-disable-file${names}`, 'm');

/** For the findings of a rule that begin on a line (0-based); nothing where no comment can stand above it. */
export function disableLine(text: string, rule: string, line: number): TextEdit | undefined {
  const lines = new LineTable(text);
  const start = lines.startOf(line);
  const isProgramLine = line === 0 && text.startsWith('#');
  if (isProgramLine || isInsideToken(text, start)) return undefined;
  const above = line === 0 ? '' : text.slice(lines.startOf(line - 1), start);
  const there = forLine.exec(above)?.[0];
  if (there !== undefined) {
    return insert(lines, lines.startOf(line - 1) + there.length, `, ${rule}`);
  }
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  return insert(lines, start, `${indent}-- kong-disable-next-line ${rule}${lineEnd(text)}`);
}

/** For all findings of a rule in the file. */
export function disableFile(text: string, rule: string): TextEdit {
  const lines = new LineTable(text);
  const there = forFile.exec(text);
  if (there !== null) return insert(lines, there.index + there[0].length, `, ${rule}`);
  const first = text.startsWith('#') ? lines.startOf(1) : 0;
  return insert(lines, first, `-- kong-disable-file ${rule}${lineEnd(text)}`);
}

/** The line begins inside a string or a comment that goes over several. */
function isInsideToken(text: string, offset: number): boolean {
  return tokensUntil(text, offset).some(({ start, end }) => start < offset && offset < end);
}

function insert(lines: LineTable, offset: number, text: string): TextEdit {
  return { range: lines.range([offset, offset]), text };
}

function lineEnd(text: string): string {
  return /\r\n|\n/.exec(text)?.[0] ?? '\n';
}
