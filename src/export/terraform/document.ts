// A resource of Terraform with all that belongs to it: comments, the block to import it, variables for its secrets.
import type { ControlPlaneRef } from '../../konnect/geo';
import { Expression, type HclAttributes, type HclValue, hclBody, Json } from './hcl';
import { isSecret, isVaultReference } from './secrets';
import type { Conversion } from './shaped';

/** One identifier, or the several that the provider joins as JSON. */
export type ImportId = string | Readonly<Record<string, string>>;

export interface TerraformResource {
  readonly type: string;
  readonly label: string;
  readonly attributes: HclAttributes;
  /** Undefined where the provider cannot import. */
  readonly importId: ImportId | undefined;
  /** Attributes that the provider does not read back, and replaces the resource for: see `lifecycleBlock`. */
  readonly unread?: readonly string[];
}

/** What turns up while values are written: texts that are secrets, and what the provider has nothing for. */
export class Findings implements Conversion {
  readonly #label: string;
  readonly #leftOut: string[] = [];
  /** Secret -> its variable: the same secret twice is one variable. */
  readonly #variables = new Map<string, { readonly name: string; readonly place: string }>();

  constructor(label: string) {
    this.#label = label;
  }

  text(path: readonly string[], text: string, isKnownSecret = false): HclValue {
    const needsVariable = isKnownSecret && text !== '' && !isVaultReference(text);
    return needsVariable || isSecret(path, text) ? this.#variable(path, text) : text;
  }

  leaveOut(path: readonly string[]): void {
    this.#leftOut.push(path.join('.'));
  }

  notes(): readonly string[] {
    return this.#leftOut.length === 0
      ? []
      : [`Left out, as the provider does not take it: ${this.#leftOut.join(', ')}`];
  }

  variables(): readonly string[] {
    return [...this.#variables.values()].map(({ name, place }) => {
      const description = `Secret at ${place}`;
      const body = hclBody({ description, type: new Expression('string'), sensitive: true }, '  ');
      return `variable "${name}" {\n${body}}\n`;
    });
  }

  #variable(path: readonly string[], text: string): Expression {
    const known = this.#variables.get(text);
    const name = known?.name ?? this.#freeName(path);
    if (known === undefined) this.#variables.set(text, { name, place: path.join('.') });
    return new Expression(`var.${name}`);
  }

  #freeName(path: readonly string[]): string {
    const words = path.filter((part) => part !== 'config').join('_');
    const base = `${this.#label}_${words.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
    const taken = new Set([...this.#variables.values()].map(({ name }) => name));
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
    return name;
  }
}

export function documentText(
  { type, label, attributes, importId, unread = [] }: TerraformResource,
  findings: Findings,
  notes: readonly string[] = [],
): string {
  const isNew = importId !== undefined && !exists(importId);
  const remarks = [...notes, ...(isNew ? [newNote(`${type}.${label}`)] : []), ...findings.notes()];
  const comments = remarks.map((note) => `# ${oneLine(note)}\n`);
  return [
    `${comments.join('')}resource "${type}" "${label}" {\n${hclBody(attributes, '  ')}${isNew ? '' : lifecycleBlock(unread)}}\n`,
    ...(importId === undefined || isNew ? [] : [importBlock(`${type}.${label}`, importId)]),
    ...findings.variables(),
  ].join('\n');
}

/** What is only planned has no id yet. */
function exists(id: ImportId): boolean {
  return (typeof id === 'string' ? [id] : Object.values(id)).every((part) => part !== '');
}

function newNote(address: string): string {
  return `Not there yet: applying this creates it. Its id is known only then, as ${address}.id; other resources refer to it so.`;
}

/** Without this, the first plan after an import destroys the resource to create it anew. */
function lifecycleBlock(unread: readonly string[]): string {
  if (unread.length === 0) return '';
  const names = unread.map((name) => new Expression(name));
  return [
    '',
    '  # The provider does not read these when it imports, and would destroy the resource to set them.',
    '  lifecycle {',
    `${hclBody({ ignore_changes: names }, '    ')}  }`,
    '',
  ].join('\n');
}

function importBlock(address: string, id: ImportId): string {
  const to = new Expression(address);
  return `import {\n${hclBody({ to, id: typeof id === 'string' ? id : new Json(id) }, '  ')}}\n`;
}

/** Control planes and what is in them are found at their geo's host only. */
export function geoNote({ geo }: ControlPlaneRef): string {
  return `The provider must be set to its geo: server_url = "https://${geo}.api.konghq.com"`;
}

/** A name in a comment must not be able to end it. */
function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}
