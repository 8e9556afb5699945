// The JSON schema of a plugin's configuration, for the editor's completion, hover and validation.
import type { Translate } from '../../../text';
import type { FieldList, FieldSpec } from '../fieldSpec';
import { isMissing } from '../validateValue';
import type { ConfigForm, JsonSchema } from './configForm';
import { describeField } from './describeField';
import { numberIn, plainValue, valuesIn } from './plainValue';
import { textSchema } from './textSchema';

/** Deeper than any configuration; a table that contains itself would go on for ever. */
const deepest = 20;

export function schemaOfConfig(
  spec: FieldSpec | undefined,
  t: Translate,
): Omit<ConfigForm, 'protocols'> {
  const walk = new Walk(t);
  const config = spec === undefined ? { type: 'object' } : walk.field(spec, []);
  return {
    config,
    encrypted: walk.encrypted,
    nullable: walk.nullable,
    demanded: demandedIn(spec?.fields, 0),
  };
}

class Walk {
  readonly encrypted: string[][] = [];
  readonly nullable: string[][] = [];
  readonly #t: Translate;

  constructor(t: Translate) {
    this.#t = t;
  }

  field(spec: FieldSpec, path: readonly string[]): JsonSchema {
    const own = this.#value(spec, path);
    const preset = plainValue(spec.get('default')?.data);
    const text = describeField(spec, preset, this.#t);
    return {
      ...(spec.isTrue('required') || path.length === 0 ? own : orNull(own)),
      ...(preset !== undefined && preset !== null && { default: preset }),
      ...(text !== '' && { markdownDescription: text }),
    };
  }

  #value(spec: FieldSpec, path: readonly string[]): JsonSchema {
    if (path.length > deepest) return {};
    switch (spec.type) {
      case 'string':
        if (spec.isTrue('encrypted')) this.encrypted.push([...path]);
        return textSchema(spec, this.#t);
      case 'number':
      case 'integer':
        return { type: spec.type, ...numberLimits(spec), ...choice(spec) };
      case 'boolean':
        return { type: 'boolean', ...choice(spec) };
      case 'array':
      case 'set':
        return this.#list(spec, path);
      case 'map':
        return this.#map(spec, path);
      case 'record':
        return this.#record(spec, path);
      case 'foreign':
        return { type: 'object', properties: { id: { type: 'string' } } };
      default:
        return {};
    }
  }

  #list(spec: FieldSpec, path: readonly string[]): JsonSchema {
    const elements = spec.nested('elements');
    return {
      type: 'array',
      ...(elements && { items: this.#value(elements, [...path, '[]']) }),
      ...lengths(spec, 'minItems', 'maxItems'),
      ...(spec.type === 'set' && { uniqueItems: true }),
    };
  }

  #map(spec: FieldSpec, path: readonly string[]): JsonSchema {
    const [keys, values] = [spec.nested('keys'), spec.nested('values')];
    return {
      type: 'object',
      ...(keys && { propertyNames: this.#value(keys, [...path, '#']) }),
      ...(values && { additionalProperties: this.#value(values, [...path, '*']) }),
      ...lengths(spec, 'minProperties', 'maxProperties'),
    };
  }

  #record(spec: FieldSpec, path: readonly string[]): JsonSchema {
    const list = spec.fields;
    const required: string[] = [];
    const properties: Record<string, JsonSchema> = {};
    for (const { name, spec: inner } of list?.fields ?? []) {
      const at = [...path, name];
      properties[name] = inner === undefined ? {} : this.field(inner, at);
      if (inner === undefined) continue;
      if (isMissing(inner)) required.push(name);
      if (inner.get('default') !== undefined || inner.type === 'record') this.nullable.push(at);
    }
    for (const { name } of spec.shorthands?.fields ?? []) {
      properties[name] ??= { deprecationMessage: this.#t('An older name of another field.') };
    }
    const isClosed =
      list?.isComplete === true && !spec.table.isOpen && spec.get('shorthand_fields') === undefined;
    return {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      ...((isClosed || spec.shorthands?.isComplete === true) && { additionalProperties: false }),
    };
  }
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values, ...rest } = schema;
  if (schema.anyOf !== undefined) return { anyOf: [schema, { type: 'null' }] };
  return {
    ...rest,
    ...(type !== undefined && { type: [type, 'null'] }),
    ...(Array.isArray(values) && { enum: [...values, null] }),
  };
}

function numberLimits(spec: FieldSpec): JsonSchema {
  const [low, high] = valuesIn(spec.get('between')) ?? [];
  const above = numberIn(spec.get('gt'));
  return {
    ...(typeof low === 'number' && { minimum: low }),
    ...(typeof high === 'number' && { maximum: high }),
    ...(above !== undefined && { exclusiveMinimum: above }),
  };
}

function choice(spec: FieldSpec): JsonSchema {
  const values = valuesIn(spec.get('one_of'));
  return values === undefined ? {} : { enum: values };
}

function lengths(spec: FieldSpec, least: string, most: string): JsonSchema {
  const exact = numberIn(spec.get('len_eq'));
  const [low, high] = [
    exact ?? numberIn(spec.get('len_min')),
    exact ?? numberIn(spec.get('len_max')),
  ];
  return {
    ...(low !== undefined && { [least]: low }),
    ...(high !== undefined && { [most]: high }),
  };
}

function demandedIn(list: FieldList | undefined, depth: number): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  if (depth > deepest) return found;
  for (const { name, spec } of list?.fields ?? []) {
    if (spec === undefined || !spec.isTrue('required')) continue;
    if (spec.type === 'record') {
      const inner = demandedIn(spec.fields, depth + 1);
      if (Object.keys(inner).length > 0) found[name] = inner;
    } else if (isMissing(spec)) found[name] = firstValue(spec);
  }
  return found;
}

/** Something of the right type that stands out as not filled in. */
function firstValue(spec: FieldSpec): unknown {
  const [first] = valuesIn(spec.get('one_of')) ?? [];
  if (first !== undefined) return first;
  const values: Readonly<Record<string, unknown>> = { boolean: false, array: [], set: [], map: {} };
  if (spec.type === 'number' || spec.type === 'integer')
    return valuesIn(spec.get('between'))?.[0] ?? 0;
  return values[spec.type ?? ''] ?? '';
}
