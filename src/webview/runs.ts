// Work that the user started on single things of a panel, and what came of it.

export type Run<T> = { readonly state: 'running' } | { readonly state: 'done'; readonly value: T };

/** By id of the thing. */
export type RunResults<T> = ReadonlyMap<string, Run<T>>;

export class Runs<T> {
  readonly #onChange: () => void;
  #results: RunResults<T> = new Map();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get results(): RunResults<T> {
    return this.#results;
  }

  /** What is still running is dropped when it ends: the thing may be another one by now. */
  clear(): void {
    this.#results = new Map();
  }

  /** The value; undefined when there is none or when it was dropped. */
  async start(id: string, work: () => Promise<T | undefined>): Promise<T | undefined> {
    const running: Run<T> = { state: 'running' };
    this.#results = new Map(this.#results).set(id, running);
    this.#onChange();
    const value = await work();
    if (this.#results.get(id) !== running) return undefined;
    const results = new Map(this.#results);
    if (value === undefined) results.delete(id);
    else results.set(id, { state: 'done', value });
    this.#results = results;
    this.#onChange();
    return value;
  }
}
