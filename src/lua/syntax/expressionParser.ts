// The half of the parser that reads expressions: recursive descent with LuaJIT's priorities and limits.
import type { Translate } from '../../text';
import { numeralValue } from './characters';
import { levelsProblem, maximumLevels } from './levels';
import { type Kind, Lexer } from './lexer';
import { Refusal, type SyntaxProblem, shorten } from './problem';
import type {
  Call,
  Expression,
  FunctionDeclaration,
  Identifier,
  MemberExpression,
  Span,
  TableConstructor,
  TableField,
  UnaryExpression,
} from './tree';

/** Left and right priority; the right one is lower where an operator leans to the right. */
const priorities = new Map<Kind, readonly [left: number, right: number]>([
  ['or', [1, 1]],
  ['and', [2, 2]],
  ['<', [3, 3]],
  ['>', [3, 3]],
  ['<=', [3, 3]],
  ['>=', [3, 3]],
  ['~=', [3, 3]],
  ['==', [3, 3]],
  ['..', [5, 4]],
  ['+', [6, 6]],
  ['-', [6, 6]],
  ['*', [7, 7]],
  ['/', [7, 7]],
  ['%', [7, 7]],
  ['^', [10, 9]],
]);
const unaryPriority = 8;

export abstract class ExpressionParser {
  protected readonly lexer: Lexer;
  /** What the expression with suffixes was that was read last: a call, or something that can be assigned to. */
  protected last: 'target' | 'call' | 'other' = 'other';
  #level = 0;

  constructor(text: string, keepsComments: boolean) {
    this.lexer = new Lexer(text, keepsComments);
  }

  protected abstract functionBody(
    start: number,
    identifier: FunctionDeclaration['identifier'],
    isLocal: boolean,
  ): FunctionDeclaration;

  protected expression(limit = 0): Expression {
    this.enterLevel();
    const { lexer } = this;
    const { start } = lexer;
    let left = this.#isUnary() ? this.#unary(start) : this.#simple();
    for (let found = priorities.get(lexer.kind); found !== undefined && found[0] > limit; ) {
      const operator = lexer.kind;
      lexer.next();
      const right = this.expression(found[1]);
      const range = [start, lexer.previousEnd] as const;
      left =
        operator === 'and' || operator === 'or'
          ? { type: 'LogicalExpression', operator, left, right, range }
          : { type: 'BinaryExpression', operator, left, right, range };
      found = priorities.get(lexer.kind);
    }
    this.leaveLevel();
    return left;
  }

  protected expressions(): Expression[] {
    const all = [this.expression()];
    while (this.accept(',')) all.push(this.expression());
    return all;
  }

  #isUnary(): boolean {
    const { kind } = this.lexer;
    return kind === 'not' || kind === '-' || kind === '#';
  }

  #unary(start: number): UnaryExpression {
    const operator = this.lexer.kind as UnaryExpression['operator'];
    this.lexer.next();
    const argument = this.expression(unaryPriority);
    return { type: 'UnaryExpression', operator, argument, range: this.#since(start) };
  }

  #simple(): Expression {
    const { lexer } = this;
    const { kind, start, end } = lexer;
    const range = [start, end] as const;
    switch (kind) {
      case 'string': {
        const { raw } = lexer;
        lexer.next();
        return { type: 'StringLiteral', raw, range };
      }
      case 'number': {
        const { raw } = lexer;
        lexer.next();
        return { type: 'NumericLiteral', value: numeralValue(raw), raw, range };
      }
      case 'true':
      case 'false':
        lexer.next();
        return { type: 'BooleanLiteral', value: kind === 'true', range };
      case 'nil':
        lexer.next();
        return { type: 'NilLiteral', range };
      case '...':
        lexer.next();
        return { type: 'VarargLiteral', range };
      case '{':
        return this.#table();
      case 'function':
        lexer.next();
        return this.functionBody(start, null, false);
      default:
        return this.suffixed();
    }
  }

  /** A name or an expression in brackets, with members, indexes and calls behind it. */
  protected suffixed(): Expression {
    const { lexer } = this;
    const { start } = lexer;
    let base = this.#primary();
    for (;;) {
      switch (lexer.kind) {
        case '.':
          base = this.member(base, start, '.');
          break;
        case '[': {
          const opening = lexer.start;
          lexer.next();
          const index = this.expression();
          this.close(']', '[', opening);
          base = { type: 'IndexExpression', base, index, range: this.#since(start) };
          this.last = 'target';
          break;
        }
        case ':':
          base = this.#call(this.member(base, start, ':'), start);
          break;
        case '(':
        case '{':
        case 'string':
          base = this.#call(base, start);
          break;
        default:
          return base;
      }
    }
  }

  #primary(): Expression {
    const { lexer } = this;
    if (lexer.kind === 'name') {
      this.last = 'target';
      return this.identifier();
    }
    const { start } = lexer;
    if (!this.accept('('))
      this.refuse((t, near) => t("an expression is expected near '{0}'", near));
    const inner = this.expression();
    this.close(')', '(', start);
    this.last = 'other';
    return inner;
  }

  protected member(base: Expression, start: number, indexer: '.' | ':'): MemberExpression {
    this.lexer.next();
    const identifier = this.identifier();
    this.last = 'target';
    return { type: 'MemberExpression', indexer, identifier, base, range: this.#since(start) };
  }

  #call(base: Expression, start: number): Call {
    const { lexer } = this;
    if (lexer.kind === '{') {
      const table = this.#table();
      this.last = 'call';
      return { type: 'TableCallExpression', base, arguments: table, range: this.#since(start) };
    }
    if (lexer.kind === 'string') {
      const argument = this.#simple();
      this.last = 'call';
      return { type: 'StringCallExpression', base, argument, range: this.#since(start) };
    }
    const opening = lexer.start;
    if (!this.accept('(')) this.refuse((t, near) => t("arguments are expected near '{0}'", near));
    const all = lexer.kind === ')' ? [] : this.expressions();
    this.close(')', '(', opening);
    this.last = 'call';
    return { type: 'CallExpression', base, arguments: all, range: this.#since(start) };
  }

  #table(): TableConstructor {
    const { lexer } = this;
    const { start } = lexer;
    const fields: TableField[] = [];
    lexer.next();
    while (lexer.kind !== '}') {
      fields.push(this.#field());
      if (!this.accept(',') && !this.accept(';')) break;
    }
    this.close('}', '{', start);
    return { type: 'TableConstructorExpression', fields, range: this.#since(start) };
  }

  #field(): TableField {
    const { lexer } = this;
    const { start } = lexer;
    if (lexer.isKey()) {
      const key = this.identifier();
      lexer.next();
      const value = this.expression();
      return { type: 'TableKeyString', key, value, range: this.#since(start) };
    }
    if (this.accept('[')) {
      const key = this.expression();
      this.close(']', '[', start);
      this.expect('=');
      const value = this.expression();
      return { type: 'TableKey', key, value, range: this.#since(start) };
    }
    return { type: 'TableValue', value: this.expression(), range: this.#since(start) };
  }

  protected identifier(): Identifier {
    const { lexer } = this;
    if (lexer.kind !== 'name') this.refuse((t, near) => t("a name is expected near '{0}'", near));
    const { name, start, end } = lexer;
    lexer.next();
    return { type: 'Identifier', name, range: [start, end], variable: undefined };
  }

  protected accept(kind: Kind): boolean {
    if (this.lexer.kind !== kind) return false;
    this.lexer.next();
    return true;
  }

  protected expect(kind: Kind): void {
    if (this.accept(kind)) return;
    this.refuse((t, near) => t("'{0}' expected near '{1}'", kind, near));
  }

  /** Expects what closes something that was opened at an offset. */
  protected close(kind: Kind, opened: Kind, at: number): void {
    if (this.accept(kind)) return;
    const opening: Span = [at, at + opened.length];
    this.refuse((t, near) => t("'{0}' expected near '{1}'", kind, near), opening);
  }

  protected enterLevel(): void {
    this.#level += 1;
    const { start, end } = this.lexer;
    if (this.#level >= maximumLevels) throw new Refusal(levelsProblem([start, end]));
  }

  protected leaveLevel(): void {
    this.#level -= 1;
  }

  /** At the token reached; where the text ends, at the last one that there is. */
  protected refuse(say: (t: Translate, near: string) => string, opening?: Span): never {
    const { kind, raw, start, end, previousStart, previousEnd } = this.lexer;
    const isOpen = kind === 'eof';
    const at: Span = isOpen ? [previousStart, previousEnd] : [start, end];
    const near = isOpen ? '<eof>' : shorten(raw);
    const message: SyntaxProblem['message'] = (t) => say(t, near);
    throw new Refusal({ at, message, isOpen, ...(opening && { opening }) });
  }

  protected unexpected(): never {
    const { kind } = this.lexer;
    this.refuse((t, near) => {
      if (kind === 'eof') return t('unexpected end of file');
      return kind === 'name' ? t("unexpected name '{0}'", near) : t("unexpected '{0}'", near);
    });
  }

  #since(start: number): Span {
    return [start, this.lexer.previousEnd];
  }
}
