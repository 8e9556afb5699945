// Keys and values in the tables of schema.lua.

import { entityChecks, entityFields, matchAttributes } from '../../../schema/data/attributes';
import { typedefsModule } from '../../../schema/evaluation/library';
import { fieldTypes, isEntityField } from '../../../schema/language';
import {
  attributeWords,
  checkWords,
  partWords,
  topLevelWords,
  typedefWords,
  typeWords,
  type Words,
} from '../../knowledge/words';
import type { Suggestion } from '../../request';
import type { CompletionPlace } from '../place';
import { attributeSuggestions, keySuggestions } from './attributeSuggestions';
import { fieldNames } from './fieldNames';
import { keyOf, type SchemaPlace } from './schemaPlace';

export function schemaSuggestions(
  place: CompletionPlace,
  inside: SchemaPlace,
): readonly Suggestion[] {
  const { part, key } = inside;
  switch (part.kind) {
    case 'root':
      return key === undefined ? keySuggestions(place, inside, topLevelWords) : [];
    case 'fields':
      return place.cursor.isInString ? [] : newFields(place, inside, part.isTop);
    case 'field':
      return key === undefined
        ? entityFieldNames(place, inside)
        : definitions(place, key, part.isTop);
    case 'spec':
      if (key === undefined) return attributeSuggestions(place, inside, part);
      return attributeValues(place, inside, key);
    case 'checks':
      return place.cursor.isInString ? [] : newChecks();
    case 'check':
      return key === undefined ? keySuggestions(place, inside, checkWords) : [];
    case 'checkParts':
      return checkParts(place, inside, part.check);
    case 'match':
      return key === undefined
        ? keySuggestions(place, inside, only(attributeWords, matchAttributes))
        : [];
    case 'values':
      return namesFields(part.attribute) ? fieldNames(place, inside) : [];
  }
}

function only(words: Words, names: readonly string[]): Words {
  return new Map([...words].filter(([name]) => names.includes(name)));
}

function attributeValues(
  place: CompletionPlace,
  inside: SchemaPlace,
  key: string,
): readonly Suggestion[] {
  const { isInString } = place.cursor;
  if (key === 'type') return texts(fieldTypes, isInString, typeWords);
  if (key === 'on_delete') return texts(['restrict', 'cascade', 'null'], isInString);
  if (key === 'reference') return texts(['consumers', 'routes', 'services'], isInString);
  if (key === 'default') return defaults(inside, isInString);
  if (isInString) return [];
  if (key === 'elements' || key === 'keys' || key === 'values')
    return definitions(place, key, false);
  return [];
}

/** Strings bring their quotes along where they stand in none. */
function texts(names: readonly string[], isInString: boolean, words?: Words): Suggestion[] {
  return names.map((name) => ({
    label: isInString ? name : `"${name}"`,
    kind: 'value',
    isLikely: true,
    ...(words?.has(name) && { documentation: words.get(name) ?? '' }),
  }));
}

function defaults({ table, part }: SchemaPlace, isInString: boolean): Suggestion[] {
  const choices = table.fields.find((field) => keyOf(field) === 'one_of')?.value;
  if (choices?.type === 'TableConstructorExpression') {
    const names = choices.fields.flatMap(({ value }) =>
      value.type === 'StringLiteral' ? [value.raw.slice(1, -1)] : [],
    );
    return texts(names, isInString);
  }
  const isBoolean = part.kind === 'spec' && part.type === 'boolean' && !isInString;
  return isBoolean
    ? ['true', 'false'].map((label) => ({ label, kind: 'value', isLikely: true }))
    : [];
}

/** A definition: written out, or a typedef where the file has them. */
function definitions({ cursor }: CompletionPlace, name: string, isTop: boolean): Suggestion[] {
  if (cursor.isInString) return [];
  const holder = cursor.source.variables.find((variable) => {
    const value = cursor.source.values.valueOfVariable(variable);
    return value?.kind === 'path' && value.module === typedefsModule;
  });
  const preferred = [`no_${name}`, name === 'protocols' ? 'protocols_http' : name];
  const known = holder === undefined ? [] : [...typedefWords];
  const fromTypedefs = known.map(
    ([word, documentation]): Suggestion => ({
      label: `${holder?.name}.${word}`,
      kind: 'value',
      documentation,
      isLikely: preferred.includes(word),
    }),
  );
  const snippet = isTop && name === 'config' ? `{\n${record}\n}` : '{ type = "$1"$0 }';
  const written: Suggestion = {
    label: '{ type = … }',
    kind: 'value',
    snippet,
    shows: 'suggestions',
    isLikely: true,
  };
  return isTop && isEntityField(name) && name !== 'config'
    ? fromTypedefs
    : [written, ...fromTypedefs];
}

const record = `  type = "record",\n  fields = {\n    { \${1:name} = { type = "\${2:string}"$0 } },\n  },`;

function newFields(place: CompletionPlace, { table }: SchemaPlace, isTop: boolean): Suggestion[] {
  const there = new Set(
    table.fields.flatMap(({ value }) =>
      value.type === 'TableConstructorExpression' ? value.fields.map(keyOf) : [],
    ),
  );
  const { t } = place.request;
  if (!isTop) {
    const snippet = `{ \${1:name} = { type = "\${2:string}"$0 } },`;
    return [{ label: '{ name = … }', kind: 'field', note: t('field'), snippet, isLikely: true }];
  }
  const all = [
    ['consumer', 'typedefs.no_consumer'],
    ['protocols', 'typedefs.protocols_http'],
    ['config', `{\n${record.replace(/^/gm, '  ')}\n  }`],
  ] as const;
  return all
    .filter(([name]) => !there.has(name))
    .map(([name, value]) => ({
      label: `{ ${name} = … }`,
      kind: 'field',
      note: t('field'),
      isLikely: true,
      snippet: name === 'config' ? `{\n  ${name} = ${value},\n},` : `{ ${name} = ${value} },`,
    }));
}

function entityFieldNames(place: CompletionPlace, { part, table }: SchemaPlace): Suggestion[] {
  const isFirst = table.fields.filter((field) => keyOf(field) !== undefined).length === 0;
  if (part.kind !== 'field' || !part.isTop || !isFirst || place.cursor.isInString) return [];
  return entityFields.map((label) => ({
    label,
    kind: 'field',
    snippet: `${label} = $0`,
    shows: 'suggestions',
    isLikely: true,
  }));
}

function newChecks(): Suggestion[] {
  return [...checkWords].map(([name, documentation]) => ({
    label: `{ ${name} = … }`,
    kind: 'field',
    documentation,
    isLikely: true,
    snippet: `{ ${name} = { ${Object.keys(entityChecks[name] ?? {}).length === 0 ? '"$1"' : '$0'} } },`,
  }));
}

function checkParts(
  place: CompletionPlace,
  inside: SchemaPlace,
  check: string,
): readonly Suggestion[] {
  const parts = Object.keys(entityChecks[check] ?? {});
  if (parts.length === 0) return fieldNames(place, inside);
  if (inside.key === undefined) return keySuggestions(place, inside, only(partWords, parts));
  return inside.key.endsWith('_field') ? fieldNames(place, inside) : [];
}

/** Lists in checks that hold names of fields. */
function namesFields(attribute: string): boolean {
  return /_one_of$|^set[12]$|^field_sources$/.test(attribute) && attribute !== 'not_one_of';
}
