// Ties every name to its declaration in one walk over the tree, and notes what rules ask for later.

import { ExpressionWalk } from './syntax/expressionWalk';
import type { MemberWrite, Notes } from './syntax/notes';
import type { SyntaxProblem } from './syntax/problem';
import type {
  AssignmentStatement,
  Chunk,
  Expression,
  FunctionDeclaration,
  FunctionScope,
  Identifier,
  IfStatement,
  LocalStatement,
  ReturnStatement,
  Span,
  Statement,
  Variable,
} from './syntax/tree';

type ForStatement = Extract<Statement, { type: 'ForNumericStatement' | 'ForGenericStatement' }>;

export interface ScopedFile {
  readonly notes: Notes;
  readonly variables: readonly Variable[];
  readonly problems: readonly SyntaxProblem[];
}

export function analyseScopes(chunk: Chunk): ScopedFile {
  const walk = new ScopeWalk(chunk);
  walk.run(chunk);
  return { notes: walk.notes, variables: walk.bindings.all, problems: walk.problems };
}

class ScopeWalk extends ExpressionWalk {
  run(chunk: Chunk): void {
    this.bindings.enter(this.notes.main);
    this.#block(chunk.body, 'function');
    this.bindings.leave();
  }

  /** `until` sees the locals of its block. */
  #block(
    body: readonly Statement[],
    kind: 'function' | 'loop' | 'block',
    until?: Expression,
  ): void {
    const { guard, end } = this.notes;
    const mark = this.bindings.mark();
    this.labels.enter(kind);
    const last = body.at(-1);
    for (const statement of body) {
      this.notes.end = statement !== last ? undefined : end === 'function' ? end : 'block';
      if (statement.type === 'LabelStatement') {
        this.labels.label(statement, until === undefined && isTrailing(body, statement));
      } else this.#statement(statement);
    }
    if (until !== undefined) this.condition(until);
    this.labels.leave();
    this.bindings.release(mark);
    this.notes.guard = guard;
    this.notes.end = end;
  }

  #branch(body: readonly Statement[]): void {
    this.notes.branches += 1;
    this.#block(body, 'block');
    this.notes.branches -= 1;
  }

  #loop(body: readonly Statement[], until?: Expression): void {
    const { end } = this.notes;
    this.notes.end = undefined;
    this.notes.branches += 1;
    this.#block(body, 'loop', until);
    this.notes.branches -= 1;
    this.notes.end = end;
  }

  #statement(node: Statement): void {
    switch (node.type) {
      case 'LocalStatement':
        this.#local(node);
        break;
      case 'AssignmentStatement':
        this.#assignment(node);
        break;
      case 'CallStatement':
        this.chain(node.expression, 'statement');
        break;
      case 'ReturnStatement':
        this.#return(node);
        break;
      case 'IfStatement':
        this.#if(node);
        break;
      case 'FunctionDeclaration':
        this.#functionStatement(node);
        break;
      case 'DoStatement':
        this.#block(node.body, 'block');
        break;
      case 'WhileStatement':
        this.condition(node.condition);
        this.notes.guarded(node.condition, () => this.#loop(node.body));
        break;
      case 'RepeatStatement':
        this.#loop(node.body, node.condition);
        break;
      case 'ForNumericStatement':
      case 'ForGenericStatement':
        this.#for(node);
        break;
      case 'GotoStatement':
        this.labels.jump(node);
        break;
      case 'BreakStatement':
        this.labels.break(node);
        break;
      default:
    }
  }

  #local({ variables, init, range }: LocalStatement): void {
    for (const value of init) this.expression(value);
    const last = init.length - 1;
    for (let index = 0; index < variables.length; index += 1) {
      const declaration = variables[index] as Identifier;
      const value = init[Math.min(index, last)];
      const result = Math.max(0, index - Math.max(last, 0));
      const statement = variables.length === 1 ? range : undefined;
      this.bindings.declare(declaration.name, 'local', declaration, {
        init: value,
        result,
        statement,
      });
    }
  }

  #assignment({ variables, init, range }: AssignmentStatement): void {
    for (const value of init) this.expression(value);
    for (let index = 0; index < variables.length; index += 1) {
      const target = variables[index] as AssignmentStatement['variables'][number];
      if (target.type === 'Identifier') this.#write(target, init[index]);
      else this.#writeMember(target, init[index], variables.length === 1 ? range : undefined);
    }
  }

  #write(target: Identifier, value: Expression | undefined): void {
    const variable = this.bindings.resolve(target);
    if (variable === undefined) this.notes.mention(target, 'write');
    else variable.writes.push({ at: target, value });
  }

  #writeMember(target: MemberWrite['target'], value?: Expression, statement?: Span): void {
    this.links(target);
    this.notes.memberWrite(target, value, statement);
  }

  #return(node: ReturnStatement): void {
    this.notes.scope.returns.push(node);
    const use = node.arguments.length === 1 ? 'return' : 'value';
    for (const value of node.arguments) this.expression(value, use);
  }

  /** What an `if` asked stays known behind it: `if not io then return end` guards the rest of the block. */
  #if({ clauses }: IfStatement): void {
    for (const { condition, body } of clauses) {
      if (condition) {
        this.condition(condition);
        this.notes.guard = { condition, parent: this.notes.guard };
      }
      this.#branch(body);
    }
  }

  #for(node: ForStatement): void {
    const isNumeric = node.type === 'ForNumericStatement';
    const values = isNumeric ? [node.start, node.end, node.step] : node.iterators;
    for (const value of values) if (value !== null) this.expression(value);
    const mark = this.bindings.mark();
    this.bindings.reserve(3);
    for (const declaration of isNumeric ? [node.variable] : node.variables) {
      this.bindings.declare(declaration.name, 'loop', declaration);
    }
    this.#loop(node.body);
    this.bindings.release(mark);
    this.bindings.reserve(-3);
  }

  #functionStatement(node: FunctionDeclaration): void {
    const { identifier, isLocal, range } = node;
    if (identifier?.type === 'MemberExpression') {
      this.#writeMember(identifier, node, range);
      this.function(node, identifier.indexer === ':' ? identifier.base : undefined);
      return;
    }
    if (isLocal && identifier) {
      const more = { init: node, statement: range };
      this.bindings.declare(identifier.name, 'function', identifier, more);
    } else if (identifier) this.#write(identifier, node);
    this.function(node);
  }

  protected override function(node: FunctionDeclaration, self?: Expression): FunctionScope {
    const { scope: parent } = this.notes;
    const scope = { node, parent, parameters: [] as Variable[], returns: [], isProtected: false };
    this.notes.inside(scope, () => {
      this.bindings.enter(scope);
      const mark = this.bindings.mark();
      if (self)
        scope.parameters.push(this.bindings.declare('self', 'self', undefined, { init: self }));
      for (const name of node.parameters) {
        if (name.type !== 'Identifier') continue;
        scope.parameters.push(this.bindings.declare(name.name, 'parameter', name));
      }
      this.#block(node.body, 'function');
      this.bindings.release(mark);
      this.bindings.leave();
    });
    return scope;
  }
}

/** Nothing but labels comes behind it. */
function isTrailing(body: readonly Statement[], label: Statement): boolean {
  return body.slice(body.indexOf(label)).every(({ type }) => type === 'LabelStatement');
}
