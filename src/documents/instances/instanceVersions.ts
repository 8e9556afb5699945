// What Konnect held of each open instance when it was looked at last, and from which of these a document was made.
import { createHash } from 'node:crypto';
import { type Memento, type TextDocument, type Uri, workspace } from 'vscode';
import type { InstanceText } from '../../instances/instanceText';
import type { Plugin } from '../../konnect/client';
import { keyOf } from './instanceUri';

export interface Version extends InstanceText {
  readonly plugin: Plugin;
}

interface Known {
  readonly plugin: Plugin;
  readonly until: number;
  uses: number;
}

/** An answer stands for another read of the same within this time. */
const freshMs = 5_000;
const mostVersions = 5;

export class InstanceVersions {
  readonly #memory: Memento;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  readonly #seen = new Map<string, Plugin>();
  readonly #rendered = new Map<string, readonly Version[]>();
  readonly #bases = new Map<string, Version>();

  constructor(memory: Memento, now: () => number) {
    this.#memory = memory;
    this.#now = now;
  }

  /** Konnect has just answered it: the next `uses` questions need no request. */
  prime(uri: Uri, plugin: Plugin, uses: number): void {
    this.#known.set(keyOf(uri), { plugin, until: this.#now() + freshMs, uses });
  }

  takePrimed(uri: Uri): Plugin | undefined {
    const known = this.#known.get(keyOf(uri));
    if (known === undefined) return undefined;
    known.uses -= 1;
    if (known.uses <= 0) this.#known.delete(keyOf(uri));
    return known.until >= this.#now() ? known.plugin : undefined;
  }

  unprime(uri: Uri): void {
    this.#known.delete(keyOf(uri));
  }

  /** VS Code asks for the version of a file right before it reads or writes it. */
  saw(uri: Uri, plugin: Plugin): void {
    this.#seen.set(keyOf(uri), plugin);
  }

  takeSeen(uri: Uri): Plugin | undefined {
    const plugin = this.#seen.get(keyOf(uri));
    this.#seen.delete(keyOf(uri));
    return plugin;
  }

  /** A text of it has been read; it is what a document shows unless that has changes of its own. */
  async rendered(uri: Uri, version: Version): Promise<void> {
    const key = keyOf(uri);
    const before = this.#rendered.get(key) ?? [];
    this.#rendered.set(key, [version, ...before].slice(0, mostVersions));
    const open = workspace.textDocuments.find((one) => keyOf(one.uri) === key);
    if (open?.isDirty !== true) await this.#base(key, version);
  }

  /** A document that shows exactly what was read once was made from that, for example after a revert. */
  async documentChanged(document: TextDocument): Promise<void> {
    const key = keyOf(document.uri);
    const text = document.getText();
    const version = this.#rendered.get(key)?.find((one) => one.text === text);
    if (version !== undefined) await this.#base(key, version);
  }

  base(uri: Uri): Version | undefined {
    return this.#bases.get(keyOf(uri));
  }

  /** Konnect holds what the document says; the marks in that stand for the same secrets until it is read anew. */
  saved(uri: Uri, plugin: Plugin): void {
    const base = this.base(uri);
    if (base !== undefined) this.#bases.set(keyOf(uri), { ...base, plugin });
  }

  /** Whether an unsaved document that has outlived its window was made from this version. */
  wasBase(uri: Uri, plugin: Plugin): boolean {
    return this.#memory.get<string>(memoryKey(keyOf(uri))) === versionOf(plugin);
  }

  async closed(uri: Uri): Promise<void> {
    const key = keyOf(uri);
    for (const map of [this.#known, this.#seen, this.#rendered, this.#bases]) map.delete(key);
    await this.#memory.update(memoryKey(key), undefined);
  }

  async #base(key: string, version: Version): Promise<void> {
    this.#bases.set(key, version);
    await this.#memory.update(memoryKey(key), versionOf(version.plugin));
  }
}

function memoryKey(key: string): string {
  return `instance:${key}`;
}

/** Two states of an instance have the same one only when nothing differs. */
export function versionOf(plugin: Plugin): string {
  const digest = createHash('sha256').update(JSON.stringify(plugin)).digest('hex');
  return `${plugin.updated_at ?? 0}-${digest.slice(0, 8)}`;
}

/**
 * What VS Code knows a version of a file by, besides its time: not a size, but another number for another version. It
 * stays far below the sizes that VS Code asks about.
 */
export function sizeOf(plugin: Plugin): number {
  return (Number.parseInt(versionOf(plugin).slice(-8), 16) % 500_000) * 2 + 2;
}
