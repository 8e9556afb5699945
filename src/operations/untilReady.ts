// Watching something in Konnect until it is ready, waits for its user, or shows that it will not come.
import { Interrupted, orInterrupted } from './interrupted';
import type { Run } from './run';
import { waitUntil } from './waitUntil';

export interface Rising {
  readonly state: string;
  readonly state_metadata?:
    | {
        readonly reason?: string | null | undefined;
        readonly reported_status?: string | null | undefined;
      }
    | null
    | undefined;
}

export interface Watched<T extends Rising> {
  readonly name: string;
  readonly read: (signal: AbortSignal) => Promise<T>;
  readonly everyMs: number;
  readonly limitMs: number;
}

/**
 * @returns it when it is `ready`, or `pending-…`: then the user has work to do
 * @throws Interrupted when it fails, goes, is cancelled or takes too long
 */
export async function untilReady<T extends Rising>(
  { name, read, everyMs, limitMs }: Watched<T>,
  run: Run,
): Promise<T> {
  const { t } = run;
  const goesOn = () =>
    t('Konnect goes on with {0}; the Cloud Gateways view shows when it is ready.', name);
  const look = {
    read,
    isDone: (found: T) => {
      const failure = failureOf(name, found, run);
      if (failure !== undefined) throw failure;
      return found.state === 'ready' || found.state.startsWith('pending-');
    },
    describe: ({ state }: T) => t('{0} is {1}', name, state),
    everyMs,
    limitMs,
  };
  try {
    return await orInterrupted(run, goesOn, () => waitUntil(look, run));
  } catch (error) {
    throw error instanceof Interrupted && error.cause instanceof Interrupted ? error.cause : error;
  }
}

/** A failure is told beside the state, which stays as it was (FACTS 5.3). */
function failureOf(name: string, found: Rising, { t }: Run): Interrupted | undefined {
  const { state, state_metadata } = found;
  const reason = state_metadata?.reason ?? state_metadata?.reported_status;
  if (state === 'terminating' || state === 'terminated')
    return new Interrupted(t('{0} is being deleted.', name));
  if (state === 'error' || (reason && state !== 'ready')) {
    return new Interrupted(
      t(
        'Konnect reports a failure for {0}: {1} Mend that, then delete it and create it anew.',
        name,
        reason ?? state,
      ),
    );
  }
  return undefined;
}
