// Gets a tree out of a file with syntax errors: finds the pieces that fail, reports each, and blanks as little as helps.
import { type Parsed, parse } from '../parse';
import { blank, blankLine, cut, keepHeader, type Piece } from './pieces';
import type { SyntaxProblem } from './problem';
import type { Chunk, Span } from './tree';

export interface Recovered {
  readonly chunk: Chunk;
  readonly problems: readonly SyntaxProblem[];
  /** The pieces of which parts are not in the tree. */
  readonly lost: readonly LostPiece[];
}

export interface LostPiece extends Piece {
  /** A condition is among what is not in the tree: code that stays may depend on it. */
  readonly hasCondition: boolean;
}

/** Limits that keep the time for damaged text in proportion to its size. */
const piecesJoined = 8;
const linesBlanked = 3;
const rounds = 12;
/** A file with more broken pieces is no Lua any more: what follows is taken as one piece. */
const piecesRepaired = 60;
const problemsReported = 20;

interface Judged extends Piece {
  readonly kept: string;
  readonly problem?: SyntaxProblem;
}

export function parseTolerantly(text: string): Recovered {
  const whole = parse(text);
  if ('chunk' in whole) return { chunk: whole.chunk, problems: [], lost: [] };
  const judged = judge(cut(text));
  const kept = judged.map((piece) => piece.kept);
  const chunk = treeOf(judged, kept);
  const lost = judged.flatMap((piece, at) => lostIn(piece, kept[at] ?? ''));
  return { chunk, problems: worthTelling(judged, whole.problem), lost };
}

function lostIn({ start, text }: Piece, kept: string): LostPiece[] {
  if (text === kept) return [];
  const blanked = text.split('').map((character, at) => (character === kept[at] ? ' ' : character));
  const hasCondition = /\b(?:if|elseif|and|or|not|while|until)\b/.test(blanked.join(''));
  return [{ start, text, hasCondition }];
}

/** Names that lost pieces make local. */
export function namesDeclaredIn(lost: readonly Piece[]): Set<string> {
  const names = new Set<string>();
  const declaration = /\b(?:local(?:\s+function)?\s|for\s|function\b[^(\r\n]*\()([^=()\r\n]*)/g;
  for (const { text } of lost) {
    for (const [, list = ''] of text.matchAll(declaration)) {
      for (const name of list.match(/[A-Za-z_]\w*/g) ?? []) names.add(name);
    }
  }
  return names;
}

function judge(pieces: readonly Piece[]): Judged[] {
  const judged: Judged[] = [];
  let repaired = 0;
  for (let at = 0; at < pieces.length; ) {
    const joined = complete(pieces, at);
    if (joined.length > 0) judged.push(...joined);
    else if (repaired === piecesRepaired) return [...judged, takeOrLeave(pieces.slice(at))];
    else {
      judged.push(repair(pieces[at] as Piece));
      repaired += 1;
    }
    at += Math.max(joined.length, 1);
  }
  return judged;
}

/** All of it when it parses as it is, else nothing. */
function takeOrLeave(pieces: readonly Piece[]): Judged {
  const [first] = pieces as readonly [Piece];
  const text = pieces.map((piece) => piece.text).join('');
  const parsed = parse(text);
  if ('chunk' in parsed) return { start: first.start, text, kept: text };
  return {
    start: first.start,
    text,
    kept: blank(text),
    problem: shift(parsed.problem, first.start),
  };
}

/** As many pieces as make a whole that parses: a table or function whose lines begin at column 0 is several. */
function complete(pieces: readonly Piece[], first: number): Judged[] {
  let text = '';
  for (let at = first; at < Math.min(first + piecesJoined, pieces.length); at += 1) {
    text += pieces[at]?.text ?? '';
    const parsed = parse(text);
    if ('chunk' in parsed)
      return pieces.slice(first, at + 1).map((piece) => ({ ...piece, kept: piece.text }));
    if (parsed.problem.isOpen !== true) return [];
  }
  return [];
}

/** Blanks the lines at the errors, and where that does not help, the body or the whole piece. */
function repair(piece: Piece): Judged {
  const failed = parse(piece.text);
  if ('chunk' in failed) return { ...piece, kept: piece.text };
  const problem = shift(failed.problem, piece.start);
  const kept = withoutBadLines(piece.text, failed) ?? keepHeader(piece.text);
  return { ...piece, kept, problem };
}

function withoutBadLines(text: string, failed: Parsed): string | undefined {
  let [current, result] = [text, failed];
  for (let round = 0; round < linesBlanked && 'problem' in result; round += 1) {
    const [at] = result.problem.at;
    const before = current.slice(0, at).trimEnd().length;
    const tries = [
      blankLine(current, at),
      blankLine(current, before),
      blankLine(blankLine(current, at), before),
    ];
    const good = tries.find((candidate) => 'chunk' in parse(candidate));
    if (good !== undefined) return good.trim() === '' ? undefined : good;
    current = tries[0] as string;
    result = parse(current);
  }
  return undefined;
}

/** Each kept piece parses; together they may not (a `return` in the middle): then the disturbing ones go. */
function treeOf(judged: readonly Judged[], texts: string[]): Chunk {
  for (let round = 0; round < rounds; round += 1) {
    const parsed = parse(texts.join(''));
    if ('chunk' in parsed) return parsed.chunk;
    const [offset] = parsed.problem.at;
    const at = judged.findLastIndex(({ start }) => start <= offset);
    const bad = texts[at]?.trim() === '' ? at - 1 : at;
    texts[bad] = blank(texts[bad] ?? '');
  }
  return { type: 'Chunk', body: [], range: [0, 0] };
}

/**
 * Up to the place where the whole file fails all is well, whatever a piece on its own looks like; a beginning without
 * an end is told only when the file ends too early as well. Behind such a beginning only what begins anew is judged.
 */
function worthTelling(judged: readonly Judged[], whole: SyntaxProblem): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let isInside = false;
  for (const { problem, text } of judged) {
    const startsAnew = /^(?:local|function|return)\b/.test(text);
    if (problem === undefined) isInside &&= !startsAnew;
    else if (problem.isOpen) {
      if (whole.isOpen && !isInside) problems.push(problem);
      isInside = true;
    } else if (problem.at[1] >= whole.at[0] && (startsAnew || !isInside)) problems.push(problem);
  }
  return problems.length === 0 ? [whole] : problems.slice(0, problemsReported);
}

function shift(problem: SyntaxProblem, by: number): SyntaxProblem {
  const move = ([start, end]: Span): Span => [start + by, end + by];
  const { at, opening } = problem;
  return { ...problem, at: move(at), ...(opening && { opening: move(opening) }) };
}
