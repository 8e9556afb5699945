// Finds `f(, 1)` and `return , 1`, which the parser accepts although Lua does not.
import type { Notes } from './notes';
import type { SyntaxProblem } from './problem';

const openingBracket = 40;

export function findEmptyArguments(text: string, { calls, functions }: Notes): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const look = (opening: number, first: number) => {
    // Nearly always the first value follows the bracket at once.
    if (text.charCodeAt(first - 1) === openingBracket) return;
    const comma = commaBetween(text, opening, first);
    if (comma !== undefined) problems.push(problemAt(comma));
  };
  for (const { call } of calls) {
    if (call.type !== 'CallExpression' || call.arguments[0] === undefined) continue;
    look(call.base.range[1], call.arguments[0].range[0]);
  }
  for (const { returns } of functions) {
    for (const { arguments: values, range } of returns) {
      if (values[0] !== undefined) look(range[0] + 'return'.length, values[0].range[0]);
    }
  }
  return problems;
}

/** A comma right behind the opening bracket or `return`, comments aside. */
function commaBetween(text: string, from: number, to: number): number | undefined {
  const between = text.slice(from, to);
  if (!between.includes(',')) return undefined;
  const code = between.replace(/--\[(=*)\[.*?\]\1\]|--[^\r\n]*/gs, (comment) =>
    ' '.repeat(comment.length),
  );
  const match = /^[\s)]*\(?\s*,/.exec(code);
  return match === null ? undefined : from + match[0].length - 1;
}

function problemAt(comma: number): SyntaxProblem {
  return { at: [comma, comma + 1], message: (t) => t("an expression is expected near '{0}'", ',') };
}
