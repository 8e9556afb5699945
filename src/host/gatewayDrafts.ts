// Gateway plans that were begun and left, one for each connection; kept on this machine until they are run or given up.
import type { Memento } from 'vscode';

export class GatewayDrafts {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** As it was written; whoever reads it checks it. */
  get(connection: string): unknown {
    return this.#memory.get(`${prefix}${connection}`);
  }

  async keep(connection: string, draft: unknown): Promise<void> {
    await this.#memory.update(`${prefix}${connection}`, draft);
  }

  async drop(connection: string): Promise<void> {
    await this.#memory.update(`${prefix}${connection}`, undefined);
  }
}

const prefix = 'gatewayDraft:';
