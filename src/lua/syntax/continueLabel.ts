// Where the label of a `goto continue` belongs: in front of the `end` of the loop around it.
import { type Token, tokensUntil } from './tokens';
import type { Span } from './tree';

interface Opening {
  readonly kind: 'loop' | 'function' | 'repeat' | 'other';
  /** `for … do` is one opening, not two. */
  hasDo: boolean;
}

/** Nothing where no loop is around, where it ends with `until`, or where the label is there already. */
export function continueLabel(
  text: string,
  offset: number,
): { at: Span; text: string } | undefined {
  const open: Opening[] = [];
  let loop: Opening | undefined;
  for (const token of tokensUntil(text, text.length)) {
    if (loop === undefined && token.start >= offset) {
      const around = open.findLast(({ kind }) => kind !== 'other');
      if (around?.kind !== 'loop') return undefined;
      loop = around;
    }
    const closed = token.kind === 'name' ? take(open, token) : undefined;
    if (loop !== undefined && closed === loop) return labelAt(text, offset, token.start);
  }
  return undefined;
}

/** What the token closes. */
function take(open: Opening[], { text }: Token): Opening | undefined {
  if (text === 'end' || text === 'until') return open.pop();
  const last = open.at(-1);
  if (text === 'do' && last?.kind === 'loop' && !last.hasDo) last.hasDo = true;
  else if (text === 'for' || text === 'while') open.push({ kind: 'loop', hasDo: false });
  else if (text === 'function' || text === 'repeat') open.push({ kind: text, hasDo: false });
  else if (text === 'if' || text === 'do') open.push({ kind: 'other', hasDo: false });
  return undefined;
}

function labelAt(text: string, from: number, end: number): { at: Span; text: string } | undefined {
  const body = text.slice(from, end);
  // Nothing can follow a `return`.
  if (/::\s*continue\s*::/.test(body) || /\breturn\b[^\r\n]*\s*$/.test(body)) return undefined;
  const [indent] = /[ \t]*$/.exec(text.slice(0, end)) ?? [''];
  const isFirst = /(?:^|[\r\n])[ \t]*$/.test(text.slice(0, end));
  const label = isFirst ? `  ::continue::\n${indent}` : '::continue:: ';
  return { at: [end, end], text: label };
}
