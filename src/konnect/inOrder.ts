// Runs tasks side by side, a bounded number at a time, and yields their results in the order of the tasks.

/** Leaving early, by an error or by the consumer, aborts what is still under way. */
export async function* inOrder<In, Out>(
  tasks: readonly In[],
  limit: number,
  signal: AbortSignal | undefined,
  run: (task: In, signal: AbortSignal) => Promise<Out>,
): AsyncGenerator<Out> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  const running: Promise<Out>[] = [];
  let next = 0;
  const fill = (): void => {
    for (const task of tasks.slice(next, next + limit - running.length)) {
      const result = run(task, stop.signal);
      // Its turn may never come; the rejection must not count as unhandled then.
      result.catch(() => undefined);
      running.push(result);
      next += 1;
    }
  };
  try {
    for (fill(); running[0] !== undefined; fill()) {
      const result = await running[0];
      running.shift();
      yield result;
    }
  } finally {
    abort();
    signal?.removeEventListener('abort', abort);
  }
}
