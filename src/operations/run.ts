// What work of several requests is given besides the client: time, cancellation, and somebody to tell.
import type { Clock } from '../konnect/clock';
import type { Translate } from '../text';

export interface Run {
  /** Tells the user what is being done or waited for. */
  readonly report: (step: string) => void;
  /** Ends the waiting; what Konnect has begun goes on there. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly t: Translate;
  /** True while changes are only written down: what they would bring about never comes, so nothing is waited for. */
  readonly isPreview?: boolean;
}
