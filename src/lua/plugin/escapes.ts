// Whether a table of the configuration gets out of sight: handed on, gone through, stored.
import type { LuaSource } from '../source';
import type { Mention } from '../syntax/notes';
import { argumentsOf, type Call, type Expression, type Variable } from '../syntax/tree';
import type { PathValue } from '../values/value';

export class Escapes {
  readonly #source: LuaSource;
  readonly #holders = new Map<PathValue, Variable[]>();
  readonly #mentions = new Map<Variable, Mention[]>();
  /** How many locals begin as another one. */
  readonly #aliases = new Map<Variable, number>();
  readonly #inits = new Set<Expression>();

  constructor(source: LuaSource) {
    this.#source = source;
    for (const variable of source.variables) this.#addVariable(variable);
    for (const mention of source.notes.mentions) {
      const root = rootOf(mention.node);
      if (root !== undefined) addTo(this.#mentions, root, mention);
    }
  }

  /** Any of the table's fields may be read where this file does not show it. */
  has(path: PathValue): boolean {
    const holders = this.#holders.get(path) ?? [];
    return holders.some((holder) => this.#hasUnseenRead(holder)) || this.#isUsedWhole(path);
  }

  #addVariable(variable: Variable): void {
    const { init, result } = variable;
    const value = this.#source.values.valueOfVariable(variable);
    if (value?.kind === 'path') addTo(this.#holders, value, variable);
    if (init === undefined) return;
    this.#inits.add(init);
    if (result > 0 || init.type !== 'Identifier' || init.variable === undefined) return;
    this.#aliases.set(init.variable, (this.#aliases.get(init.variable) ?? 0) + 1);
  }

  /** More reads than there are members taken, aliases made, and calls of functions that are followed. */
  #hasUnseenRead(holder: Variable): boolean {
    let seen = this.#aliases.get(holder) ?? 0;
    for (const { node, role, site } of this.#mentions.get(holder) ?? []) {
      if (node.type !== 'Identifier') {
        seen += this.#source.values.valueOf(node) === undefined ? 0 : 1;
      } else if (role === 'argument' && site !== undefined) {
        seen += this.#isFollowed(node, site.call, holder) ? 1 : 0;
      }
    }
    return holder.reads > seen || holder.writes.length > 0;
  }

  #isFollowed(node: Expression, call: Call, holder: Variable): boolean {
    const { values } = this.#source;
    const callee = values.valueOf(call.base);
    if (callee?.kind !== 'function') return false;
    const shift = call.base.type === 'MemberExpression' && call.base.indexer === ':' ? 1 : 0;
    const parameter = callee.scope.parameters[argumentsOf(call).indexOf(node) + shift];
    if (parameter === undefined) return false;
    return values.valueOfVariable(parameter) === values.valueOfVariable(holder);
  }

  /** `conf.record` itself, anywhere but in a condition or as the value of a local name. */
  #isUsedWhole(path: PathValue): boolean {
    return (this.#source.uses.get(path) ?? []).some(({ mention: { node, role } }) => {
      if (node.type === 'Identifier' || role === 'test') return false;
      return role !== 'read' || !this.#inits.has(node);
    });
  }
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function rootOf(node: Expression): Variable | undefined {
  let at = node;
  while (at.type === 'MemberExpression' || at.type === 'IndexExpression') at = at.base;
  return at.type === 'Identifier' ? at.variable : undefined;
}
