// The demo's time: real time that tests can push forward, or time that stands still until it is pushed.

export interface DemoClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Makes it `ms` later at once; what falls due in between happens before the next request is answered. */
  advance(ms: number): void;
}

export function createRealClock(): DemoClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}

export function createManualClock(start: number = Date.UTC(2026, 7, 21, 9, 30)): DemoClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}
