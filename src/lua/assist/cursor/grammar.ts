// What the tokens around a place say about it.
import type { Token } from '../../syntax/tokens';

/** Index of the first token of the chain `a.b(c).` that ends here; the number of tokens where there is none. */
export function chainStart(tokens: readonly Token[]): number {
  let first = tokens.length;
  while (/^[.:]$/.test(tokens[first - 1]?.text ?? '')) {
    const start = operandStart(tokens, first - 2);
    if (start === undefined) return first;
    first = start;
  }
  return first;
}

/** Start of the name, call or index that ends at a token. */
function operandStart(tokens: readonly Token[], last: number): number | undefined {
  let at = last;
  while (/^[)\]]$/.test(tokens[at]?.text ?? '')) {
    const opening = openingOf(tokens, at);
    if (opening === undefined) return undefined;
    const isPlain = tokens[at]?.text === ')' && !endsOperand(tokens[opening - 1]);
    if (isPlain) return opening;
    at = opening - 1;
  }
  return tokens[at]?.kind === 'name' || tokens[at]?.kind === 'string' ? at : undefined;
}

function openingOf(tokens: readonly Token[], closing: number): number | undefined {
  let depth = 0;
  for (let at = closing; at >= 0; at -= 1) {
    const text = tokens[at]?.text ?? '';
    if (/^[)\]}]$/.test(text)) depth += 1;
    else if (/^[([{]$/.test(text)) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

const keywords: ReadonlySet<string> = new Set(
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(
    ' ',
  ),
);
const values = /^(?:nil|true|false|\.\.\.|end)$/;

export function isKeyword(name: string): boolean {
  return keywords.has(name);
}

export const allKeywords: readonly string[] = [...keywords];

function endsOperand(token: Token | undefined): boolean {
  return token?.kind === 'name' ? !isKeyword(token.text) : /^[)\]]$/.test(token?.text ?? '');
}

/** An expression, not a statement, comes behind this token. */
export function followsExpression(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'string' || token.kind === 'number') return false;
  if (token.kind === 'name') {
    return /^(?:and|or|not|if|elseif|while|until|return|in|local|for|goto)$/.test(token.text);
  }
  return !/^[)\]};]$/.test(token.text) && token.text !== '::' && !values.test(token.text);
}

/** The token begins an expression, so that in a table a comma is missing in front of it. */
export function isExpressionStart(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'string' || token.kind === 'number') return true;
  if (token.kind === 'name') {
    return !isKeyword(token.text) || /^(?:nil|true|false|not|function)$/.test(token.text);
  }
  return /^[{[#]$/.test(token.text);
}
