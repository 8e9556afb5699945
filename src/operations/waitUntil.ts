// The one poller: looks again and again at something in Konnect until it is as wished.
import { isKonnectError } from '../konnect/errors';
import type { Run } from './run';

export interface Waiting<T> {
  readonly read: (signal: AbortSignal) => Promise<T>;
  /** May throw, when what is read shows that it will never be done. */
  readonly isDone: (value: T) => boolean;
  /** What the user is told while it is not. */
  readonly describe?: (value: T) => string;
  /** Between two looks; may depend on how long it has taken so far. */
  readonly everyMs: number | ((passedMs: number) => number);
  /** Then `WaitingTooLong` is thrown. Time that the machine slept through does not count. */
  readonly limitMs: number;
}

/** Nothing is wrong yet, but it takes longer than anybody would wait. */
export class WaitingTooLong<T = unknown> extends Error {
  override readonly name = 'WaitingTooLong';

  constructor(readonly last: T | undefined) {
    super('It takes longer than expected.');
  }
}

/**
 * A look that fails for a passing reason (no connection, time-out, server error, rate limit) is tried again at the next turn.
 * @throws WaitingTooLong after `limitMs`; the signal's reason when it is aborted; whatever else `read` or `isDone` throws
 */
export async function waitUntil<T>(
  { read, isDone, describe, everyMs, limitMs }: Waiting<T>,
  { clock, signal, report, isPreview }: Omit<Run, 't'>,
): Promise<T> {
  let last: T | undefined;
  let lookedAt = clock.now();
  let passedMs = 0;
  let pauseMs = 0;
  for (;;) {
    const value = await unlessPassing(read(signal), signal);
    if (value !== undefined) {
      if (isDone(value.read) || isPreview === true) return value.read;
      last = value.read;
      if (describe !== undefined) report(describe(value.read));
    }
    const now = clock.now();
    passedMs += awakeMs(now - lookedAt, pauseMs);
    lookedAt = now;
    pauseMs = typeof everyMs === 'number' ? everyMs : everyMs(passedMs);
    if (passedMs + pauseMs > limitMs) throw new WaitingTooLong(last);
    await clock.sleep(pauseMs, signal);
  }
}

/** One look, with all its tries. */
const longestLookMs = 300_000;

/** A machine that slept, or whose clock was set, has not waited for that long. */
function awakeMs(elapsedMs: number, pauseMs: number): number {
  return Math.min(Math.max(elapsedMs, 0), pauseMs + longestLookMs);
}

const passing: ReadonlySet<string> = new Set(['network', 'timeout', 'server', 'rate-limit']);

async function unlessPassing<T>(
  reading: Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly read: T } | undefined> {
  try {
    return { read: await reading };
  } catch (error) {
    if (!signal.aborted && isKonnectError(error) && passing.has(error.kind)) return undefined;
    throw error;
  }
}
