// The half of the scope analysis that goes through expressions.

import { Bindings } from './bindings';
import { Labels } from './labels';
import { type CallSite, type Mention, Notes } from './notes';
import type { SyntaxProblem } from './problem';
import {
  argumentsOf,
  type BinaryExpression,
  type Call,
  type Chunk,
  type Expression,
  type FunctionDeclaration,
  type FunctionScope,
  isCall,
  type LogicalExpression,
  type TableConstructor,
  type VarargLiteral,
} from './tree';

/** Functions that look at a table but leave it as it is. */
const harmless = new Set(['pairs', 'ipairs', 'type', 'tostring', 'next', 'setmetatable', 'rawget']);
const catching = new Set(['pcall', 'xpcall']);

type Operation = BinaryExpression | LogicalExpression;

export abstract class ExpressionWalk {
  readonly problems: SyntaxProblem[] = [];
  readonly bindings = new Bindings(this.problems);
  readonly notes: Notes;
  readonly labels = new Labels(this.bindings, this.problems);

  constructor(chunk: Chunk) {
    this.notes = new Notes({ node: chunk, parameters: [], returns: [], isProtected: false });
  }

  protected abstract function(node: FunctionDeclaration, self?: Expression): FunctionScope;

  protected expression(node: Expression, use: CallSite['use'] = 'value'): void {
    this.#inner(node, use);
  }

  /** An expression of which only the truth or the type counts. */
  protected condition(node: Expression): void {
    if (!isChain(node) || isCall(node)) this.expression(node);
    else {
      const root = this.links(node);
      this.#note(node, 'test');
      if (isCall(root)) this.chain(root, 'value');
    }
  }

  #inner(node: Expression, use: CallSite['use']): void {
    switch (node.type) {
      case 'Identifier':
      case 'MemberExpression':
      case 'IndexExpression':
      case 'CallExpression':
      case 'StringCallExpression':
      case 'TableCallExpression':
        this.chain(node, use);
        break;
      case 'BinaryExpression':
      case 'LogicalExpression':
        this.#operation(node);
        break;
      case 'UnaryExpression':
        if (node.operator === 'not') this.condition(node.argument);
        else this.expression(node.argument);
        break;
      case 'TableConstructorExpression':
        this.#table(node);
        break;
      case 'FunctionDeclaration':
        this.function(node);
        break;
      case 'VarargLiteral':
        this.#varargs(node);
        break;
      default:
    }
  }

  #varargs(node: VarargLiteral): void {
    const { scope } = this.notes;
    this.notes.varargs.push({ node, scope });
    if (scope.node.type === 'Chunk' || scope.node.parameters.at(-1)?.type === 'VarargLiteral')
      return;
    const message: SyntaxProblem['message'] = (t) =>
      t("cannot use '...' outside a function with variable arguments");
    this.problems.push({ at: node.range, message });
  }

  /** Operators of equal rank lean to the left without end: no recursion on that side. */
  #operation(node: Operation): void {
    const { guard } = this.notes;
    const chain: Operation[] = [];
    let first: Expression = node;
    while (first.type === 'BinaryExpression' || first.type === 'LogicalExpression') {
      chain.push(first);
      first = first.left;
    }
    chain.reverse();
    this.#operand(first, chain[0]);
    for (const [at, operation] of chain.entries()) {
      const { type, left, right } = operation;
      if (type === 'LogicalExpression') {
        // What stands further to the left is a guard already.
        const condition = left.type === 'LogicalExpression' ? left.right : left;
        this.notes.guard = { condition, parent: this.notes.guard };
      }
      this.#operand(right, operation, chain[at + 1]);
    }
    this.notes.guard = guard;
  }

  /** The left side of `and` and `or` and both sides of a comparison are only asked for. */
  #operand(node: Expression, own?: Operation, next?: Operation): void {
    const isCompared = own?.operator === '==' || own?.operator === '~=';
    const isLeft =
      next?.type === 'LogicalExpression' ||
      (own?.type === 'LogicalExpression' && own.left === node);
    if (isCompared || isLeft) this.condition(node);
    else this.expression(node);
  }

  #table({ fields }: TableConstructor): void {
    for (const field of fields) {
      if (field.type === 'TableKey') this.expression(field.key);
      this.expression(field.value);
    }
  }

  /** A name with whatever follows it: members, indexes and calls, from the last to the first. */
  protected chain(node: Expression, use: CallSite['use']): void {
    let current = node;
    for (let as = use; ; as = 'value') {
      const top = current;
      current = this.links(isCall(top) ? top.base : top);
      if (isCall(top)) this.#call(top, as);
      else this.#note(top, 'read');
      if (!isCall(current)) return;
    }
  }

  /** Goes down the members and indexes to what they are taken of. */
  protected links(node: Expression): Expression {
    let current = node;
    for (;;) {
      if (current.type === 'MemberExpression') {
        current = current.base;
      } else if (current.type === 'IndexExpression') {
        this.expression(current.index);
        current = current.base;
      } else break;
    }
    if (current.type === 'Identifier') {
      const variable = this.bindings.resolve(current);
      if (variable !== undefined) variable.reads += 1;
    } else if (!isCall(current)) this.#inner(current, 'value');
    return current;
  }

  #call(call: Call, use: CallSite['use']): void {
    const site = this.notes.call(call, use);
    this.#note(call.base, 'call', site);
    const callee = call.base.type === 'Identifier' ? call.base.name : '';
    for (const argument of argumentsOf(call)) this.#argument(argument, site, callee);
  }

  #argument(argument: Expression, site: CallSite, callee: string): void {
    if (argument.type === 'FunctionDeclaration') {
      this.function(argument).isProtected = catching.has(callee);
    } else if (argument.type === 'Identifier' || argument.type === 'MemberExpression') {
      const root = this.links(argument);
      if (isCall(root)) this.chain(root, 'value');
      this.#note(argument, callee === 'type' ? 'test' : 'argument', site);
      if (!harmless.has(callee)) this.#letEscape(argument);
    } else this.expression(argument);
  }

  /** A local that is only read tells nothing; what is called or handed on may be an alias. */
  #note(node: Expression, role: Mention['role'], site?: CallSite): void {
    if (node.type === 'Identifier') {
      if ((role === 'read' || role === 'test') && node.variable !== undefined) return;
    } else if (node.type !== 'MemberExpression' && node.type !== 'IndexExpression') return;
    this.notes.mention(node, role, site);
  }

  #letEscape(value: Expression): void {
    if (value.type === 'Identifier' && value.variable !== undefined) value.variable.escapes = true;
  }
}

function isChain(node: Expression): boolean {
  const { type } = node;
  return type === 'Identifier' || type === 'MemberExpression' || type === 'IndexExpression';
}
