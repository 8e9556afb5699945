// What is known of the data in schema.lua: constants, tables with the places where their entries stand, functions.
import type {
  Expression,
  FunctionScope,
  Span,
  TableConstructor,
  Variable,
} from '../../syntax/tree';
import type { Constant } from '../../values/constants';

/** A value and the expression that gives it; `data` is absent where it is not known. */
export interface Datum {
  readonly data: Data | undefined;
  /** Absent for what comes with the gateway. */
  readonly node: Expression | undefined;
}

export type Data = ConstantData | TableData | FunctionData;

export interface ConstantData {
  readonly kind: 'constant';
  readonly value: Constant;
}

export interface FunctionData {
  readonly kind: 'function';
  /** Absent for functions that come with the gateway. */
  readonly scope?: FunctionScope;
  readonly frame?: Frame;
}

export const unknown: Datum = { data: undefined, node: undefined };

/** One value in a table; it is worked out when somebody asks. */
export class Entry {
  #read: (() => Datum) | undefined;
  #value = unknown;

  constructor(
    /** Absent for the values of a list. */
    readonly key: string | undefined,
    /** The key as it is written. */
    readonly keyAt: Span | undefined,
    /** Key and value together, where they stand in a constructor. */
    readonly extent: Span | undefined,
    read: () => Datum,
  ) {
    this.#read = read;
  }

  get value(): Datum {
    const read = this.#read;
    if (read !== undefined) {
      this.#read = undefined;
      this.#value = read();
    }
    return this.#value;
  }

  get data(): Data | undefined {
    return this.value.data;
  }

  get node(): Expression | undefined {
    return this.value.node;
  }

  /** The value as it is written. */
  get at(): Span | undefined {
    return this.node?.range;
  }

  get table(): TableData | undefined {
    return tableOf(this.data);
  }

  get constant(): Constant | undefined {
    return constantOf(this.data);
  }

  get text(): string | undefined {
    const { constant } = this;
    return typeof constant === 'string' ? constant : undefined;
  }

  /** `x = nil` is as good as nothing. */
  get isNil(): boolean {
    return this.constant === null;
  }
}

/** Whether the tables of a file may be changed by code that cannot be followed. */
export interface Certainty {
  isUncertain: boolean;
}

/** An entry with a name. */
export type NamedEntry = Entry & { readonly key: string };

/** Tables with more named entries are searched by a map; nearly all have few. */
const maximumScan = 12;

export class TableData {
  readonly kind = 'table';
  readonly items: Entry[] = [];
  /** A call of it gives a copy with other entries, as typedefs do. */
  isCallable = false;
  readonly #certainty: Certainty;
  readonly #named: NamedEntry[] = [];
  #byKey: Map<string, NamedEntry> | undefined;
  #entries: readonly NamedEntry[] | undefined;
  #isOpen = false;

  constructor(
    certainty: Certainty,
    readonly node?: TableConstructor,
  ) {
    this.#certainty = certainty;
  }

  /** May have entries that the file does not show. */
  get isOpen(): boolean {
    return this.#isOpen || this.#certainty.isUncertain;
  }

  open(): void {
    this.#isOpen = true;
  }

  /** Entries with a name, those that are nil too. */
  get named(): readonly NamedEntry[] {
    return this.#named;
  }

  /** An entry, also one that is nil. */
  find(key: string): Entry | undefined {
    if (this.#byKey !== undefined) return this.#byKey.get(key);
    for (const entry of this.#named) if (entry.key === key) return entry;
    return undefined;
  }

  /** An entry with a value other than nil. */
  get(key: string): Entry | undefined {
    const entry = this.find(key);
    return entry?.isNil ? undefined : entry;
  }

  define(key: string, entry: Entry): void {
    const named = entry as NamedEntry;
    const known = this.find(key) as NamedEntry | undefined;
    if (known === undefined) this.#named.push(named);
    else this.#named[this.#named.indexOf(known)] = named;
    this.#entries = undefined;
    if (this.#named.length <= maximumScan) return;
    this.#byKey ??= new Map(this.#named.map((other) => [other.key, other]));
    this.#byKey.set(key, named);
  }

  /** Entries with a name and a value other than nil. */
  entries(): readonly NamedEntry[] {
    this.#entries ??= this.#named.some(({ isNil }) => isNil)
      ? this.#named.filter(({ isNil }) => !isNil)
      : this.#named;
    return this.#entries;
  }
}

export function tableOf(data: Data | undefined): TableData | undefined {
  return data?.kind === 'table' ? data : undefined;
}

export function constantOf(data: Data | undefined): Constant | undefined {
  return data?.kind === 'constant' ? data.value : undefined;
}

/** One run of a function: what its parameters stand for and what is known already. */
export class Frame {
  readonly parameters = new Map<Variable, Datum>();
  readonly known = new Map<Expression, Datum>();

  constructor(
    readonly scope: FunctionScope,
    /** The run in which the function was made. */
    readonly parent?: Frame,
    /** Whether it happens depends on something. */
    readonly isConditional = false,
  ) {}

  /** The run that a variable belongs to. */
  of({ owner }: Variable): Frame | undefined {
    if (this.scope === owner) return this;
    for (let at = this.parent; at !== undefined; at = at.parent) if (at.scope === owner) return at;
    return undefined;
  }
}
