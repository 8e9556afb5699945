// Durations that can be compared: taken in turns, so that what else the machine does falls on both alike.

export interface Comparison {
  /** Median of how many times as long the work took as the reference beside it. */
  readonly times: number;
  /** Medians. */
  readonly workMs: number;
  readonly referenceMs: number;
}

export function compared(turns: number, work: () => void, reference: () => void): Comparison {
  const pairs = Array.from({ length: turns }, () => [timed(work), timed(reference)] as const);
  return {
    times: median(pairs.map(([workMs, referenceMs]) => workMs / referenceMs)),
    workMs: median(pairs.map(([workMs]) => workMs)),
    referenceMs: median(pairs.map(([, referenceMs]) => referenceMs)),
  };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = low] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
