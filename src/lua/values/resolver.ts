// Works out what an expression stands for, without running anything.

import { decodeString } from '../syntax/literals';
import type { MemberWrite, Notes } from '../syntax/notes';
import {
  argumentsOf,
  type Call,
  type Expression,
  type FunctionDeclaration,
  type FunctionScope,
  type IndexExpression,
  isCall,
  type LogicalExpression,
  type MemberExpression,
  type TableConstructor,
  type Variable,
} from '../syntax/tree';
import { CallValues, type Evaluator } from './calls';
import { type Constant, foldBinary, foldUnary, isTruthy } from './constants';
import { Paths } from './paths';
import { type PathValue, TableValue, type Value } from './value';

/** How many expressions deep a value is followed. */
const maximumDepth = 64;

type Link = MemberExpression | IndexExpression;

export class Resolver implements Evaluator {
  readonly paths = new Paths();
  readonly #variables = new Map<Variable, Value | undefined>();
  readonly #tables = new Map<TableConstructor, TableValue>();
  readonly #calls = new CallValues(this);
  readonly #attached = new Map<PathValue, TableValue>();
  readonly #functions = new Map<FunctionScope['node'], FunctionScope>();
  readonly #selves = new Map<Variable, Expression>();
  readonly #unknown: ReadonlySet<string>;
  #depth = 0;

  /** `unknown`: names that are not what they seem, because their declaration could not be read. */
  constructor(notes: Notes, unknown: ReadonlySet<string>) {
    this.#unknown = unknown;
    for (const scope of notes.functions) this.#functions.set(scope.node, scope);
    for (const write of notes.memberWrites) this.#attach(write);
  }

  /** `result`: which of the values, where the expression is a call that gives several. */
  valueOf(node: Expression, result = 0): Value | undefined {
    if (result > 0 && !isCall(node)) return undefined;
    if (this.#depth >= maximumDepth) return undefined;
    this.#depth += 1;
    const value = this.#evaluate(node, result);
    this.#depth -= 1;
    return value;
  }

  constantOf(node: Expression): Constant | undefined {
    const value = this.valueOf(node);
    return value?.kind === 'constant' ? value.value : undefined;
  }

  textOf(node: Expression | undefined): string | undefined {
    const value = node && this.constantOf(node);
    return typeof value === 'string' ? value : undefined;
  }

  /** Sets what parameters stand for; all that follows from them is worked out anew. */
  give(values: ReadonlyMap<Variable, Value>): void {
    this.#variables.clear();
    for (const [variable, value] of values) {
      if (variable.writes.length === 0) this.#variables.set(variable, value);
    }
  }

  /** The function that a tree node is. */
  scopeOf(node: FunctionDeclaration): FunctionScope | undefined {
    return this.#functions.get(node);
  }

  /** The members known of a value; for a value from outside, those that this file assigns to it. */
  tableOf(value: Value | undefined): TableValue | undefined {
    if (value?.kind === 'table') return value;
    if (value?.kind === 'object') return value.table;
    return value?.kind === 'path' ? this.#attached.get(value) : undefined;
  }

  memberOf(value: Value | undefined, key: string): Value | undefined {
    if (value === undefined || value.kind === 'function' || value.kind === 'constant')
      return undefined;
    if (value.kind === 'path') {
      if (value.path === '_G') return this.paths.global(key);
      return value.isFar ? undefined : value.member(key);
    }
    const table = value.kind === 'object' ? value.table : value;
    const definitions = table.fields.get(key);
    if (definitions === undefined)
      return value.kind === 'object' && !value.path?.isFar ? value.path?.member(key) : undefined;
    const [only] = definitions;
    return definitions.length === 1 && only?.value ? this.valueOf(only.value) : undefined;
  }

  #evaluate(node: Expression, result: number): Value | undefined {
    switch (node.type) {
      case 'Identifier':
        if (node.variable !== undefined) return this.valueOfVariable(node.variable);
        return this.#unknown.has(node.name) ? undefined : this.paths.global(node.name);
      case 'MemberExpression':
      case 'IndexExpression':
        return this.#links(node);
      case 'StringLiteral':
        return { kind: 'constant', value: decodeString(node.raw) };
      case 'NumericLiteral':
        // `1LL` and `1i` are boxed values of LuaJIT, not numbers.
        return /[li]$/i.test(node.raw) ? undefined : { kind: 'constant', value: node.value };
      case 'BooleanLiteral':
        return { kind: 'constant', value: node.value };
      case 'NilLiteral':
        return { kind: 'constant', value: null };
      case 'FunctionDeclaration':
        return this.#function(node);
      case 'TableConstructorExpression':
        return this.#table(node);
      case 'CallExpression':
      case 'StringCallExpression':
      case 'TableCallExpression':
        return this.#calls.valueOf(node, result);
      default:
        return this.#operation(node);
    }
  }

  #operation(node: Expression): Value | undefined {
    if (node.type === 'LogicalExpression') return this.#logical(node);
    let value: Constant | undefined;
    if (node.type === 'BinaryExpression') {
      const left = this.constantOf(node.left);
      const right = left === undefined ? undefined : this.constantOf(node.right);
      if (left !== undefined && right !== undefined) value = foldBinary(node.operator, left, right);
    } else if (node.type === 'UnaryExpression') {
      const operand = this.constantOf(node.argument);
      if (operand !== undefined) value = foldUnary(node.operator, operand);
    }
    return value === undefined ? undefined : { kind: 'constant', value };
  }

  /** `a and b` is taken as `b`, unless `a` asks the sandbox whether `b` exists; `a or b` is known only where `a` is. */
  #logical({ operator, left, right }: LogicalExpression): Value | undefined {
    const first = this.valueOf(left);
    if (first?.kind === 'constant') {
      return isTruthy(first.value) === (operator === 'or') ? first : this.valueOf(right);
    }
    const second = this.valueOf(right);
    if (operator === 'or') {
      const isCertain =
        first !== undefined && (first.kind !== 'path' || first.module !== undefined);
      return isCertain || first === second ? first : undefined;
    }
    const isGlobal = first?.kind === 'path' && first.chain !== undefined;
    const asks = isGlobal && second?.kind === 'path' && second.isWithin(first);
    return asks ? undefined : second;
  }

  #links(node: Link): Value | undefined {
    const links: Link[] = [];
    let root: Expression = node;
    while (root.type === 'MemberExpression' || root.type === 'IndexExpression') {
      links.push(root);
      root = root.base;
    }
    let value = this.valueOf(root);
    for (const link of links.reverse()) {
      if (value === undefined) return undefined;
      const key = this.keyOf(link);
      value = key === undefined ? undefined : this.memberOf(value, key);
    }
    return value;
  }

  /** The name of a member, also where it is a constant in brackets. */
  keyOf(link: Link): string | undefined {
    return link.type === 'MemberExpression' ? link.identifier.name : this.textOf(link.index);
  }

  #function(node: FunctionDeclaration): Value | undefined {
    const scope = this.#functions.get(node);
    return scope && { kind: 'function', scope };
  }

  valueOfVariable(variable: Variable): Value | undefined {
    if (this.#variables.has(variable)) return this.#variables.get(variable);
    this.#variables.set(variable, undefined);
    const value = this.#variableValue(variable);
    this.#variables.set(variable, value);
    return value;
  }

  #variableValue(variable: Variable): Value | undefined {
    const { kind, init, result, writes } = variable;
    if (kind === 'loop') return undefined;
    if (kind === 'parameter') {
      const owner = this.#selves.get(variable);
      return owner && writes.length === 0 ? this.valueOf(owner) : undefined;
    }
    const first = init && this.valueOf(init, result);
    const later = writes.filter(({ value }) => value === undefined || !isUpdate(value, variable));
    const [only] = later;
    if (only === undefined) return first ?? this.#updated(variable);
    if (init !== undefined && init.type !== 'NilLiteral') return undefined;
    return later.length === 1 && only.value ? this.valueOf(only.value) : undefined;
  }

  /** `x = x or y` on an unknown `x`. */
  #updated({ init, writes }: Variable): Value | undefined {
    const [write] = writes;
    if (writes.length !== 1 || init !== undefined || write?.value?.type !== 'LogicalExpression') {
      return init === undefined && writes.length === 0
        ? { kind: 'constant', value: null }
        : undefined;
    }
    return this.valueOf(write.value.right);
  }

  #table(node: TableConstructor): TableValue {
    const known = this.#tables.get(node);
    if (known !== undefined) return known;
    const table = new TableValue(node);
    this.#tables.set(node, table);
    for (const field of node.fields) {
      if (field.type === 'TableValue') {
        table.items.push(field.value);
        continue;
      }
      const key = field.type === 'TableKeyString' ? field.key.name : this.constantOf(field.key);
      const { value, range: extent } = field;
      if (typeof key === 'string') {
        const at = field.key.range;
        table.define({ key, at, value, form: 'field', extent, isConditional: false });
      } else if (key === undefined) table.isOpen = true;
      this.#tieSelf(value, node);
    }
    return table;
  }

  #attach({ target, value, statement, scope, isConditional }: MemberWrite): void {
    const owner = target.base;
    const base = this.valueOf(owner);
    if (base === undefined) return;
    const table = this.#attachable(base);
    if (table === undefined) return;
    const key = this.keyOf(target);
    if (key === undefined) {
      table.isOpen = true;
      return;
    }
    const isMethod = value?.type === 'FunctionDeclaration' && value.identifier !== null;
    const home = owner.type === 'Identifier' ? owner.variable?.owner : undefined;
    table.define({
      key,
      at: target.type === 'MemberExpression' ? target.identifier.range : target.index.range,
      value,
      form: isMethod ? 'method' : 'assignment',
      extent: statement,
      isConditional: isConditional || (home !== undefined && home !== scope),
    });
    if (value !== undefined) this.#tieSelf(value, owner);
  }

  #attachable(base: Value): TableValue | undefined {
    const known = this.tableOf(base);
    if (known !== undefined || base.kind !== 'path') return known;
    const made = new TableValue();
    made.isOpen = true;
    this.#attached.set(base, made);
    return made;
  }

  /** In `T.m = function(self, …)` the parameter is `T`. */
  #tieSelf(value: Expression, owner: Expression): void {
    if (value.type !== 'FunctionDeclaration') return;
    const first = this.#functions.get(value)?.parameters[0];
    if (first?.kind === 'parameter' && first.name === 'self') this.#selves.set(first, owner);
  }
}

/** Assignments that keep what the variable holds: `x = x or y`, `x = setmetatable(x, m)`. */
function isUpdate(value: Expression, variable: Variable): boolean {
  const kept = isCall(value)
    ? keptArgument(value)
    : value.type === 'LogicalExpression' && value.operator === 'or'
      ? value.left
      : value;
  return kept?.type === 'Identifier' && kept.variable === variable;
}

function keptArgument(call: Call): Expression | undefined {
  const { base } = call;
  return base.type === 'Identifier' && base.name === 'setmetatable'
    ? argumentsOf(call)[0]
    : undefined;
}
