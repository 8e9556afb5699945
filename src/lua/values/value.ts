// The symbolic values that an expression can stand for; an unknown value is `undefined`.
import type { Expression, FunctionScope, Span, TableConstructor } from '../syntax/tree';

export type Value = PathValue | TableValue | FunctionValue | ConstantValue | ObjectValue;

/** A known constant; `null` is Lua's nil. */
export interface ConstantValue {
  readonly kind: 'constant';
  readonly value: string | number | boolean | null;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly scope: FunctionScope;
}

/** Nothing that rules ask for has more names. */
const maximumChain = 16;
/** Where following members and calls of something from outside ends. */
const maximumPath = 64;

/**
 * Something that comes from outside the file: a global, a required module, a member of one, or what a call of one
 * gives. `path` is how rules name it: `ngx.timer.at`, `"resty.http".new`, `"resty.http".new().request_uri`.
 * There is one object per path in a file, so that paths are compared by identity.
 */
export class PathValue {
  readonly kind = 'path';
  /** The names from a global on: `['ngx', 'timer', 'at']`; nothing for modules and for what calls give. */
  readonly chain: readonly string[] | undefined;
  readonly #members = new Map<string, PathValue>();
  readonly #depth: number;

  constructor(
    readonly path: string,
    /** Last name: `at` of `ngx.timer.at`. */
    readonly name: string,
    readonly parent?: PathValue,
    /** Name of the module, where this is what `require` gave. */
    readonly module?: string,
  ) {
    this.#depth = parent === undefined ? 0 : parent.#depth + 1;
    if (module !== undefined || name === '()') this.chain = undefined;
    else if (parent === undefined) this.chain = [name];
    else if (parent.chain && parent.chain.length < maximumChain)
      this.chain = [...parent.chain, name];
  }

  get members(): Iterable<PathValue> {
    return this.#members.values();
  }

  member(name: string): PathValue {
    return this.#child(name, `${this.path}.${name}`);
  }

  /** What a call of this gives. */
  result(): PathValue {
    return this.#child('()', `${this.path}()`);
  }

  /** What is so far from a global or module is not followed further. */
  get isFar(): boolean {
    return this.#depth >= maximumPath;
  }

  /** This or something that it is a member of. */
  isWithin(other: PathValue): boolean {
    for (let at: PathValue | undefined = this; at !== undefined; at = at.parent) {
      if (at === other) return true;
    }
    return false;
  }

  root(): PathValue {
    let at: PathValue = this;
    while (at.parent !== undefined) at = at.parent;
    return at;
  }

  #child(name: string, path: string): PathValue {
    let child = this.#members.get(name);
    if (child === undefined) {
      child = new PathValue(path, name, this);
      this.#members.set(name, child);
    }
    return child;
  }
}

/** One place where a table gets a member. */
export interface FieldDefinition {
  readonly key: string;
  /** The name or key as it is written. */
  readonly at: Span;
  /** Absent where the value is one of several results of a call. */
  readonly value: Expression | undefined;
  /** Field of a constructor, `T.m = v`, or `function T:m()`. */
  readonly form: 'field' | 'assignment' | 'method';
  /** The field or statement as a whole, where it defines nothing else. */
  readonly extent: Span | undefined;
  /** In a branch, a loop, or a function other than the table's own. */
  readonly isConditional: boolean;
}

export class TableValue {
  readonly kind = 'table';
  /** Named members with every place that defines them, in source order. */
  readonly fields = new Map<string, FieldDefinition[]>();
  /** Values without a key. */
  readonly items: Expression[] = [];
  /** May have members that the file does not show: computed keys, a metatable, handed to other code. */
  isOpen = false;

  /** Absent for what a call gave. */
  constructor(readonly node?: TableConstructor) {}

  define(field: FieldDefinition): void {
    const known = this.fields.get(field.key);
    if (known === undefined) this.fields.set(field.key, [field]);
    else known.push(field);
  }
}

/** What some call gave, when nothing else is known of it; members assigned to it are. */
export interface ObjectValue {
  readonly kind: 'object';
  /** Path of the call's result, when the function is one from outside. */
  readonly path: PathValue | undefined;
  readonly table: TableValue;
}
