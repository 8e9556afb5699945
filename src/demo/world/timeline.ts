// Things that will happen: tasks run in order of their time when somebody looks, so no timer keeps a process alive.

import type { DemoClock } from './clock';

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export class Timeline {
  readonly #clock: DemoClock;
  #tasks: readonly Task[] = [];
  #order = 0;
  #moment: number | undefined;

  constructor(clock: DemoClock) {
    this.#clock = clock;
  }

  /** The moment that is being lived through: a task sees its own due time, however late it runs. */
  now(): number {
    return this.#moment ?? this.#clock.now();
  }

  after(delayMs: number, run: () => void): void {
    this.#order += 1;
    this.#tasks = [...this.#tasks, { at: this.now() + delayMs, order: this.#order, run }];
  }

  /** Runs all that is due by now, including what those tasks schedule. */
  catchUp(): void {
    for (let next = this.#nextDue(); next !== undefined; next = this.#nextDue()) {
      const task = next;
      this.#tasks = this.#tasks.filter((other) => other !== task);
      this.#moment = task.at;
      try {
        task.run();
      } finally {
        this.#moment = undefined;
      }
    }
  }

  #nextDue(): Task | undefined {
    const now = this.#clock.now();
    const due = this.#tasks.filter((task) => task.at <= now);
    return due.sort((one, other) => one.at - other.at || one.order - other.order)[0];
  }
}
