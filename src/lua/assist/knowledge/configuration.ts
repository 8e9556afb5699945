// The plugin's configuration as schema.lua declares it, for the places in handler.lua that use it.
import type { Translate } from '../../../text';
import { isConfiguration } from '../../plugin/configuration';
import type { Entry } from '../../schema/evaluation/datum';
import type { FieldSpec, NamedField } from '../../schema/fieldSpec';
import type { LuaSource } from '../../source';
import type { Expression } from '../../syntax/tree';
import type { PathValue } from '../../values/value';
import { inLua } from './pdkPage';
import { phaseByName } from './phasesAt';

/** The names below `conf` that an expression stands for: none for `conf` itself. */
export function namesBelowConf(source: LuaSource, node: Expression): string[] | undefined {
  if (isLikelyConf(source, node)) return [];
  if (node.type === 'MemberExpression') {
    const above = source.values.valueOf(node.base) ? undefined : namesBelowConf(source, node.base);
    if (above !== undefined) return [...above, node.identifier.name];
  }
  const value = source.values.valueOf(node);
  return value?.kind === 'path' && isConfiguration(value) ? namesOf(value) : undefined;
}

function namesOf(value: PathValue): string[] {
  const names: string[] = [];
  for (let at = value; at.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names;
}

const usualName = /^(?:plugin_?)?conf(?:ig)?$/;

/**
 * A parameter of which nothing is known, as in code that is being written: the second of a method named like a phase, or
 * one with the name that people give the configuration.
 */
function isLikelyConf({ file, values }: LuaSource, node: Expression): boolean {
  const variable = node.type === 'Identifier' ? node.variable : undefined;
  if (file !== 'handler' || variable?.kind !== 'parameter') return false;
  if (values.valueOfVariable(variable) !== undefined) return false;
  const isOfPhase = phaseByName(variable.owner) !== undefined;
  return (isOfPhase && variable.owner.parameters[1] === variable) || usualName.test(variable.name);
}

/** The fields of the configuration, or of a record in it. */
export function fieldsBelow(
  schema: LuaSource | undefined,
  names: readonly string[],
): readonly NamedField[] {
  const config = schema?.pluginSchema.field('config')?.spec;
  const record = names.length === 0 ? config : fieldAt(schema, names)?.spec;
  return record === undefined ? [] : fieldsOf(record);
}

export function fieldAt(
  schema: LuaSource | undefined,
  names: readonly string[],
): NamedField | undefined {
  const [last, ...above] = [...names].reverse();
  const around = last === undefined ? [] : fieldsBelow(schema, above.reverse());
  return around.find(({ name }) => name === last);
}

function fieldsOf(record: FieldSpec): readonly NamedField[] {
  if (record.type !== 'record') return [];
  return [...(record.fields?.fields ?? []), ...(record.shorthands?.fields ?? [])];
}

/** `array of string`, `map of integer` */
export function typeOf(spec: FieldSpec | undefined, t: Translate): string {
  const type = spec?.type;
  if (spec === undefined || type === undefined) return t('not known');
  const inner = spec.nested('elements') ?? spec.nested('values');
  return inner?.type === undefined ? type : t('{0} of {1}', type, inner.type);
}

export function fieldPage(path: string, { spec }: NamedField, t: Translate): string {
  const lines = [inLua(`${path}: ${typeOf(spec, t)}`)];
  const description = spec?.get('description')?.text;
  if (description !== undefined) lines.push(description);
  const facts = spec === undefined ? [] : factsOf(spec, t);
  if (facts.length > 0) lines.push(facts.join(' · '));
  return lines.join('\n\n');
}

function factsOf(spec: FieldSpec, t: Translate): string[] {
  const facts: string[] = [];
  if (spec.isTrue('required')) facts.push(t('required'));
  const [value, choices] = [written(spec.get('default')), spec.get('one_of')?.table?.items];
  if (value !== undefined) facts.push(t('default: {0}', `\`${value}\``));
  const limits = spec.get('between')?.table?.items.map(written);
  if (limits?.length === 2) facts.push(t('between {0} and {1}', ...limits.map(String)));
  const names = choices?.map((choice) => `\`${written(choice) ?? '…'}\``);
  if (names !== undefined) facts.push(t('one of {0}', names.join(', ')));
  if (spec.isTrue('encrypted')) facts.push(t('encrypted'));
  if (spec.isTrue('referenceable')) facts.push(t('takes vault references'));
  return facts;
}

function written(entry: Entry | undefined): string | undefined {
  const { constant, table } = entry ?? {};
  if (typeof constant === 'string') return JSON.stringify(constant);
  if (constant !== undefined) return String(constant);
  return table === undefined ? undefined : '{…}';
}
