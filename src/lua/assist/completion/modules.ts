// Names of modules inside the string of a `require`.

import { decodeNames } from '../../gateway/data/decode';
import { luaModules, schemaModules } from '../../gateway/data/sandboxNames';
import { allowedModules } from '../../gateway/sandbox';
import { argumentsOf, type Expression, isCall } from '../../syntax/tree';
import type { Resolver } from '../../values/resolver';
import type { SyntaxNode } from '../cursor/nodesAt';
import { moduleRefusal } from '../knowledge/refusal';
import type { Suggestion } from '../request';
import type { CompletionPlace } from './place';

/** Nothing where the string names no module. */
export function moduleSuggestions(place: CompletionPlace): Suggestion[] | undefined {
  const { request, cursor, node, parent } = place;
  if (!isModuleName(cursor.source.values, node, parent)) return undefined;
  if (request.file === 'schema') {
    const names = [...decodeNames(schemaModules), ...decodeNames(luaModules)];
    return names.map((label) => ({ label, kind: 'module' }));
  }
  const sandbox = request.sandbox === 'strict' ? 'lax' : request.sandbox;
  return allowedModules(sandbox).map((label) => {
    const refusal = moduleRefusal(label, request);
    return { label, kind: 'module', ...(refusal !== undefined && { refusal }) };
  });
}

/** `require "…"`, `require("…")`, `pcall(require, "…")` */
export function isModuleName(
  values: Resolver,
  node: SyntaxNode | undefined,
  parent: SyntaxNode | undefined,
): boolean {
  if (node?.type !== 'StringLiteral' || parent === undefined || !('base' in parent)) return false;
  if (!isCall(parent)) return false;
  const [first, second] = argumentsOf(parent);
  const isRequire = (at: Expression | undefined) => {
    const value = at && values.valueOf(at);
    return value?.kind === 'path' && value.path === 'require';
  };
  return isRequire(parent.base) ? first === node : isRequire(first) && second === node;
}
