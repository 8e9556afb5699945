// Deleting one thing: repeated while Konnect is still at work on it, then watched until it is gone.
import { isKonnectError } from '../../konnect/errors';
import { orInterrupted } from '../interrupted';
import type { Run } from '../run';
import { waitUntil } from '../waitUntil';
import type { Deletable } from './deletable';

/** As Kong's own Terraform provider does it (FACTS 10). */
export const deleteRetry = {
  firstMs: 10_000,
  growth: 1.5,
  longestMs: 60_000,
  limitMs: 30 * 60_000,
} as const;

/** @returns once Konnect has accepted it; what is not there, or goes already, is as good as deleted */
export async function requestDeletion(one: Deletable, run: Run): Promise<void> {
  const { t, clock, signal, report } = run;
  const begun = clock.now();
  let last = '';
  let wasMoving = false;
  const said = () => t('{0} was not deleted: it is still {1}.', one.name, last || '?');
  await orInterrupted(run, said, async () => {
    for (let pauseMs: number = deleteRetry.firstMs; ; ) {
      const refusal = await refusalOf(one, signal);
      if (refusal === undefined) return;
      const now = await one.read(signal);
      if (now === undefined || isGoing(now.state)) return;
      const isSettled = one.settled.includes(now.state);
      const isLate = clock.now() - begun + pauseMs > deleteRetry.limitMs;
      // What has just settled may be deleted now; what had settled before was refused for good.
      if (isLate || (isSettled && !wasMoving)) throw refusal;
      wasMoving = !isSettled;
      if (isSettled) continue;
      last = now.state;
      report(t('{0} is {1}; Konnect deletes it after that', one.name, last));
      await clock.sleep(pauseMs, signal);
      pauseMs = Math.min(pauseMs * deleteRetry.growth, deleteRetry.longestMs);
    }
  });
}

/** @throws Interrupted when it is cancelled, or takes longer than `limitMs` */
export async function waitUntilGone(one: Deletable, run: Run, limitMs: number): Promise<void> {
  const { t } = run;
  const goesOn = () =>
    t('Konnect goes on deleting {0}; the Cloud Gateways view shows when it is gone.', one.name);
  const look = {
    read: one.read,
    isDone: (found: { readonly state: string } | undefined) =>
      found === undefined || found.state === 'terminated',
    describe: (found: { readonly state: string } | undefined) =>
      t('{0} is {1}', one.name, found?.state ?? t('gone')),
    everyMs: (passedMs: number) => (passedMs < 30_000 ? 5_000 : 15_000),
    limitMs,
  };
  await orInterrupted(run, goesOn, () => waitUntil(look, run));
}

/** A refusal that may pass; anything else is thrown. */
async function refusalOf(one: Deletable, signal: AbortSignal): Promise<Error | undefined> {
  try {
    await one.remove(signal);
    return undefined;
  } catch (error) {
    if (isKonnectError(error) && error.kind === 'not-found') return undefined;
    if (isKonnectError(error) && error.kind === 'invalid-request') return error;
    throw error;
  }
}

function isGoing(state: string): boolean {
  return state === 'terminating' || state === 'terminated';
}
