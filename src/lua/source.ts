// One file of a plugin, parsed and resolved: what the rules look at.
import type { PluginFile } from './finding';
import { configurationPath, followConfiguration } from './plugin/configuration';
import { findReach, type PhaseReach } from './plugin/phases';
import { PluginSchema } from './schema/pluginSchema';
import { analyseScopes } from './scope';
import { LineTable } from './syntax/lines';
import type { Mention, Notes, Place } from './syntax/notes';
import type { SyntaxProblem } from './syntax/problem';
import { type LostPiece, namesDeclaredIn, parseTolerantly } from './syntax/recovery';
import {
  argumentsOf,
  type Call,
  type Chunk,
  type Expression,
  type ReturnStatement,
  type Span,
  type Variable,
} from './syntax/tree';
import { possibleTexts } from './values/choices';
import { Guards } from './values/guards';
import { Resolver } from './values/resolver';
import { PathValue, type TableValue, type Value } from './values/value';

/** A place where something from outside the file is used, directly or through a local name. */
export interface PathUse {
  readonly path: PathValue;
  readonly mention: Mention;
  /** Reached through a local name only, so that the path itself is written elsewhere. */
  readonly isAlias: boolean;
}

export interface RequireUse {
  readonly call: Call;
  /** The expression that names the module, and the name where it is known; one use for each name it may be. */
  readonly name: Expression;
  readonly module: string | undefined;
  readonly mention: Mention;
  /** A failure is caught: `pcall(require, …)`, or inside a function given to `pcall`. */
  readonly isProtected: boolean;
}

export class LuaSource {
  readonly text: string;
  readonly chunk: Chunk;
  readonly notes: Notes;
  readonly variables: readonly Variable[];
  readonly values: Resolver;
  readonly problems: readonly SyntaxProblem[];
  /** Parts of the file could not be read: what seems to be missing may stand there. */
  readonly isDamaged: boolean;
  /** The value of `conf`, the plugin's configuration. */
  readonly configuration = new PathValue(configurationPath, 'conf', undefined, 'conf');
  readonly #guards: Guards;
  readonly #lost: readonly LostPiece[];
  readonly #lostNames: ReadonlySet<string>;
  #lines: LineTable | undefined;
  #uses: ReadonlyMap<PathValue, readonly PathUse[]> | undefined;
  #requires: readonly RequireUse[] | undefined;
  #reach: PhaseReach | undefined;
  #pluginSchema: PluginSchema | undefined;

  constructor(
    readonly file: PluginFile,
    text: string,
    /** The tree, where whoever asks has parsed the text already. */
    parsed?: Chunk,
  ) {
    this.text = text.startsWith('\ufeff') ? text.slice(1) : text;
    const { chunk, problems, lost } =
      parsed === undefined ? parseTolerantly(this.text) : { chunk: parsed, problems: [], lost: [] };
    const scoped = analyseScopes(chunk);
    this.chunk = chunk;
    this.isDamaged = problems.length > 0;
    this.#lost = lost;
    this.#lostNames = new Set(
      lost.flatMap(({ text: piece }) => piece.match(/[A-Za-z_]\w*/g) ?? []),
    );
    this.notes = scoped.notes;
    this.variables = scoped.variables;
    this.problems = [...problems, ...scoped.problems];
    this.values = new Resolver(this.notes, namesDeclaredIn(lost));
    this.#guards = new Guards(this.values);
    this.#openEscaped();
    if (file === 'handler') {
      followConfiguration(this.module, this.notes, this.values, this.configuration);
    }
  }

  get lines(): LineTable {
    this.#lines ??= new LineTable(this.text);
    return this.#lines;
  }

  slice([start, end]: Span): string {
    return this.text.slice(start, end);
  }

  /** What the file returns: the `return` that ends it. */
  get returned(): ReturnStatement | undefined {
    const last = this.chunk.body.at(-1);
    return last?.type === 'ReturnStatement' ? last : this.notes.main.returns.at(-1);
  }

  get returnedValue(): Value | undefined {
    const node = this.returned?.arguments[0];
    return node && this.values.valueOf(node);
  }

  /** The table that the file returns, as far as it is known. */
  get module(): TableValue | undefined {
    return this.values.tableOf(this.returnedValue);
  }

  /** Every use of something from outside, by what is used. */
  get uses(): ReadonlyMap<PathValue, readonly PathUse[]> {
    this.#uses ??= this.#collectUses();
    return this.#uses;
  }

  /** The name stands in a part that could not be read: it may be declared there. */
  isLost(name: string): boolean {
    return this.#lostNames.has(name);
  }

  /** Uses of a path such as `ngx.timer` or `"resty.http".new` and of everything below it. */
  usesWithin(path: string): PathUse[] {
    const { uses } = this;
    const found = this.values.paths.find(path);
    const result: PathUse[] = [];
    const pending = found === undefined ? [] : [found];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      result.push(...(uses.get(at) ?? []));
      pending.push(...at.members);
    }
    return result;
  }

  /** Calls of exactly this path. */
  calls(path: string): PathUse[] {
    const { uses } = this;
    const found = this.values.paths.find(path);
    const all = found === undefined ? [] : (uses.get(found) ?? []);
    return all.filter(({ mention }) => mention.role === 'call');
  }

  get requires(): readonly RequireUse[] {
    this.#requires ??= this.#collectRequires();
    return this.#requires;
  }

  /** Which functions run in which phases. */
  get reach(): PhaseReach {
    this.#reach ??= findReach(this.module, this.notes, this.values);
    return this.#reach;
  }

  /** What the file defines, where it is schema.lua. */
  get pluginSchema(): PluginSchema {
    const { returned, notes, values, isDamaged } = this;
    this.#pluginSchema ??= new PluginSchema(returned?.arguments[0], notes, values, isDamaged);
    return this.#pluginSchema;
  }

  /** The code has asked whether `denied`, or the part of it that it uses here, exists. */
  isGuarded({ mention, path }: PathUse, denied: PathValue): boolean {
    if (this.isUncertain(mention.node)) return true;
    return this.#guards.isGuarded(mention.guard, path, denied);
  }

  /** A condition near by could not be read: whether this runs is not known. */
  isUncertain({ range: [offset] }: { readonly range: Span }): boolean {
    return this.#lost.some(
      ({ start, text, hasCondition }) =>
        hasCondition && start <= offset && offset < start + text.length,
    );
  }

  /** Runs inside a function that is handed to `pcall`. */
  isProtected({ scope }: Pick<Place, 'scope'>): boolean {
    for (let at: typeof scope | undefined = scope; at !== undefined; at = at.parent) {
      if (at.isProtected) return true;
    }
    return false;
  }

  /** Tables that other functions get may have members that are not seen here. */
  #openEscaped(): void {
    for (const variable of this.variables) {
      const value = variable.escapes ? this.values.valueOfVariable(variable) : undefined;
      if (value?.kind === 'table') value.isOpen = true;
    }
  }

  #collectUses(): Map<PathValue, PathUse[]> {
    const uses = new Map<PathValue, PathUse[]>();
    for (const mention of this.notes.mentions) {
      const value = this.values.valueOf(mention.node);
      if (value?.kind !== 'path') continue;
      const use = { path: value, mention, isAlias: isLocalName(mention.node) };
      const known = uses.get(value);
      if (known === undefined) uses.set(value, [use]);
      else known.push(use);
    }
    return uses;
  }

  #collectRequires(): RequireUse[] {
    const { uses } = this;
    const requirePath = this.values.paths.find('require');
    const found = requirePath === undefined ? [] : (uses.get(requirePath) ?? []);
    const result: RequireUse[] = [];
    for (const { mention } of found) {
      if (mention.site === undefined) continue;
      const { call } = mention.site;
      const all = argumentsOf(call);
      const isCaught = mention.role === 'argument' && all[0] === mention.node;
      const name = mention.role === 'call' ? all[0] : isCaught ? all[1] : undefined;
      if (name === undefined) continue;
      const isProtected = isCaught || this.isProtected(mention);
      for (const module of possibleTexts(name, this.values))
        result.push({ call, name, module, mention, isProtected });
    }
    return result;
  }
}

function isLocalName(node: Expression): boolean {
  return node.type === 'Identifier' && node.variable !== undefined;
}
