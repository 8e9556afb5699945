// What this window has begun in Konnect and not yet seen the end of, so that it is taken up again after a reload.
import type { Disposable, Memento } from 'vscode';
import { type Connections, connectionKey } from './connection/connections';

interface Note {
  readonly connection: string;
  readonly since: number;
  readonly work: unknown;
}

type Notes = Readonly<Record<string, Note>>;

export class OpenWork implements Disposable {
  readonly #memory: Memento;
  readonly #connections: Connections;
  #isOver = false;

  constructor(memory: Memento, connections: Connections) {
    this.#memory = memory;
    this.#connections = connections;
  }

  get isNone(): boolean {
    return Object.keys(this.#notes).length === 0;
  }

  /** Of the connection in use, by key; whoever reads it checks it. What is a day old is forgotten. */
  async mine(): Promise<readonly (readonly [key: string, work: unknown])[]> {
    const active = await this.#connections.active();
    const fresh = Object.entries(this.#notes).filter(([, { since }]) => since > Date.now() - dayMs);
    await this.#memory.update(memoryKey, Object.fromEntries(fresh));
    if (active === undefined) return [];
    const mine = fresh.filter(([, { connection }]) => connection === connectionKey(active));
    return mine.map(([key, { work }]) => [key, work]);
  }

  async keep(key: string, work: object): Promise<void> {
    const active = await this.#connections.active();
    if (active === undefined) return;
    const note: Note = { connection: connectionKey(active), since: Date.now(), work };
    await this.#memory.update(memoryKey, { ...this.#notes, [key]: note });
  }

  /** When its end was seen, or nobody wants to see it; not because the window closes. */
  async drop(key: string): Promise<void> {
    if (this.#isOver) return;
    const { [key]: _, ...rest } = this.#notes;
    await this.#memory.update(memoryKey, rest);
  }

  /** Kept until the work has ended, and beyond when the window closes before. */
  async during<T>(key: string, note: object, work: () => Promise<T>): Promise<T> {
    await this.keep(key, note);
    try {
      return await work();
    } finally {
      await this.drop(key);
    }
  }

  dispose(): void {
    this.#isOver = true;
  }

  get #notes(): Notes {
    return this.#memory.get<Notes>(memoryKey, {});
  }
}

const memoryKey = 'openWork';
const dayMs = 24 * 60 * 60_000;
