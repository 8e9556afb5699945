// The texts an expression may stand for, where a condition chooses among known ones.
import type { Expression, Variable } from '../syntax/tree';
import type { Resolver } from './resolver';

/** Each text once; `[undefined]` where one of them is not known. */
export function possibleTexts(node: Expression, values: Resolver): (string | undefined)[] {
  const only = values.textOf(node);
  if (node.type !== 'Identifier' && node.type !== 'LogicalExpression') return [only];
  const texts = new Set(chosenFrom(node, values).map((choice) => values.textOf(choice)));
  return texts.size === 0 || texts.has(undefined) ? [only] : [...texts];
}

function chosenFrom(node: Expression, values: Resolver): readonly Expression[] {
  if (node.type === 'Identifier') return node.variable ? assigned(node.variable) : [];
  if (node.type !== 'LogicalExpression' || node.operator !== 'or') return [];
  const { left, right } = node;
  // `a and "x" or "y"` is either text; a constant in front of `or` is the only one.
  const isChoice = left.type === 'LogicalExpression' && left.operator === 'and';
  const isCertain = isChoice && values.constantOf(left.left) !== undefined;
  return isChoice && !isCertain ? [left.right, right] : [];
}

/** All that a local name is ever given. */
function assigned({ kind, init, result, writes }: Variable): readonly Expression[] {
  if (kind !== 'local' || result > 0 || writes.length === 0) return [];
  const given = writes.flatMap(({ value }) => value ?? []);
  const isDeclaredOnly = init === undefined || init.type === 'NilLiteral';
  return given.length < writes.length ? [] : [...(isDeclaredOnly ? [] : [init]), ...given];
}
