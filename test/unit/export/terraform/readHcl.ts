// Reads HCL with HashiCorp's own parser (as WebAssembly), and evaluates the few expressions that an export may hold.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { parse } = createRequire(join(process.cwd(), 'package.json'))('@cdktn/hcl2json') as {
  parse(fileName: string, text: string): Promise<unknown>;
};

/** A reference, such as `var.name`. */
export class Reference {
  readonly to: string;

  constructor(to: string) {
    this.to = to;
  }
}

/** What `jsonencode` is applied to. */
export class Encoded {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

export type Value =
  | null
  | string
  | number
  | boolean
  | Reference
  | Encoded
  | readonly Value[]
  | { readonly [name: string]: Value };

export type Body = Readonly<Record<string, Value>>;

export interface HclFile {
  readonly resources: readonly {
    readonly type: string;
    readonly label: string;
    readonly body: Body;
    /** Names in `ignore_changes`. */
    readonly ignored: readonly string[];
  }[];
  readonly imports: readonly Body[];
  readonly variables: ReadonlyMap<string, Body>;
}

type Raw = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

/** Fails for what the parser refuses, and for blocks that no export has. */
export async function readHcl(text: string): Promise<HclFile> {
  const file = (await parse('export.tf', text)) as Readonly<Record<string, unknown>>;
  const { resource = {}, import: imports = [], variable = {}, ...rest } = file;
  assert.deepEqual(rest, {});
  const resources = [];
  for (const [type, labels] of Object.entries(resource as Raw)) {
    for (const [label, bodies] of Object.entries(labels))
      for (const raw of bodies) resources.push({ type, label, ...(await resourceOf(raw)) });
  }
  const variables = new Map<string, Body>();
  for (const [name, bodies] of Object.entries(variable as Readonly<Record<string, unknown[]>>)) {
    assert.equal(bodies.length, 1, `variable ${name} is there twice`);
    variables.set(name, await bodyOf(bodies[0]));
  }
  return { resources, imports: await Promise.all((imports as unknown[]).map(bodyOf)), variables };
}

async function resourceOf(raw: unknown) {
  const { lifecycle = [], ...body } = await bodyOf(raw);
  const ignored = (lifecycle as readonly Body[]).flatMap(({ ignore_changes, ...others }) => {
    assert.deepEqual(others, {});
    return (ignore_changes as readonly Value[]).map((name) => (name as Reference).to);
  });
  return { body, ignored };
}

async function bodyOf(raw: unknown): Promise<Body> {
  return (await evaluated(raw)) as Body;
}

async function evaluated(raw: unknown): Promise<Value> {
  if (typeof raw === 'string') return textValue(raw);
  if (Array.isArray(raw)) return Promise.all(raw.map(evaluated));
  if (typeof raw !== 'object' || raw === null) return raw as Value;
  const entries: [string, Value][] = [];
  for (const [name, value] of Object.entries(raw)) entries.push([name, await evaluated(value)]);
  return Object.fromEntries(entries);
}

/** The parser gives an expression as `${…}`, and a text with its templates still escaped. */
async function textValue(raw: string): Promise<Value> {
  const expression = /^\$\{(.*)\}$/s.exec(raw)?.[1];
  if (expression !== undefined) return expressionValue(expression);
  const literal = raw.replace(/\$\$\{|%%\{/g, ' ');
  assert.doesNotMatch(literal, /[$%]\{/, 'a text holds a template');
  return raw.replace(/([$%])\1\{/g, '$1{');
}

async function expressionValue(text: string): Promise<Value> {
  const encoded = /^jsonencode\((.*)\)$/s.exec(text)?.[1];
  if (encoded !== undefined) return new Encoded(await valueIn(encoded));
  const trimmed = /^trimsuffix\((<<.*\n)\s*, "\\n"\)$/s.exec(text)?.[1];
  if (trimmed !== undefined) return String(await valueIn(trimmed)).replace(/\n$/, '');
  assert.match(text, /^[a-z_][\w-]*(\.[a-z_][\w-]*)?$/i, 'an expression that no export has');
  return new Reference(text);
}

async function valueIn(expression: string): Promise<Value> {
  const { v } = (await parse('expression.tf', `v = ${expression}\n`)) as { v: unknown };
  return evaluated(v);
}
