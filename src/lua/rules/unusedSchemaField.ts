// Configuration that people can set and that changes nothing.
import { type ConfigFields, configFields } from '../plugin/configFields';
import { Escapes } from '../plugin/escapes';
import { phaseMethods } from '../plugin/phases';
import type { Problem, Rule, RuleContext } from '../rule';
import type { LuaSource } from '../source';
import type { PathValue } from '../values/value';

export const unusedSchemaField: Rule = {
  name: 'unused-schema-field',
  severity: 'hint',
  file: 'schema',
  *check(schema, { t, handler }) {
    const fields = configFields(schema);
    if (fields === undefined || handler === undefined || handler.isDamaged) return;
    if (handler.module === undefined || handler.module.isOpen) return;
    // It gets all configurations at once, in a list.
    if (handler.module.fields.has('configure')) return;
    // A method from another file may read anything.
    const methods = phaseMethods(handler.module, handler.values);
    if (methods.some(({ scope }) => scope === undefined)) return;
    yield* unused(fields, handler.configuration, handler, new Escapes(handler), [], t);
  },
};

function* unused(
  { byName }: ConfigFields,
  owner: PathValue,
  handler: LuaSource,
  escapes: Escapes,
  names: readonly string[],
  t: RuleContext['t'],
): Iterable<Problem> {
  if (escapes.has(owner)) return;
  for (const { name, at, fields } of byName.values()) {
    if (at === undefined) continue;
    const path = owner.member(name);
    const all = [...names, name];
    const message = t('config.{0} is not used by handler.lua', all.join('.'));
    if (!isRead(handler, path)) yield { at, message, tags: ['unnecessary'] };
    else if (fields !== undefined) yield* unused(fields, path, handler, escapes, all, t);
  }
}

/** The field or something below it is used. */
function isRead({ uses }: LuaSource, field: PathValue): boolean {
  const pending = [field];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (uses.has(at)) return true;
    pending.push(...at.members);
  }
  return false;
}
