// What the walk over a file notes down for the rules: functions, names in use, calls, assignments to members.
import type {
  Call,
  Expression,
  FunctionScope,
  IndexExpression,
  MemberExpression,
  Span,
  VarargLiteral,
} from './tree';

/** A condition that holds, or was at least asked, where some code runs. */
export interface Guard {
  readonly condition: Expression;
  readonly parent: Guard | undefined;
}

/** Where in the flow something stands. */
export interface Place {
  readonly scope: FunctionScope;
  readonly guard: Guard | undefined;
  /** Inside a branch or loop of its function. */
  readonly isConditional: boolean;
}

export interface CallSite extends Place {
  readonly call: Call;
  /** What becomes of the results. */
  readonly use: 'statement' | 'return' | 'value';
  /** For a statement: nothing of its block comes after it, or nothing of its function at all. */
  readonly end: 'block' | 'function' | undefined;
}

/** One use of a name or of a chain of members such as `ngx.timer.at`; the chain is as long as it gets. */
export interface Mention extends Place {
  readonly node: Expression;
  /** `test`: only asked for, as in `if x then`, `x and …`, `type(x)`. */
  readonly role: 'read' | 'test' | 'call' | 'argument' | 'write';
  /** The call that it is the callee or an argument of. */
  readonly site: CallSite | undefined;
}

/** `T.m = v`, `T["m"] = v`, `function T.m()`, `function T:m()` */
export interface MemberWrite extends Place {
  readonly target: MemberExpression | IndexExpression;
  /** Absent where it is one of several results of a call. */
  readonly value: Expression | undefined;
  /** Extent of the whole statement, or nothing where it assigns more than one value. */
  readonly statement: Span | undefined;
}

export class Notes {
  readonly functions: FunctionScope[] = [];
  readonly mentions: Mention[] = [];
  readonly calls: CallSite[] = [];
  readonly memberWrites: MemberWrite[] = [];
  /** `...` as a value. */
  readonly varargs: { readonly node: VarargLiteral; readonly scope: FunctionScope }[] = [];
  scope: FunctionScope;
  guard: Guard | undefined = undefined;
  branches = 0;
  /** Where the statement reached stands. */
  end: CallSite['end'] = undefined;

  constructor(readonly main: FunctionScope) {
    this.scope = main;
    this.functions.push(main);
  }

  mention(node: Expression, role: Mention['role'], site?: CallSite): void {
    const { scope, guard, branches } = this;
    this.mentions.push({ node, role, site, scope, guard, isConditional: branches > 0 });
  }

  call(call: Call, use: CallSite['use']): CallSite {
    const { scope, guard, branches } = this;
    const end = use === 'statement' ? this.end : undefined;
    const site = { call, use, end, scope, guard, isConditional: branches > 0 };
    this.calls.push(site);
    return site;
  }

  memberWrite(
    target: MemberWrite['target'],
    value: Expression | undefined,
    statement: Span | undefined,
  ): void {
    const { scope, guard, branches } = this;
    const isConditional = branches > 0;
    this.memberWrites.push({ target, value, statement, scope, guard, isConditional });
    this.mention(target, 'write');
  }

  /** Runs something below a condition. */
  guarded(condition: Expression, run: () => void): void {
    const before = this.guard;
    this.guard = { condition, parent: before };
    run();
    this.guard = before;
  }

  /** Runs something as the body of a function. */
  inside(scope: FunctionScope, run: () => void): void {
    const { scope: outer, branches, end } = this;
    this.functions.push(scope);
    this.scope = scope;
    this.branches = 0;
    this.end = 'function';
    run();
    this.scope = outer;
    this.branches = branches;
    this.end = end;
  }
}
