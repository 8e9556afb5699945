// Asks again by itself while something is in transition and can be seen; slower the longer it lasts.

export interface LiveRefreshOptions {
  /** Whether anything is in transition, and on screen. */
  readonly isWanted: () => boolean;
  readonly refresh: () => void;
  /** Runs later; the result cancels. */
  readonly schedule: (run: () => void, delayMs: number) => () => void;
}

const firstDelayMs = 15_000;
const longestDelayMs = 300_000;
const growth = 1.5;

/** Konnect's own advice is 15 to 30 s while provisioning; waits of an hour need less. */
export function liveDelayMs(round: number): number {
  return Math.min(firstDelayMs * growth ** round, longestDelayMs);
}

export class LiveRefresh {
  readonly #options: LiveRefreshOptions;
  #round = 0;
  #cancel: (() => void) | undefined;

  constructor(options: LiveRefreshOptions) {
    this.#options = options;
  }

  /** To be called after each reading and whenever the panel is shown or hidden. */
  update(): void {
    const isWanted = this.#options.isWanted();
    if (!isWanted) this.#stop();
    else if (this.#cancel === undefined) this.#start();
  }

  /** Someone looks or acts: begin with short waits again. */
  restart(): void {
    this.#round = 0;
    this.#stop();
    this.update();
  }

  dispose(): void {
    this.#stop();
  }

  #start(): void {
    this.#cancel = this.#options.schedule(() => {
      this.#cancel = undefined;
      this.#round += 1;
      this.#options.refresh();
    }, liveDelayMs(this.#round));
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
