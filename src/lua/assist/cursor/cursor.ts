// The place that the editor asks about, in text that may be half-typed: mended so that it parses, and read as a tree.
import type { PluginFile, TextRange } from '../../finding';
import { parse } from '../../parse';
import { LuaSource } from '../../source';
import { LineTable } from '../../syntax/lines';
import { cut } from '../../syntax/pieces';
import { type Token, tokensUntil } from '../../syntax/tokens';
import type { Span } from '../../syntax/tree';
import { chainStart, followsExpression, isExpressionStart } from './grammar';
import { nodesAt, type SyntaxNode } from './nodesAt';
import { OpenBlocks } from './openBlocks';

/** Stands where the word at the cursor is. */
export const placeholder = '__here__';

export interface Cursor {
  /** The file with a placeholder for the word at the cursor; all offsets in front of it are those of the text. */
  readonly source: LuaSource;
  /** From the file down to the placeholder, or to the string literal. */
  readonly path: readonly SyntaxNode[];
  /** The word, or what the string holds. */
  readonly word: Span;
  readonly range: TextRange;
  readonly isInString: boolean;
  /** A dot or a colon is in front of the word. */
  readonly isMember: boolean;
  /** In brackets, behind a value: a comma or an operator is missing. */
  readonly isBehindValue: boolean;
  /** The word begins a statement. */
  readonly isStatement: boolean;
  /** The word names a function that is being defined. */
  readonly isFunctionName: boolean;
  /** In no block and no bracket. */
  readonly isOutermost: boolean;
  /** What follows the word: `(`, or undefined at the end of the file. */
  readonly next: Token | undefined;
  /** What follows stands on a line further down. */
  readonly isLastOfLine: boolean;
}

/** Nothing inside comments and numbers. */
export function findCursor(file: PluginFile, text: string, offset: number): Cursor | undefined {
  const all = tokensUntil(text, offset);
  const next = nextToken(all, offset);
  const before = all.filter(({ start, kind }) => start < offset && kind !== 'comment');
  const inside = all.findLast(
    ({ start, end, isOpen }) => start < offset && (offset < end || isOpen),
  );
  if (inside?.kind === 'comment' && (offset < inside.end || isOpenAt(inside, offset)))
    return undefined;
  const last = before.at(-1);
  if (last !== undefined && last.end >= offset && last.kind === 'number') return undefined;
  if (last?.kind === 'string' && (offset < last.end || (last.isOpen && offset === last.end))) {
    return stringCursor(file, text, before, last, next);
  }
  const isWord = last?.kind === 'name' && last.end >= offset;
  const word: Span = isWord ? [last.start, last.end] : [offset, offset];
  return wordCursor(file, text, isWord ? before.slice(0, -1) : before, word, next);
}

function isOpenAt({ end, isOpen }: Token, offset: number): boolean {
  return isOpen && offset <= end;
}

function nextToken(all: readonly Token[], offset: number): Token | undefined {
  const last = all.at(-1);
  return last !== undefined && last.start >= offset && last.kind !== 'comment' ? last : undefined;
}

function wordCursor(
  file: PluginFile,
  text: string,
  before: readonly Token[],
  word: Span,
  next: Token | undefined,
): Cursor {
  const open = new OpenBlocks(before);
  const first = chainStart(before);
  const isFunctionName = before[first - 1]?.text === 'function';
  const isInBracket = /^[([{]$/.test(open.innermost ?? '');
  const isBehind = !isFunctionName && !followsExpression(before[first - 1]);
  const isStatement = isBehind && !isInBracket;
  const isCalled = next !== undefined && (/^[(={,]$/.test(next.text) || next.kind === 'string');
  let insert = placeholder;
  if (isFunctionName && next?.text !== '(') insert += '() end';
  if (isStatement && !isCalled) insert += '()';
  if (open.innermost === '{' && isExpressionStart(next)) insert += ',';
  const source = mended(file, text, word, open, insert, insert);
  return {
    source,
    path: nodesAt(source.chunk, word[0]),
    word,
    range: new LineTable(text).range(word),
    isInString: false,
    isMember: first < before.length,
    isBehindValue: isBehind && isInBracket && before[first - 1]?.text !== ';',
    isStatement,
    isFunctionName,
    isOutermost: open.innermost === undefined,
    next,
    isLastOfLine: next === undefined || /[\r\n]/.test(text.slice(word[1], next.start)),
  };
}

function stringCursor(
  file: PluginFile,
  text: string,
  before: readonly Token[],
  literal: Token,
  next: Token | undefined,
): Cursor {
  const open = new OpenBlocks(before);
  const [opening = '"'] = /^\[=*\[|^./.exec(literal.text) ?? [];
  const closing = opening.replaceAll('[', ']');
  const word: Span = [
    literal.start + opening.length,
    literal.end - (literal.isOpen ? 0 : closing.length),
  ];
  const inner = text.slice(...word);
  const closed = inner + closing;
  const source = mended(file, text, word, open, literal.isOpen ? closed : inner, closed);
  return {
    source,
    path: nodesAt(source.chunk, literal.start),
    word,
    range: new LineTable(text).range(word),
    isInString: true,
    isMember: false,
    isBehindValue: false,
    isStatement: false,
    isFunctionName: false,
    isOutermost: false,
    next,
    isLastOfLine: true,
  };
}

/**
 * The text with something else in place of the word. Where that does not parse, what is open at the word is closed
 * there, and the file goes on with what begins at the start of a line.
 */
function mended(
  file: PluginFile,
  text: string,
  [start, end]: Span,
  open: OpenBlocks,
  insert: string,
  insertBeforeCut: string,
): LuaSource {
  const [head, tail] = [text.slice(0, start), text.slice(end)];
  const whole = head + insert + tail;
  // To count what is open costs a fraction of an attempt to parse.
  const { isBalanced } = new OpenBlocks(tokensUntil(whole, whole.length));
  const parsed = isBalanced ? parse(whole) : undefined;
  if (parsed !== undefined && 'chunk' in parsed) return new LuaSource(file, whole, parsed.chunk);
  const rest = cut(tail)
    .slice(1)
    .map((piece) => piece.text)
    .join('');
  return new LuaSource(file, `${head}${insertBeforeCut}${open.closing}\n${rest}`);
}
