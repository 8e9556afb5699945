// Attributes of a field definition, as far as they go with its type, and other keys with a value to fill in.
import { crashesOn, isAllowedOn, requiredAttributes, shapeOf } from '../../../schema/language';
import { attributeWords, type Words } from '../../knowledge/words';
import type { Suggestion } from '../../request';
import type { CompletionPlace } from '../place';
import { keyOf, type Part, type SchemaPlace } from './schemaPlace';

type Spec = Extract<Part, { kind: 'spec' }>;

/** What belongs to some types only, although Kong would take it with others. */
const ownTypes: Readonly<Record<string, string>> = {
  elements: 'array set',
  keys: 'map',
  values: 'map',
  fields: 'record',
  entity_checks: 'record',
  shorthand_fields: 'record',
  reference: 'foreign',
  on_delete: 'foreign',
  json_schema: 'json',
  encrypted: 'string array set map',
  referenceable: 'string array set map record',
};

/** For Kong's own entities, not for plugins. */
const rare =
  /^(?:abstract|generate_admin_api|immutable|unique|unique_across_ws|transient|auto|on_delete)$/;

export function attributeSuggestions(
  place: CompletionPlace,
  inside: SchemaPlace,
  { type, isShorthand }: Spec,
): readonly Suggestion[] {
  const needed = new Set(type === undefined ? ['type'] : requiredAttributes(type));
  const fitting = [...attributeWords].filter(([name]) => {
    if (isShorthand !== (name === 'func' || name === 'translate_backwards') && !isCommon(name))
      return false;
    return type === undefined || fits(name, type);
  });
  const { t } = place.request;
  return keySuggestions(place, inside, new Map(fitting)).map((suggestion) => {
    const { label } = suggestion;
    if (label === 'custom_validator') {
      return { ...suggestion, refusal: t('Streamed plugins validate in handler.lua.') };
    }
    return { ...suggestion, isLikely: needed.has(label) || !rare.test(label) };
  });
}

function isCommon(name: string): boolean {
  return name !== 'func' && name !== 'translate_backwards';
}

function fits(attribute: string, type: string): boolean {
  const own = ownTypes[attribute]?.split(' ').includes(type) ?? true;
  return own && isAllowedOn(attribute, type) && !crashesOn(attribute, type);
}

/** Keys that are not there yet, each with the beginning of its value. */
export function keySuggestions(
  { cursor }: CompletionPlace,
  { table }: SchemaPlace,
  words: Words,
): Suggestion[] {
  if (cursor.isInString) return [];
  const there = new Set(table.fields.map(keyOf));
  const isAssigned = cursor.next?.text === '=';
  const needsComma = cursor.isLastOfLine && cursor.next?.text !== ',';
  return [...words]
    .filter(([name]) => !there.has(name))
    .map(([name, documentation]) => {
      const common = { label: name, kind: 'field', documentation, isLikely: true } as const;
      if (isAssigned) return common;
      const isChosen = name === 'type' || name === 'default' || name === 'on_delete';
      return {
        ...common,
        snippet: `${name} = ${valueFor(name)}${needsComma ? ',' : ''}`,
        ...(isChosen && { shows: 'suggestions' as const }),
      };
    });
}

const special: Readonly<Record<string, string>> = {
  name: '"$0"',
  elements: '{ type = "$0" }',
  keys: '{ type = "string" }',
  values: '{ type = "$0" }',
  fields: '{\n  $0\n}',
  entity_checks: '{\n  $0\n}',
  shorthand_fields: '{\n  $0\n}',
  match_all: '{ { pattern = "$1", err = "$0" } }',
  match_none: '{ { pattern = "$1", err = "$0" } }',
  match_any: '{ patterns = { "$1" }, err = "$0" }',
  deprecation: '{ message = "$1", removal_in_version = "$0" }',
  between: '{ $1, $0 }',
  func: 'function(value)\n  $0\nend',
  fn: 'function(entity)\n  $0\nend',
  custom_validator: 'function(value)\n  $0\nend',
  check: 'function(schema)\n  $0\nend',
  default: '$0',
  encrypted: 'true',
  referenceable: 'true',
};

function valueFor(name: string): string {
  const known = special[name];
  if (known !== undefined) return known;
  if (/_field$|_err$/.test(name)) return '"$0"';
  switch (shapeOf(name, false)) {
    case 'text':
    case 'deletion':
      return '"$0"';
    case 'boolean':
      return 'true';
    case 'number':
    case 'integer':
    case 'any':
      return '$0';
    default:
      return '{ $0 }';
  }
}
