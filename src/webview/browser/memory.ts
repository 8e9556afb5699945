// What the page remembers while it is out of sight or the window reloads: whose gateway, what was chosen, how far scrolled.
import type { PanelSubject } from '../protocol';

/** The part of VS Code's webview API that the page uses. */
export interface StateStore {
  getState(): unknown;
  setState(state: unknown): void;
}

interface Remembered {
  readonly controlPlane?: PanelSubject;
  /** Form of a code block, or whether details are open, by the block's id. */
  readonly choices: Readonly<Record<string, string>>;
  readonly scrollY: number;
}

export class Memory {
  readonly #store: StateStore;
  #remembered: Remembered;

  constructor(store: StateStore) {
    this.#store = store;
    this.#remembered = read(store.getState());
  }

  get scrollY(): number {
    return this.#remembered.scrollY;
  }

  choice(id: string): string | undefined {
    return Object.hasOwn(this.#remembered.choices, id) ? this.#remembered.choices[id] : undefined;
  }

  choose(id: string, choice: string): void {
    this.#change({ choices: { ...this.#remembered.choices, [id]: choice } });
  }

  belongTo(controlPlane: PanelSubject): void {
    const { id, geo } = this.#remembered.controlPlane ?? {};
    if (id === controlPlane.id && geo === controlPlane.geo) return;
    this.#change({ controlPlane });
  }

  scrolled(scrollY: number): void {
    this.#change({ scrollY });
  }

  #change(change: Partial<Remembered>): void {
    this.#remembered = { ...this.#remembered, ...change };
    this.#store.setState(this.#remembered);
  }
}

function read(state: unknown): Remembered {
  const { controlPlane, choices, scrollY } = (state ?? {}) as Partial<Remembered>;
  return {
    ...(controlPlane && { controlPlane }),
    choices: choices ?? {},
    scrollY: typeof scrollY === 'number' ? scrollY : 0,
  };
}
