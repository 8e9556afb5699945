// A part that is made when it is first needed.

export class Lazy<T> {
  readonly #make: () => Promise<T>;
  #making: Promise<T> | undefined;

  constructor(make: () => Promise<T>) {
    this.#make = make;
  }

  get(): Promise<T> {
    this.#making ??= this.#make().catch((error) => {
      this.#making = undefined;
      throw error;
    });
    return this.#making;
  }

  /** Does something with the part if there is one; a part that nobody needed yet is not made for it. */
  async ifMade(work: (part: T) => void): Promise<void> {
    if (this.#making !== undefined) work(await this.#making);
  }
}
