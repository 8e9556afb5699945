// Which declaration a name means at the place reached, with LuaJIT's limits on locals and upvalues.
import { maximumLocals, maximumUpvalues } from './levels';
import type { SyntaxProblem } from './problem';
import type { FunctionScope, Identifier, Variable } from './tree';

interface FunctionState {
  readonly scope: FunctionScope;
  readonly captured: Set<Variable>;
  active: number;
  isReported: boolean;
}

export class Bindings {
  readonly all: Variable[] = [];
  readonly #problems: SyntaxProblem[];
  readonly #current = new Map<string, Variable | undefined>();
  readonly #undo: (readonly [name: string, before: Variable | undefined])[] = [];
  readonly #functions: FunctionState[] = [];

  constructor(problems: SyntaxProblem[]) {
    this.#problems = problems;
  }

  enter(scope: FunctionScope): void {
    this.#functions.push({ scope, captured: new Set(), active: 0, isReported: false });
  }

  leave(): void {
    this.#functions.pop();
  }

  mark(): number {
    return this.#undo.length;
  }

  /** The name that was declared first after a mark. */
  nameAt(mark: number): string {
    return this.#undo[mark]?.[0] ?? '';
  }

  /** Ends all declarations since the mark. */
  release(mark: number): void {
    while (this.#undo.length > mark) {
      const [name, before] = this.#undo.pop() as readonly [string, Variable | undefined];
      this.#current.set(name, before);
      this.reserve(-1);
    }
  }

  /** `result`: which of the values that a call gives, when there are more names than expressions. */
  declare(
    name: string,
    kind: Variable['kind'],
    declaration?: Identifier,
    { init, result = 0, statement }: Partial<Pick<Variable, 'init' | 'result' | 'statement'>> = {},
  ): Variable {
    const owner = (this.#functions.at(-1) as FunctionState).scope;
    const variable: Variable = {
      name,
      kind,
      declaration,
      statement,
      owner,
      init,
      result,
      writes: [],
      reads: 0,
      escapes: false,
    };
    this.all.push(variable);
    this.#undo.push([name, this.#current.get(name)]);
    this.#current.set(name, variable);
    if (declaration !== undefined) {
      declaration.variable = variable;
    }
    this.reserve(1, declaration);
    return variable;
  }

  /** Ties a name in use to its declaration; a global has none. */
  resolve(identifier: Identifier): Variable | undefined {
    const variable = this.#current.get(identifier.name);
    if (variable === undefined) return undefined;
    identifier.variable = variable;
    this.#capture(variable, identifier);
    return variable;
  }

  #capture(variable: Variable, { range }: Identifier): void {
    for (let at = this.#functions.length - 1; at > 0; at -= 1) {
      const state = this.#functions[at] as FunctionState;
      if (state.scope === variable.owner) return;
      state.captured.add(variable);
      if (state.captured.size <= maximumUpvalues || state.isReported) continue;
      state.isReported = true;
      const message: SyntaxProblem['message'] = (t) =>
        t(
          'the function uses more than {0} local variables of the functions around it',
          maximumUpvalues,
        );
      this.#problems.push({ at: range, message });
    }
  }

  /** Counts locals, among them those that a loop hides. */
  reserve(by: number, declaration?: Identifier): void {
    const state = this.#functions.at(-1) as FunctionState;
    state.active += by;
    if (state.active <= maximumLocals || state.isReported || declaration === undefined) return;
    state.isReported = true;
    const message: SyntaxProblem['message'] = (t) =>
      t('too many local variables in one function (at most {0})', maximumLocals);
    this.#problems.push({ at: declaration.range, message });
  }
}
