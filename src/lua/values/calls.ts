// What a call gives, for the functions whose effect on values is known.
import { argumentsOf, type Call, type Expression, type FunctionScope } from '../syntax/tree';
import type { Constant } from './constants';
import type { Paths } from './paths';
import { type ObjectValue, type PathValue, TableValue, type Value } from './value';

/** The part of the resolver that calls need. */
export interface Evaluator {
  readonly paths: Paths;
  valueOf(node: Expression, result?: number): Value | undefined;
  constantOf(node: Expression): Constant | undefined;
  textOf(node: Expression | undefined): string | undefined;
  tableOf(value: Value | undefined): TableValue | undefined;
}

export class CallValues {
  readonly #values: Evaluator;
  readonly #objects = new Map<Call, ObjectValue>();

  constructor(values: Evaluator) {
    this.#values = values;
  }

  valueOf(call: Call, result: number): Value | undefined {
    const callee = this.#values.valueOf(call.base);
    const known = callee?.kind === 'path' ? this.#knownCall(callee, call, result) : undefined;
    if (known !== undefined) return known;
    if (callee?.kind === 'function') {
      const returned = this.#returned(callee.scope, result);
      if (returned !== undefined) return returned;
    }
    return result > 0 ? undefined : this.#object(call, callee);
  }

  #knownCall(callee: PathValue, call: Call, result: number): Value | undefined {
    const [first, second] = argumentsOf(call);
    if (first === undefined) return undefined;
    if (callee.path === 'require' && result === 0) return this.#module(first);
    if (callee.path === 'setmetatable' && result === 0) return this.#withMetatable(first);
    if (callee.path === 'assert')
      return this.#values.valueOf(argumentsOf(call)[result] ?? first, 0);
    if (callee.path === 'tostring' && result === 0) {
      const value = this.#values.constantOf(first);
      return typeof value === 'string' ? { kind: 'constant', value } : undefined;
    }
    if (callee.path !== 'pcall' || result !== 1 || second === undefined) return undefined;
    const called = this.#values.valueOf(first);
    return called?.kind === 'path' && called.path === 'require' ? this.#module(second) : undefined;
  }

  #module(name: Expression): Value | undefined {
    const text = this.#values.textOf(name);
    return text === undefined ? undefined : this.#values.paths.module(text);
  }

  #withMetatable(node: Expression): Value | undefined {
    const value = this.#values.valueOf(node);
    const table = this.#values.tableOf(value);
    if (table !== undefined) table.isOpen = true;
    return value;
  }

  /** A function with a single `return` gives what stands there. */
  #returned({ returns }: FunctionScope, result: number): Value | undefined {
    const [only] = returns;
    if (returns.length !== 1 || only === undefined) return undefined;
    const last = only.arguments.length - 1;
    const node = only.arguments[Math.min(result, last)];
    return node && this.#values.valueOf(node, Math.max(0, result - last));
  }

  #object(call: Call, callee: Value | undefined): ObjectValue {
    const known = this.#objects.get(call);
    if (known !== undefined) return known;
    const table = new TableValue();
    table.isOpen = true;
    const path = callee?.kind === 'path' && !callee.isFar ? callee.result() : undefined;
    const made: ObjectValue = { kind: 'object', path, table };
    this.#objects.set(call, made);
    return made;
  }
}
