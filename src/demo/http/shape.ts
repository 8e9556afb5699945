// What a request body must look like: small readers that give the value its type and report as Konnect words it.

import { isObject, type Json, type JsonObject } from '../world/json';
import { type InvalidParameter, invalid } from './refusal';

export type Report = (problem: InvalidParameter) => void;
/** Reads `value`; what it returns counts only when nothing was reported. */
export type Shape<T> = (value: unknown, field: string, report: Report) => T | undefined;
export type Read<S> = S extends Shape<infer T> ? T : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type NoFields = Readonly<Record<never, never>>;
type ObjectOf<R extends Fields, O extends Fields> = { readonly [K in keyof R]: Read<R[K]> } & {
  readonly [K in keyof O]?: Read<O[K]>;
};

/** Throws a 400 that lists everything that is wrong with `body`. */
export function readBody<T>(shape: Shape<T>, body: unknown): T {
  const problems: InvalidParameter[] = [];
  const value = shape(body, '', (problem) => problems.push({ source: 'body', ...problem }));
  if (problems.length > 0) throw invalid(problems);
  return value as T;
}

function wrong(rule: string, reason: string): Shape<never> {
  return (_value, field, report) => {
    report({ field, rule, reason: `${field} ${reason}` });
    return undefined;
  };
}

export function text(limits: { min?: number; max?: number; pattern?: RegExp } = {}): Shape<string> {
  return (value, field, report) => {
    if (typeof value !== 'string')
      return wrong('is_string', 'must be a string')(value, field, report);
    checkLength(value, limits, field, report);
    if (limits.pattern && !limits.pattern.test(value)) {
      const reason = `${field} must match ${limits.pattern.source} regular expression`;
      report({ field, rule: 'matches_regex', reason });
    }
    return value;
  };
}

function checkLength(
  value: string,
  limits: { min?: number; max?: number },
  field: string,
  report: Report,
): void {
  const { min = 0, max = Number.POSITIVE_INFINITY } = limits;
  if (value.length < min) {
    const reason = `${field} must be longer than or equal to ${min} characters`;
    report({ field, rule: 'min_length', minimum: min, reason });
  }
  if (value.length > max) {
    const reason = `${field} must be shorter than or equal to ${max} characters`;
    report({ field, rule: 'max_length', maximum: max, reason });
  }
}

export function integer(limits: { min?: number; max?: number } = {}): Shape<number> {
  return (value, field, report) => {
    if (!Number.isInteger(value))
      return wrong('is_integer', 'must be an integer number')(value, field, report);
    const number = value as number;
    if (limits.min !== undefined && number < limits.min) {
      report({
        field,
        rule: 'min',
        minimum: limits.min,
        reason: `${field} must not be less than ${limits.min}`,
      });
    }
    if (limits.max !== undefined && number > limits.max) {
      report({
        field,
        rule: 'max',
        maximum: limits.max,
        reason: `${field} must not be greater than ${limits.max}`,
      });
    }
    return number;
  };
}

export const boolean: Shape<boolean> = (value, field, report) =>
  typeof value === 'boolean'
    ? value
    : wrong('is_boolean', 'must be a boolean value')(value, field, report);

export function oneOf<const T extends string>(...choices: readonly T[]): Shape<T> {
  return (value, field, report) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) {
      const reason = `${field} must be one of the following values: ${choices.join(', ')}`;
      report({ field, rule: 'enum', choices, reason });
    }
    return found;
  };
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuidPattern.test(value);
}

export const uuid: Shape<string> = (value, field, report) =>
  isUuid(value) ? value : wrong('is_uuid', 'must be a UUID')(value, field, report);

const hostPattern =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

export const domainName: Shape<string> = (value, field, report) => {
  const read = text({ min: 1, max: 253 })(value, field, report);
  if (read === undefined || read === '' || hostPattern.test(read)) return read;
  return wrong('is_fqdn', 'must be a valid domain name')(value, field, report);
};

export const anything: Shape<Json> = (value) => value as Json;

export const anyObject: Shape<JsonObject> = (value, field, report) =>
  isObject(value) ? value : wrong('is_object', 'must be an object')(value, field, report);

export function list<T>(
  item: Shape<T>,
  limits: { min?: number; max?: number } = {},
): Shape<readonly T[]> {
  return (value, field, report) => {
    if (!Array.isArray(value)) return wrong('is_array', 'must be an array')(value, field, report);
    const { min = 0, max = Number.POSITIVE_INFINITY } = limits;
    if (value.length < min) {
      report({
        field,
        rule: 'min_items',
        minimum: min,
        reason: `${field} must contain at least ${min} elements`,
      });
    }
    if (value.length > max) {
      report({
        field,
        rule: 'max_items',
        maximum: max,
        reason: `${field} must contain no more than ${max} elements`,
      });
    }
    return value.map((one, index) => item(one, `${field}.${index}`, report)) as T[];
  };
}

/** An object whose keys are data. */
export function map<T>(item: Shape<T>, key?: Shape<string>): Shape<Readonly<Record<string, T>>> {
  return (value, field, report) => {
    if (!isObject(value)) return wrong('is_object', 'must be an object')(value, field, report);
    const entries = Object.entries(value).map(([name, one]) => {
      key?.(name, `${field}.${name}`, report);
      return [name, item(one, `${field}.${name}`, report)];
    });
    return Object.fromEntries(entries) as Readonly<Record<string, T>>;
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, field, report) => (value === null ? null : shape(value, field, report));
}

/** A closed object: what is not named is refused. */
export function object<R extends Fields, O extends Fields = NoFields>(
  required: R,
  optional?: O,
): Shape<ObjectOf<R, O>> {
  const known: Fields = { ...required, ...optional };
  return (value, field, report) => {
    if (!isObject(value)) return notAnObject(field, report);
    const at = (name: string) => (field === '' ? name : `${field}.${name}`);
    for (const name of Object.keys(required)) {
      if (value[name] !== undefined) continue;
      report({ field: at(name), rule: 'required', reason: `${at(name)} is a required field` });
    }
    const entries: [string, unknown][] = [];
    for (const [name, one] of Object.entries(value)) {
      const shape = Object.hasOwn(known, name) ? known[name] : undefined;
      if (shape) entries.push([name, shape(one, at(name), report)]);
      else
        report({
          field: at(name),
          rule: 'unknown_property',
          reason: `property ${at(name)} should not exist`,
        });
    }
    return Object.fromEntries(entries) as ObjectOf<R, O>;
  };
}

function notAnObject(field: string, report: Report): undefined {
  if (field === '') report({ field: 'body', reason: 'request format is invalid' });
  else report({ field, rule: 'is_object', reason: `${field} must be an object` });
  return undefined;
}

/** Chooses among shapes by the value of `kind`. */
export function byKind<S extends Readonly<Record<string, Shape<unknown>>>>(
  kinds: S,
): Shape<Read<S[keyof S]>> {
  const choices = Object.keys(kinds);
  return (value, field, report) => {
    if (!isObject(value)) return notAnObject(field, report);
    const kind = value.kind;
    const shape = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (shape) return shape(value, field, report) as Read<S[keyof S]>;
    oneOf(...choices)(kind, `${field}.kind`, report);
    return undefined;
  };
}
