// Work that was not seen to its end: cancelled, or longer than anybody waits. What Konnect has begun goes on there.
import { isKonnectError } from '../konnect/errors';
import type { Run } from './run';

/** Its message says what goes on in Konnect and what to do next. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** By name: the class exists once in every bundle. */
export function isInterrupted(error: unknown): error is Interrupted {
  return error instanceof Error && error.name === 'Interrupted';
}

/** @throws Interrupted with what `whatGoesOn` says then, when the work, or a part of it, is cancelled or waits too long */
export async function orInterrupted<T>(
  { signal, t }: Pick<Run, 'signal' | 't'>,
  whatGoesOn: () => string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isTooLong = error instanceof Error && error.name === 'WaitingTooLong';
    if (!(isInterrupted(error) || signal.aborted || isTooLong)) throw error;
    const isUnknown = isKonnectError(error) && error.uncertain;
    const doubt = t('It is not known whether Konnect carried out the last request.');
    const words = [...(isUnknown ? [doubt] : []), whatGoesOn()];
    throw new Interrupted(words.join(' '), { cause: error });
  }
}
