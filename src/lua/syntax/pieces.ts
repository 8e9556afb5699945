// Cuts a file that does not parse into pieces that begin at column 0, and blanks parts of them.

export interface Piece {
  readonly start: number;
  readonly text: string;
}

/** What can begin a statement at column 0: not `end`, `else`, `until`, a bracket or a table field. */
const statementStart =
  /^(?:(?:local|function|return|if|for|while|repeat|do|goto)\b|(?!(?:end|else|elseif|until|then|and|or|not|in)\b)[A-Za-z_]\w*\s*(?:[.:[("'{]|=[^=]|,[^\r\n]*=))/gm;

export function cut(text: string): Piece[] {
  const starts = [...text.matchAll(statementStart)].map(({ index }) => index);
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, at) => ({ start, text: text.slice(start, starts[at + 1]) }));
}

/** Spaces instead of text: all offsets and lines stay. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The text with one line blanked, given any offset in it. */
export function blankLine(text: string, offset: number): string {
  const start =
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = text.slice(offset).search(/[\r\n]/);
  const end = rest === -1 ? text.length : offset + rest;
  return text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
}

const functionHeader =
  /^(?:(?:local\s+)?function\s+[\w.:]+|(?:local\s+)?[\w.]+\s*=\s*function)\s*\([^()]*\)/;

/** An empty function in place of one whose body cannot be read, so that its name and parameters stay. */
export function keepHeader(text: string): string {
  const header = functionHeader.exec(text)?.[0];
  if (header === undefined) return blank(text);
  const body = blank(text.slice(header.length));
  const room = body.search(/ {4}/);
  if (room === -1) return blank(text);
  return `${header + body.slice(0, room)} end${body.slice(room + 4)}`;
}
