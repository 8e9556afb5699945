// Values made from a described schema: the least that it allows, and all that it names, in each of its forms.
import { asNode, type Description, type Node } from './description';

/**
 * These are there in every answer although the description, which shares a schema between request and answer or makes
 * nothing required, does not say so.
 */
const alwaysThere = /^(id|name|key|host|data|items|item)$/;
const deepest = 12;

export type Extent = 'least' | 'most';

/** One value per form of the schema. */
export function samples(
  description: Description,
  schema: unknown,
  extent: Extent,
): readonly unknown[] {
  return new Sampler(description, extent).of(schema, 0);
}

class Sampler {
  readonly #description: Description;
  readonly #extent: Extent;

  constructor(description: Description, extent: Extent) {
    this.#description = description;
    this.#extent = extent;
  }

  of(value: unknown, depth: number): readonly unknown[] {
    const schema = this.#description.resolve(value);
    if (depth > deepest) return [null];
    const forms = schema.oneOf ?? schema.anyOf;
    if (Array.isArray(forms)) return forms.flatMap((form) => this.of(form, depth));
    if (Array.isArray(schema.allOf)) return this.#merged(schema.allOf, depth);
    if (schema.nullable === true && this.#extent === 'least') return [null];
    if (Array.isArray(schema.enum)) return this.#extent === 'most' ? schema.enum : [schema.enum[0]];
    if (schema.type === 'array') return this.#arrays(schema, depth);
    if (schema.type === 'object' || schema.properties !== undefined)
      return this.#objects(schema, depth);
    return [plain(schema)];
  }

  #merged(all: readonly unknown[], depth: number): readonly unknown[] {
    return [Object.assign({}, ...all.map((one) => asNode(this.of(one, depth)[0])))];
  }

  #arrays(schema: Node, depth: number): readonly unknown[] {
    const items = this.of(schema.items, depth + 1);
    // A page needs an item, or nothing of it would be read.
    return this.#extent === 'most' || depth <= 2 ? [items] : [[]];
  }

  #objects(schema: Node, depth: number): readonly unknown[] {
    const required = Array.isArray(schema.required) ? schema.required : [];
    const wanted = Object.entries(asNode(schema.properties)).filter(
      ([name]) => this.#extent === 'most' || required.includes(name) || alwaysThere.test(name),
    );
    const values = wanted.map(
      ([name, property]) => [name, this.#property(name, property, depth)] as const,
    );
    const count = Math.max(1, ...values.map(([, forms]) => forms.length));
    const more = schema.additionalProperties;
    const map =
      typeof more === 'object' && this.#extent === 'most'
        ? { key: this.of(more, depth + 1)[0] }
        : {};
    return Array.from({ length: count }, (_, index) => ({
      ...Object.fromEntries(values.map(([name, forms]) => [name, forms[index % forms.length]])),
      ...map,
    }));
  }

  #property(name: string, property: unknown, depth: number): readonly unknown[] {
    const schema = this.#description.resolve(property);
    const isIdentity = alwaysThere.test(name) && schema.nullable === true;
    return isIdentity ? [plain(schema)] : this.of(property, depth + 1);
  }
}

function plain({ type, format, minimum }: Node): unknown {
  if (type === 'integer' || type === 'number') return typeof minimum === 'number' ? minimum : 1;
  if (type === 'boolean') return true;
  if (type === undefined) return {};
  if (format === 'uuid') return '7f9fd312-a987-4628-b4c5-bb4f4fddd5f7';
  return format === 'date-time' ? '2026-01-01T00:00:00.000Z' : 'text';
}
