// A plugin instance as the JSON document in which it is edited, with its secrets behind marks.
import { isSecret } from '../export/terraform/secrets';
import type { Plugin } from '../konnect/resources/plugins';
import type { ConfigForm } from '../lua/schema/json/configForm';
import { type Masked, maskSecrets } from './masks';

type Facts = Pick<ConfigForm, 'encrypted' | 'nullable'>;

/** What the document shows of an instance, in this order; its scope is where it stands. */
export const shownKeys = [
  'name',
  'instance_name',
  'enabled',
  'protocols',
  'tags',
  'ordering',
  'condition',
  'config',
] as const;

export interface InstanceText extends Masked {
  readonly text: string;
}

/** The same instance always gives the same text. */
export function instanceText(plugin: Plugin, facts: Facts): InstanceText {
  const shown: Record<string, unknown> = {};
  for (const key of shownKeys) {
    const value = plugin[key];
    if (value === null || value === undefined) continue;
    shown[key] = key === 'config' ? withoutNulls(value, [], facts) : value;
  }
  const masked = maskSecrets(
    shown,
    (path, text) => path[0] === 'config' && isMasked(path, text, facts),
  );
  return { ...masked, text: `${JSON.stringify(masked.value, undefined, 2)}\n` };
}

function isMasked([, ...path]: readonly string[], text: string, { encrypted }: Facts): boolean {
  const isEncrypted = encrypted.some((pattern) => covers(pattern, path));
  // A reference is made to be read by anybody.
  if (isEncrypted) return text !== '' && !/^\{vault:\/\/[^{}]*\}$/.test(text);
  return isSecret(path, text);
}

/** A field that is null and has no default is as good as not there: those would be most of the document. */
function withoutNulls(value: unknown, path: readonly string[], facts: Facts): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => withoutNulls(item, [...path, String(index)], facts));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, inner]) => inner !== null || facts.nullable.some((one) => covers(one, [...path, key])),
  );
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, withoutNulls(inner, [...path, key], facts)]),
  );
}

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((part, index) => {
      const at = path[index] ?? '';
      return part === at || part === '*' || (part === '[]' && /^\d+$/.test(at));
    })
  );
}

/** What a new instance starts from. */
export function newInstanceText(name: string, form: Pick<ConfigForm, 'demanded'>): string {
  return `${JSON.stringify({ name, enabled: true, config: form.demanded }, undefined, 2)}\n`;
}
