// Work that belongs to the start but not into activation, which every extension of the window waits for.
import type { Disposable } from 'vscode';

/** Runs once activation is over, unless disposed of before. */
export function soon(work: () => unknown): Disposable {
  const waiting = setImmediate(work);
  return { dispose: () => clearImmediate(waiting) };
}
