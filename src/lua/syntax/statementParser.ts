// The half of the parser that reads statements.
import { ExpressionParser } from './expressionParser';
import type {
  AssignmentStatement,
  Call,
  Chunk,
  Expression,
  FunctionDeclaration,
  Identifier,
  IfClause,
  LocalStatement,
  ReturnStatement,
  Span,
  Statement,
  VarargLiteral,
} from './tree';

export class Parser extends ExpressionParser {
  chunk(): Chunk {
    const { lexer } = this;
    const body = this.#block();
    if (lexer.kind !== 'eof') this.unexpected();
    const { comments } = lexer;
    return { type: 'Chunk', body, range: [0, lexer.end], ...(comments && { comments }) };
  }

  /** Up to the token that ends it; nothing follows a `return`. */
  #block(): Statement[] {
    this.enterLevel();
    const body: Statement[] = [];
    const { lexer } = this;
    for (;;) {
      switch (lexer.kind) {
        case ';':
          lexer.next();
          continue;
        case 'return':
          body.push(this.#return());
          break;
        case 'eof':
        case 'end':
        case 'else':
        case 'elseif':
        case 'until':
          break;
        default:
          body.push(this.#statement());
          continue;
      }
      this.leaveLevel();
      return body;
    }
  }

  #statement(): Statement {
    const { lexer } = this;
    const { kind, start } = lexer;
    switch (kind) {
      case 'local':
        lexer.next();
        return this.accept('function') ? this.#localFunction(start) : this.#local(start);
      case 'if':
        return this.#if(start);
      case 'function':
        lexer.next();
        return this.functionBody(start, this.#functionName(), false);
      case 'for':
        return this.#for(start);
      case 'while': {
        lexer.next();
        const condition = this.expression();
        this.expect('do');
        const body = this.#body(kind, start);
        return { type: 'WhileStatement', condition, body, range: this.#range(start) };
      }
      case 'do':
        lexer.next();
        return { type: 'DoStatement', body: this.#body(kind, start), range: this.#range(start) };
      case 'repeat': {
        lexer.next();
        const body = this.#block();
        this.close('until', kind, start);
        const condition = this.expression();
        return { type: 'RepeatStatement', condition, body, range: this.#range(start) };
      }
      case 'break':
        lexer.next();
        return { type: 'BreakStatement', range: this.#range(start) };
      default:
        return this.#label(start) ?? this.#callOrAssignment(start);
    }
  }

  /** `goto name` and `::name::` */
  #label(start: number): Statement | undefined {
    if (this.accept('goto')) {
      return { type: 'GotoStatement', label: this.identifier(), range: this.#range(start) };
    }
    if (!this.accept('::')) return undefined;
    const label = this.identifier();
    this.expect('::');
    return { type: 'LabelStatement', label, range: this.#range(start) };
  }

  #return(): ReturnStatement {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const isEmpty = /^(?:eof|end|else|elseif|until|;)$/.test(lexer.kind);
    const all = isEmpty ? [] : this.expressions();
    const range = this.#range(start);
    this.accept(';');
    return { type: 'ReturnStatement', arguments: all, range };
  }

  #local(start: number): LocalStatement {
    const variables = [this.identifier()];
    while (this.accept(',')) variables.push(this.identifier());
    const init = this.accept('=') ? this.expressions() : [];
    return { type: 'LocalStatement', variables, init, range: this.#range(start) };
  }

  #localFunction(start: number): FunctionDeclaration {
    return this.functionBody(start, this.identifier(), true);
  }

  #functionName(): FunctionDeclaration['identifier'] {
    const { lexer } = this;
    const { start } = lexer;
    let name: Exclude<FunctionDeclaration['identifier'], null> = this.identifier();
    while (lexer.kind === '.') name = this.member(name, start, '.');
    return lexer.kind === ':' ? this.member(name, start, ':') : name;
  }

  /** From the parameters on. */
  protected functionBody(
    start: number,
    identifier: FunctionDeclaration['identifier'],
    isLocal: boolean,
  ): FunctionDeclaration {
    const opening = this.lexer.start;
    this.expect('(');
    const parameters = this.#parameters();
    this.close(')', '(', opening);
    const body = this.#body(isLocal ? 'local function' : 'function', start);
    const range = this.#range(start);
    return { type: 'FunctionDeclaration', identifier, isLocal, parameters, body, range };
  }

  #parameters(): (Identifier | VarargLiteral)[] {
    const { lexer } = this;
    const parameters: (Identifier | VarargLiteral)[] = [];
    if (lexer.kind === ')') return parameters;
    do {
      const { kind, start, end } = lexer;
      if (kind === '...') {
        lexer.next();
        parameters.push({ type: 'VarargLiteral', range: [start, end] });
        break;
      }
      if (kind !== 'name') this.refuse((t, near) => t("a parameter is expected near '{0}'", near));
      parameters.push(this.identifier());
    } while (this.accept(','));
    return parameters;
  }

  #body(opened: string, start: number): Statement[] {
    const body = this.#block();
    this.close('end', opened, start);
    return body;
  }

  #if(start: number): Statement {
    const { lexer } = this;
    const clauses: IfClause[] = [];
    for (let type: IfClause['type'] = 'IfClause'; ; ) {
      const from = lexer.start;
      lexer.next();
      const condition = type === 'ElseClause' ? undefined : this.expression();
      if (condition !== undefined) this.expect('then');
      const body = this.#block();
      clauses.push({ type, ...(condition && { condition }), body, range: this.#range(from) });
      if (type === 'ElseClause' || (lexer.kind !== 'elseif' && lexer.kind !== 'else')) break;
      type = lexer.kind === 'else' ? 'ElseClause' : 'ElseifClause';
    }
    this.close('end', 'if', start);
    return { type: 'IfStatement', clauses, range: this.#range(start) };
  }

  #for(start: number): Statement {
    this.lexer.next();
    const variable = this.identifier();
    if (this.accept('=')) {
      const first = this.expression();
      this.expect(',');
      const end = this.expression();
      const step = this.accept(',') ? this.expression() : null;
      this.expect('do');
      const body = this.#body('for', start);
      const range = this.#range(start);
      return { type: 'ForNumericStatement', variable, start: first, end, step, body, range };
    }
    const variables = [variable];
    while (this.accept(',')) variables.push(this.identifier());
    if (!this.accept('in')) {
      this.refuse((t, near) =>
        variables.length > 1
          ? t("'{0}' expected near '{1}'", 'in', near)
          : t("'=' or 'in' expected near '{0}'", near),
      );
    }
    const iterators = this.expressions();
    this.expect('do');
    const body = this.#body('for', start);
    const range = this.#range(start);
    return { type: 'ForGenericStatement', variables, iterators, body, range };
  }

  #callOrAssignment(start: number): Statement {
    const { kind } = this.lexer;
    if (kind !== 'name' && kind !== '(') this.unexpected();
    const first = this.suffixed();
    if (!/^[=,]$/.test(this.lexer.kind)) {
      if (this.last !== 'call') this.unexpected();
      return { type: 'CallStatement', expression: first as Call, range: this.#range(start) };
    }
    const variables = [this.#target(first)];
    while (this.accept(',')) variables.push(this.#target(this.suffixed()));
    this.expect('=');
    const init = this.expressions();
    return { type: 'AssignmentStatement', variables, init, range: this.#range(start) };
  }

  #target(node: Expression): AssignmentStatement['variables'][number] {
    if (this.last !== 'target') this.unexpected();
    return node as AssignmentStatement['variables'][number];
  }

  #range(start: number): Span {
    return [start, this.lexer.previousEnd];
  }
}
