// Whether a table of the configuration gets out of sight: handed on, gone through, stored.
import type { LuaSource } from '../source';
import { argumentsOf, type Expression, type Variable } from '../syntax/tree';
import type { PathValue } from '../values/value';

/** Any of the table's fields may then be read where this file does not show it. */
export function escapes(source: LuaSource, path: PathValue): boolean {
  const holders = source.variables.filter(
    (variable) => source.values.valueOfVariable(variable) === path,
  );
  return holders.some((holder) => hasUnseenRead(source, holder)) || isUsedWhole(source, path);
}

/** More reads than there are members taken, aliases made, and calls of functions that are followed. */
function hasUnseenRead(source: LuaSource, holder: Variable): boolean {
  let seen = 0;
  for (const { node, role, site } of source.notes.mentions) {
    if (rootOf(node) !== holder) continue;
    if (node.type !== 'Identifier') seen += source.values.valueOf(node) === undefined ? 0 : 1;
    else if (role === 'argument' && site !== undefined) {
      seen += isFollowed(source, node, site.call, holder) ? 1 : 0;
    }
  }
  for (const { init, result } of source.variables) {
    if (result === 0 && init?.type === 'Identifier' && init.variable === holder) seen += 1;
  }
  return holder.reads > seen || holder.writes.length > 0;
}

function isFollowed(
  { values }: LuaSource,
  node: Expression,
  call: Parameters<typeof argumentsOf>[0],
  holder: Variable,
): boolean {
  const callee = values.valueOf(call.base);
  if (callee?.kind !== 'function') return false;
  const shift = call.base.type === 'MemberExpression' && call.base.indexer === ':' ? 1 : 0;
  const parameter = callee.scope.parameters[argumentsOf(call).indexOf(node) + shift];
  return (
    parameter !== undefined && values.valueOfVariable(parameter) === values.valueOfVariable(holder)
  );
}

/** `conf.record` itself, anywhere but in a condition or as the value of a local name. */
function isUsedWhole({ uses, variables }: LuaSource, path: PathValue): boolean {
  return (uses.get(path) ?? []).some(({ mention: { node, role } }) => {
    if (node.type === 'Identifier' || role === 'test') return false;
    return role !== 'read' || !variables.some(({ init }) => init === node);
  });
}

function rootOf(node: Expression): Variable | undefined {
  let at = node;
  while (at.type === 'MemberExpression' || at.type === 'IndexExpression') at = at.base;
  return at.type === 'Identifier' ? at.variable : undefined;
}
