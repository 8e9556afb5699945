// Works out the data that schema.lua builds, helper functions included, without running anything.
import { decodeString } from '../../syntax/literals';
import type { Notes } from '../../syntax/notes';
import {
  type Call,
  type Expression,
  isCall,
  type LogicalExpression,
  type Span,
  type TableConstructor,
  type TableKey,
  type TableKeyString,
  type Variable,
} from '../../syntax/tree';
import { type Constant, foldBinary, foldUnary, isTruthy } from '../../values/constants';
import type { Resolver } from '../../values/resolver';
import { CallData } from './callData';
import {
  type Certainty,
  constantOf,
  type Data,
  type Datum,
  Entry,
  Frame,
  TableData,
  tableOf,
} from './datum';
import { Effects } from './effects';
import type { Evaluation, Link } from './evaluation';

/** How many expressions deep a value is followed. */
const maximumDepth = 64;

export class Evaluator implements Evaluation {
  readonly certainty: Certainty = { isUncertain: false };
  readonly values: Resolver;
  readonly #calls = new CallData(this);
  readonly #effects: Effects;
  readonly #root: Frame;
  #depth = 0;

  constructor(notes: Notes, values: Resolver) {
    this.values = values;
    this.#effects = new Effects(this, notes);
    this.#root = new Frame(notes.main);
    this.applyEffects(this.#root);
  }

  /** What an expression of the main chunk stands for. */
  valueOf(node: Expression): Datum {
    return this.evaluate(node, this.#root);
  }

  evaluate(node: Expression, frame: Frame): Datum {
    if (node.type === 'StringLiteral') {
      return { data: { kind: 'constant', value: decodeString(node.raw) }, node };
    }
    if (node.type === 'BooleanLiteral') {
      return { data: { kind: 'constant', value: node.value }, node };
    }
    const known = frame.known.get(node);
    if (known !== undefined) return known;
    const unknown = { data: undefined, node };
    if (this.#depth >= maximumDepth) return unknown;
    frame.known.set(node, unknown);
    this.#depth += 1;
    const datum = this.#expression(node, frame);
    this.#depth -= 1;
    frame.known.set(node, datum);
    return datum;
  }

  dataOf(node: Expression | undefined, frame: Frame): Data | undefined {
    return node && this.evaluate(node, frame).data;
  }

  textOf(node: Expression | undefined, frame: Frame): string | undefined {
    const value = constantOf(this.dataOf(node, frame));
    return typeof value === 'string' ? value : undefined;
  }

  applyEffects(frame: Frame): void {
    this.#effects.apply(frame);
  }

  runConditionally(call: Call, frame: Frame): void {
    this.#calls.run(call, frame, true);
  }

  #expression(node: Expression, frame: Frame): Datum {
    if (node.type === 'Identifier') {
      const own = node.variable && this.#variable(node.variable, node, frame);
      return own?.data === undefined ? (own ?? { data: this.#outside(node), node }) : own;
    }
    return { data: this.#data(node, frame), node };
  }

  #data(node: Expression, frame: Frame): Data | undefined {
    switch (node.type) {
      case 'MemberExpression':
      case 'IndexExpression':
        return this.#member(node, frame) ?? this.#outside(node);
      case 'TableConstructorExpression':
        return this.#table(node, frame);
      case 'FunctionDeclaration': {
        const scope = this.values.scopeOf(node);
        return scope && { kind: 'function', scope, frame };
      }
      case 'LogicalExpression':
        return this.#logical(node, frame);
      case 'BinaryExpression':
      case 'UnaryExpression':
        return this.#operation(node, frame);
      default:
        return isCall(node) ? this.#calls.dataOf(node, frame) : this.#outside(node);
    }
  }

  /** Literals, and what comes from outside the file. */
  #outside(node: Expression): Data | undefined {
    const value = this.values.valueOf(node);
    if (value?.kind === 'constant') return value;
    if (value?.kind !== 'path') return undefined;
    if (value.path === 'math.huge') return { kind: 'constant', value: Number.POSITIVE_INFINITY };
    return this.#calls.moduleMember(value);
  }

  #variable(variable: Variable, node: Expression, frame: Frame): Datum {
    const home = frame.of(variable);
    if (home === undefined || variable.kind === 'loop') return { data: undefined, node };
    if (variable.kind === 'parameter' || variable.kind === 'self') {
      return this.#parameter(variable, node, home);
    }
    const { init, writes, result } = variable;
    const [only] = writes;
    const isFilledLater = init === undefined || init.type === 'NilLiteral';
    if (writes.length === 1 && isFilledLater && only?.value !== undefined) {
      return { data: this.dataOf(only.value, home), node };
    }
    if (writes.length > 0) return { data: undefined, node };
    if (init === undefined) return { data: { kind: 'constant', value: null }, node };
    // `local ok, typedefs = pcall(require, …)`
    const data = result > 0 ? this.#outside(node) : this.dataOf(init, home);
    return { data, node };
  }

  /** Known by the argument of the call; `x = x or y` at the top of a function gives a default. */
  #parameter(variable: Variable, node: Expression, home: Frame): Datum {
    const given = home.parameters.get(variable) ?? { data: undefined, node };
    const [write, ...others] = variable.writes;
    if (write === undefined) return given;
    const { value } = write;
    if (others.length > 0 || value?.type !== 'LogicalExpression' || value.operator !== 'or') {
      return { data: undefined, node };
    }
    const isDefault = value.left.type === 'Identifier' && value.left.variable === variable;
    if (!isDefault || given.data === undefined) return { data: undefined, node };
    return isTrue(given.data) ? given : this.evaluate(value.right, home);
  }

  #logical({ operator, left, right }: LogicalExpression, frame: Frame): Data | undefined {
    const first = this.dataOf(left, frame);
    if (first === undefined) return undefined;
    return isTrue(first) === (operator === 'or') ? first : this.dataOf(right, frame);
  }

  #operation(node: Expression, frame: Frame): Data | undefined {
    let value: Constant | undefined;
    if (node.type === 'BinaryExpression') {
      const left = constantOf(this.dataOf(node.left, frame));
      const right = left === undefined ? undefined : constantOf(this.dataOf(node.right, frame));
      if (left !== undefined && right !== undefined) value = foldBinary(node.operator, left, right);
    } else if (node.type === 'UnaryExpression') {
      const operand = constantOf(this.dataOf(node.argument, frame));
      if (operand !== undefined) value = foldUnary(node.operator, operand);
    }
    return value === undefined ? undefined : { kind: 'constant', value };
  }

  #member(node: Link, frame: Frame): Data | undefined {
    const table = tableOf(this.dataOf(node.base, frame));
    if (table === undefined) return undefined;
    const key = this.keyOf(node, frame);
    if (typeof key === 'number') return table.isOpen ? undefined : table.items[key - 1]?.data;
    if (key === undefined) return undefined;
    const entry = table.find(key);
    if (entry !== undefined) return entry.data;
    return table.isOpen ? undefined : { kind: 'constant', value: null };
  }

  keyOf(node: Link, frame: Frame): string | number | undefined {
    if (node.type === 'MemberExpression') return node.identifier.name;
    const key = constantOf(this.dataOf(node.index, frame));
    return typeof key === 'string' || typeof key === 'number' ? key : undefined;
  }

  #table(node: TableConstructor, frame: Frame): TableData {
    const table = new TableData(this.certainty, node);
    // Known from here on, so that a table may hold itself.
    frame.known.set(node, { data: table, node });
    const last = node.fields.at(-1);
    for (const field of node.fields) {
      const { value, range } = field;
      const read = () => this.evaluate(value, frame);
      if (field.type === 'TableValue') {
        const isMany = field === last && (isCall(value) || value.type === 'VarargLiteral');
        if (isMany && !this.#isSingle(value, frame)) table.open();
        else table.items.push(new Entry(undefined, undefined, range, read));
        continue;
      }
      const key =
        field.type === 'TableKeyString'
          ? field.key.name
          : constantOf(this.dataOf(field.key, frame));
      if (typeof key === 'string') {
        table.define(key, new Entry(key, this.#keyPlace(field, frame), range, read));
      } else if (key === table.items.length + 1) {
        table.items.push(new Entry(undefined, undefined, range, read));
      } else table.open();
    }
    return table;
  }

  /** A name that a helper was given stands where the helper is called. */
  #keyPlace({ type, key }: TableKey | TableKeyString, frame: Frame): Span {
    return type === 'TableKey' ? (this.evaluate(key, frame).node ?? key).range : key.range;
  }

  /** A call at the end of a list that surely gives one value. */
  #isSingle(value: Expression, frame: Frame): boolean {
    return isCall(value) && this.#calls.dataOf(value as Call, frame) !== undefined;
  }
}

export function isTrue(data: Data): boolean {
  return data.kind !== 'constant' || isTruthy(data.value);
}
