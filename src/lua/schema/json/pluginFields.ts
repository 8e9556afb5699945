// The fields of a plugin as definitions, from either of the two forms in which they are known.
import type { Translate } from '../../../text';
import { LuaSource } from '../../source';
import type { ConfigFailure } from '../configFailure';
import { configFailuresOf, type SchemaParts } from '../configFailures';
import { tableOf } from '../evaluation/datum';
import { FieldSpecs } from '../fieldSpec';
import { jsonDatum } from '../jsonData';
import type { ConfigForm } from './configForm';
import { schemaOfConfig } from './jsonSchema';

export type PluginFieldsSource =
  /** The text of schema.lua. */
  | { readonly lua: string }
  /** As Konnect answers it: a list of objects with one key each. */
  | { readonly fields: unknown };

export function configForm(source: PluginFieldsSource, t: Translate): ConfigForm {
  const { fields } = partsOf(source);
  const field = (name: string) => fields?.fields.findLast((one) => one.name === name)?.spec;
  const allowed = field('protocols')?.nested('elements')?.get('one_of')?.table;
  const protocols = allowed?.items.flatMap(({ text }) => (text === undefined ? [] : [text]));
  return { ...schemaOfConfig(field('config'), t), protocols };
}

/** Every failure of the configuration; nothing where the schema is not known. */
export function configFailures(
  source: PluginFieldsSource,
  config: unknown,
  t: Translate,
): readonly ConfigFailure[] {
  return [...configFailuresOf(partsOf(source), config, t)];
}

function partsOf(source: PluginFieldsSource): SchemaParts {
  if ('lua' in source) return new LuaSource('schema', source.lua).pluginSchema;
  const root = tableOf(jsonDatum(source).data);
  return { root, fields: new FieldSpecs().list(root?.get('fields')) };
}
