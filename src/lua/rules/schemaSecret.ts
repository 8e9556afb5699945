// Secrets should be stored encrypted and be allowed to come from a vault.
import { insertEntry } from '../plugin/fixes';
import type { Rule } from '../rule';
import type { FieldSpec, NamedField } from '../schema/fieldSpec';

/** Calibrated on the bundled plugins, where 94 of 100 fields with such a name are marked. */
const secret =
  /(?:^|_)(?:password|passwd|secret|token|api_?key|private_key|access_key|credential|passphrase|client_secret|auth_token|bearer|signing_key|jwk)s?(?:_value)?$|_(?:key|secret|token|password)$/;
/** Names of keys, and numbers of tokens. */
const harmless =
  /(?:^|_)(?:ssl_cert|counter|cache|public|context|source|output|input|target|log|sort|partition|primary|lookup|header|claim|name|map)_key$|_tokens$/;

export const schemaSecret: Rule = {
  name: 'schema-secret',
  severity: 'warning',
  file: 'schema',
  *check(source, { t }) {
    for (const field of source.pluginSchema.configFields) {
      const { name, at, spec } = field;
      if (spec === undefined || at === undefined || !isSecretName(name)) continue;
      const holder = holderOf(spec);
      if (holder === undefined || isMarked(holder) || isMarked(spec) || isOpenSecret(spec))
        continue;
      const message = t(
        '"{0}" looks like a secret; add encrypted = true, referenceable = true',
        name,
      );
      const edit = isOwn(holder, field)
        ? insertEntry(source, holder.table, 'encrypted = true, referenceable = true')
        : undefined;
      const fix = edit && { title: t('Add encrypted and referenceable'), edits: [edit] };
      yield { at, message, ...(fix && { fix }) };
    }
  },
};

export function isSecretName(name: string): boolean {
  return secret.test(name) && !harmless.test(name);
}

/** What holds the text: the field, or the elements of a list. */
function holderOf(spec: FieldSpec): FieldSpec | undefined {
  const isList = spec.type === 'array' || spec.type === 'set';
  const holder = isList ? spec.nested('elements') : spec;
  return holder?.type === 'string' && !holder.table.isOpen ? holder : undefined;
}

function isMarked(spec: FieldSpec): boolean {
  return spec.get('encrypted') !== undefined || spec.get('referenceable') !== undefined;
}

/** A value that everybody can read in the schema is no secret. */
function isOpenSecret(spec: FieldSpec): boolean {
  const value = spec.get('default');
  return spec.get('one_of') !== undefined || (value !== undefined && value.text !== '');
}

/** Written with the field, and not shared with others. */
function isOwn({ table: { node } }: FieldSpec, { item }: NamedField): boolean {
  const [start, end] = item.at ?? [0, 0];
  return node !== undefined && start <= node.range[0] && node.range[1] <= end;
}
