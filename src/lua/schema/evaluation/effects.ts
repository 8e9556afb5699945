// Changes that code makes to tables after they were written: `t.x = v`, `table.insert(t, v)`, calls of helpers.
import type { MemberWrite, Notes } from '../../syntax/notes';
import {
  argumentsOf,
  type Call,
  type Expression,
  type FunctionScope,
  type IndexExpression,
} from '../../syntax/tree';
import { type Data, Entry, type Frame, type TableData, tableOf, unknown } from './datum';
import type { Evaluation } from './evaluation';

type Effect =
  | { readonly at: number; readonly isConditional: boolean; readonly write: MemberWrite }
  | { readonly at: number; readonly isConditional: boolean; readonly call: Call };

/** Functions of Lua that leave the tables they are given as they are. */
const harmless =
  /^(?:assert|error|ipairs|next|pairs|print|rawequal|rawget|rawlen|require|select|tonumber|tostring|type|unpack|(?:bit|math|os|string)\..*|table\.(?:concat|unpack|maxn|isempty|isarray|nkeys|clone))$/;

export class Effects {
  readonly #evaluator: Evaluation;
  readonly #byFunction = new Map<FunctionScope, Effect[]>();

  constructor(evaluator: Evaluation, { memberWrites, calls }: Notes) {
    this.#evaluator = evaluator;
    for (const write of memberWrites) {
      const at = write.target.range[0];
      this.#add(write.scope, { at, isConditional: write.isConditional, write });
    }
    for (const { call, scope, isConditional } of calls) {
      this.#add(scope, { at: call.range[1], isConditional, call });
    }
    for (const effects of this.#byFunction.values()) effects.sort((a, b) => a.at - b.at);
  }

  apply(frame: Frame): void {
    for (const effect of this.#byFunction.get(frame.scope) ?? []) {
      const isConditional = effect.isConditional || frame.isConditional;
      if ('write' in effect) this.#write(effect.write, frame, isConditional);
      else this.#call(effect.call, frame, isConditional);
    }
  }

  #add(scope: FunctionScope, effect: Effect): void {
    const known = this.#byFunction.get(scope);
    if (known === undefined) this.#byFunction.set(scope, [effect]);
    else known.push(effect);
  }

  #write({ target, value, statement }: MemberWrite, frame: Frame, isConditional: boolean): void {
    const base = this.#evaluator.evaluate(target.base, frame);
    const table = tableOf(base.data);
    if (table === undefined) {
      this.#changeSomething(target.base, base.data);
      return;
    }
    const read = () =>
      isConditional || value === undefined ? unknown : this.#evaluator.evaluate(value, frame);
    if (target.type === 'IndexExpression' && isEnd(target)) {
      this.#append(table, new Entry(undefined, undefined, undefined, read), isConditional);
      return;
    }
    const key = this.#evaluator.keyOf(target, frame);
    if (typeof key === 'string') {
      const at = target.type === 'MemberExpression' ? target.identifier.range : target.index.range;
      table.define(key, new Entry(key, at, statement, read));
    } else if (key === table.items.length + 1) {
      this.#append(table, new Entry(undefined, undefined, undefined, read), isConditional);
    } else if (key !== undefined && table.items[key - 1] !== undefined) {
      table.items[key - 1] = new Entry(undefined, undefined, undefined, read);
    } else table.open();
  }

  #append(table: TableData, entry: Entry, isConditional: boolean): void {
    if (isConditional) table.open();
    else table.items.push(entry);
  }

  #call(call: Call, frame: Frame, isConditional: boolean): void {
    const all = argumentsOf(call);
    const callee = this.#evaluator.dataOf(call.base, frame);
    if (callee?.kind === 'table') return;
    if (callee?.kind === 'function' && callee.scope !== undefined) {
      if (isConditional) this.#evaluator.runConditionally(call, frame);
      else this.#evaluator.evaluate(call, frame);
      return;
    }
    const value = this.#evaluator.values.valueOf(call.base);
    const path = value?.kind === 'path' ? value.path : undefined;
    if (path === 'table.insert') this.#insert(all, frame, isConditional);
    else if (path === undefined || !harmless.test(path)) this.#openAll(all, frame);
  }

  #insert(all: readonly Expression[], frame: Frame, isConditional: boolean): void {
    const [list, value] = all;
    const table = tableOf(this.#evaluator.dataOf(list, frame));
    if (table === undefined) {
      if (list !== undefined) this.#changeSomething(list, undefined);
    } else if (all.length !== 2 || value === undefined) table.open();
    else {
      const read = () => this.#evaluator.evaluate(value, frame);
      this.#append(table, new Entry(undefined, undefined, undefined, read), isConditional);
    }
  }

  /** Some table of the file is changed, and nobody knows which; tables from outside are no matter. */
  #changeSomething(node: Expression, data: Data | undefined): void {
    if (data !== undefined || this.#evaluator.values.valueOf(node)?.kind === 'path') return;
    this.#evaluator.certainty.isUncertain = true;
  }

  #openAll(all: readonly Expression[], frame: Frame): void {
    for (const node of all) {
      if (node.type !== 'Identifier' && node.type !== 'MemberExpression') continue;
      tableOf(this.#evaluator.dataOf(node, frame))?.open();
    }
  }
}

/** `t[#t + 1]` */
function isEnd({ base, index }: IndexExpression): boolean {
  if (index.type !== 'BinaryExpression' || index.operator !== '+') return false;
  const { left, right } = index;
  return (
    left.type === 'UnaryExpression' &&
    left.operator === '#' &&
    right.type === 'NumericLiteral' &&
    right.value === 1 &&
    isSameName(left.argument, base)
  );
}

function isSameName(one: Expression, other: Expression): boolean {
  if (one.type === 'Identifier' && other.type === 'Identifier') {
    return one.variable !== undefined && one.variable === other.variable;
  }
  return (
    one.type === 'MemberExpression' &&
    other.type === 'MemberExpression' &&
    one.identifier.name === other.identifier.name &&
    isSameName(one.base, other.base)
  );
}
