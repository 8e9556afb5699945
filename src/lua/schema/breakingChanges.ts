// What a new schema refuses that the one in use accepted: existing instances of the plugin would fail.
import type { Translate } from '../../text';
import type { Span } from '../syntax/tree';
import type { Constant } from '../values/constants';
import type { Entry } from './evaluation/datum';
import type { FieldList, FieldSpec } from './fieldSpec';
import type { PluginSchema } from './pluginSchema';

export interface BreakingChange {
  /** `redis.host`, without `config`. */
  readonly path: string;
  /** In the new schema; absent where it shows nothing to point at. */
  readonly at: Span | undefined;
  readonly message: string;
}

/** Compares the configurations of two schemas; what is not known in either has not changed. */
export function breakingChanges(
  before: PluginSchema,
  after: PluginSchema,
  t: Translate,
): readonly BreakingChange[] {
  const [old, now] = [before.field('config'), after.field('config')];
  if (old?.spec === undefined || now?.spec === undefined) return [];
  return [...new Comparison(t).specs(old.spec, now.spec, '', now.at)];
}

class Comparison {
  readonly #t: Translate;
  readonly #seen = new Set<FieldSpec>();

  constructor(t: Translate) {
    this.#t = t;
  }

  *specs(old: FieldSpec, now: FieldSpec, path: string, at?: Span): Iterable<BreakingChange> {
    if (this.#seen.has(now)) return;
    this.#seen.add(now);
    if (isOtherType(old.type, now.type)) {
      const message = this.#t('{0} was {1} and is {2} now', path, old.type ?? '', now.type ?? '');
      yield { path, at: now.get('type')?.at ?? at, message };
      return;
    }
    yield* this.#validators(old, now, path, at);
    yield* this.#fields(old, now, path, at);
    for (const part of ['elements', 'keys', 'values']) {
      const [before, after] = [old.nested(part), now.nested(part)];
      if (before === undefined || after === undefined) continue;
      yield* this.specs(before, after, part === 'elements' ? `${path}[]` : path, at);
    }
  }

  *#fields(old: FieldSpec, now: FieldSpec, path: string, at?: Span): Iterable<BreakingChange> {
    const [before, after] = [old.fields, now.fields];
    if (before === undefined || after === undefined) return;
    const shorthands = new Set(now.shorthands?.fields.map(({ name }) => name));
    const isRest = now.get('shorthand_fields') !== undefined && !now.shorthands?.isComplete;
    for (const { name, spec } of before.fields) {
      const own = join(path, name);
      const current = after.fields.findLast((field) => field.name === name);
      if (current?.spec !== undefined && spec !== undefined) {
        yield* this.specs(spec, current.spec, own, current.at);
        yield* this.#required(spec, current.spec, own, current.at);
      } else if (current === undefined && after.isComplete && !shorthands.has(name) && !isRest) {
        yield { path: own, at: after.entry.keyAt ?? at, message: this.#t('{0} is gone', own) };
      }
    }
    yield* this.#added(before, after, path);
  }

  *#added(before: FieldList, after: FieldList, path: string): Iterable<BreakingChange> {
    if (!before.isComplete) return;
    const known = new Set(before.fields.map(({ name }) => name));
    for (const { name, spec, at } of after.fields) {
      if (spec === undefined || known.has(name) || !isDemanded(spec)) continue;
      const own = join(path, name);
      yield { path: own, at, message: this.#t('{0} is new and required, without a default', own) };
    }
  }

  *#required(
    old: FieldSpec,
    now: FieldSpec,
    path: string,
    at: Span | undefined,
  ): Iterable<BreakingChange> {
    const wasOptional = old.lacks('required') || old.get('required')?.constant === false;
    if (!wasOptional || !isDemanded(now)) return;
    const place = now.get('required')?.keyAt ?? at;
    yield { path, at: place, message: this.#t('{0} is required now, without a default', path) };
  }

  *#validators(old: FieldSpec, now: FieldSpec, path: string, at?: Span): Iterable<BreakingChange> {
    for (const entry of now.table.entries()) {
      const { key } = entry;
      const before = old.get(key);
      const isNew = before === undefined && !old.table.isOpen && narrowing.has(key);
      const isNarrower = before !== undefined && isTighter(key, before, entry);
      if (!isNew && !isNarrower) continue;
      const message = this.#t('{0} accepts fewer values now ({1})', path, key);
      yield { path, at: entry.keyAt ?? at, message };
    }
  }
}

/** Attributes that refuse values which were fine without them. */
const narrowing = new Set(
  'between eq ne gt len_eq len_max match not_match match_all match_none match_any starts_with one_of not_one_of contains is_regex uuid custom_validator'.split(
    ' ',
  ),
);

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** A whole number is a number, a set is a list. */
function isOtherType(old: string | undefined, now: string | undefined): boolean {
  if (old === undefined || now === undefined || old === now) return false;
  return !(old === 'integer' && now === 'number') && !(old === 'set' && now === 'array');
}

/** Somebody has to give a value. */
function isDemanded(spec: FieldSpec): boolean {
  if (!spec.isTrue('required') || spec.table.isOpen) return false;
  if (spec.get('default') !== undefined || spec.get('auto') !== undefined) return false;
  if (spec.type !== 'record') return true;
  // A required record is made of the defaults of its fields.
  return spec.fields?.fields.some(({ spec: inner }) => inner && isDemanded(inner)) ?? false;
}

function isTighter(key: string, before: Entry, after: Entry): boolean {
  const [old, now] = [before.constant, after.constant];
  switch (key) {
    case 'one_of':
      return isWithout(itemsOf(after), itemsOf(before));
    case 'not_one_of':
      return isWithout(itemsOf(before), itemsOf(after));
    case 'between': {
      const [oldLow, oldHigh] = itemsOf(before) ?? [];
      const [low, high] = itemsOf(after) ?? [];
      return isMore(low, oldLow) || isMore(oldHigh, high);
    }
    case 'gt':
    case 'len_min':
      return isMore(now, old);
    case 'len_max':
      return isMore(old, now);
    case 'len_eq':
    case 'match':
    case 'starts_with':
      return old !== undefined && now !== undefined && old !== now;
    default:
      return false;
  }
}

function itemsOf({ table }: Entry): (Constant | undefined)[] | undefined {
  return table === undefined || table.isOpen
    ? undefined
    : table.items.map(({ constant }) => constant);
}

function isWithout(list?: (Constant | undefined)[], values?: (Constant | undefined)[]): boolean {
  if (list === undefined || values === undefined || list.includes(undefined)) return false;
  return values.some((value) => value !== undefined && !list.includes(value));
}

function isMore(one: Constant | undefined, other: Constant | undefined): boolean {
  return typeof one === 'number' && typeof other === 'number' && one > other;
}
