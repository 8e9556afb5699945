// Turns offsets into lines and columns, and back.
import type { Position, TextRange } from '../finding';
import type { Span } from './tree';

/** Line breaks as Lua and the editor see them: LF, CR LF and a lone CR. */
export class LineTable {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    this.#starts = lineStarts(text);
    this.#length = text.length;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: offset - this.startOf(line) };
  }

  range([start, end]: Span): TextRange {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Line that holds an offset, 0-based. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of the first character of a line; lines past the end begin at the end. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }
}

/** The first line without its end: the place for what is wrong with the file as a whole. */
export function firstLine(text: string): Span {
  return [0, /^[^\r\n]*/.exec(text)?.[0].length ?? 0];
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
