// What a new plugin is made from, and the names that its parts may have.
import { isBundledPlugin } from '../../lua/gateway/bundledPlugins';
import type { SandboxName } from '../../lua/rule';
import type { Translate } from '../../text';

export type NewFieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'map';

export interface NewField {
  readonly name: string;
  /** Arrays and maps hold texts. */
  readonly type: NewFieldType;
  readonly required: boolean;
  /** A secret is stored encrypted and may come from a vault; only texts can be one. */
  readonly secret?: boolean;
  readonly default?: string | number | boolean | readonly string[];
}

/** Methods of a plugin that run for HTTP traffic, and the one that hears of every configuration. */
export const newPluginPhases = [
  'rewrite',
  'access',
  'response',
  'header_filter',
  'body_filter',
  'log',
  'configure',
] as const;

export type NewPluginPhase = (typeof newPluginPhases)[number];

export interface NewPlugin {
  readonly name: string;
  /** In the order of a request. */
  readonly phases: readonly NewPluginPhase[];
  readonly fields: readonly NewField[];
  readonly sandbox: SandboxName;
}

/** Why a plugin cannot be called so; nothing when it can. */
export function newNameProblem(name: string, t: Translate): string | undefined {
  if (name === '') return t('Type a name, for example {0}.', 'stamp-response');
  if (!/^[a-z0-9-]*$/.test(name)) return t('Use small letters, digits and dashes only.');
  if (name.startsWith('-')) return t('Start with a letter or a digit.');
  if (name.length > 128) return t('A name has at most 128 characters; this has {0}.', name.length);
  return isBundledPlugin(name)
    ? t('{0} is a plugin that comes with the gateway; take another name.', name)
    : undefined;
}

const keywords = new Set(
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(
    ' ',
  ),
);
/** What Kong itself puts into the configuration that a phase is given. */
const internal = new Set(
  'ordering service_id route_id consumer_id consumer_group_id plugin_instance_name'.split(' '),
);

export function newFieldProblem(
  name: string,
  others: readonly Pick<NewField, 'name'>[],
  t: Translate,
): string | undefined {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    return t('Use small letters, digits and underscores, with a letter first.');
  if (keywords.has(name)) return t('{0} is a word of Lua itself; take another name.', name);
  if (internal.has(name)) return t('{0} is used by Kong itself; take another name.', name);
  return others.some((other) => other.name === name)
    ? t('There is a field {0} already.', name)
    : undefined;
}

/** `response` waits for the whole answer, the filters see it pass: Kong refuses a plugin that has both. */
export function phasesProblem(phases: readonly NewPluginPhase[], t: Translate): string | undefined {
  if (phases.length === 0)
    return t('A plugin needs at least one phase in which it does something.');
  const filter = phases.find((phase) => phase === 'header_filter' || phase === 'body_filter');
  return phases.includes('response') && filter !== undefined
    ? t('Kong refuses a plugin with both {0} and {1}: choose one of them.', 'response', filter)
    : undefined;
}

/**
 * What is typed for a default.
 * @returns undefined for none
 */
export function parseDefault(text: string, type: NewFieldType): NewField['default'] {
  if (text === '') return undefined;
  if (type === 'integer' || type === 'number') return Number(text);
  if (type !== 'array') return text;
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function defaultProblem(text: string, type: NewFieldType, t: Translate): string | undefined {
  if (text === '' || (type !== 'integer' && type !== 'number')) return undefined;
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= 2 ** 53;
  if (type === 'number') return isNumber ? undefined : t('Type a number such as {0}.', '0.5');
  return isNumber && Number.isInteger(Number(text)) && !text.includes('.')
    ? undefined
    : t('Type a whole number such as {0}.', '10');
}
