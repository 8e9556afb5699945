// What a state of Konnect means for a row: its icon, its words, and when it is worth another look.
import { l10n, type ThemeIcon } from 'vscode';
import type { Trouble } from '../nodes/node';
import { isAtRest, stateIcon, warningIcon } from './icons';

interface Stateful {
  readonly state: string;
  readonly state_metadata?: { readonly reason?: string | null | undefined } | null | undefined;
}

export interface StateView {
  readonly reason: string | undefined;
  /** State and reason in words. */
  readonly words: string;
  /** The part of a row that the state decides. */
  readonly row: {
    readonly icon: ThemeIcon;
    readonly state: string;
    readonly trouble: Trouble | undefined;
    readonly lookAgainMs: number | undefined;
  };
}

/** With marks that are not part of the state. */
export function spokenWith(words: string, ...marks: readonly (string | undefined)[]): string {
  return [words, ...marks].filter(Boolean).join(', ');
}

/** Provisioning takes tens of minutes, and Konnect pushes nothing. */
export const provisioningMs = 15_000;
/** Konnect itself looks at a domain's DNS every five minutes. */
export const verifyingMs = 300_000;

/** What waits for the user may wait long. */
function lookAgainMs(state: string, everyMs: number): number | undefined {
  if (state.startsWith('pending-')) return verifyingMs;
  return isAtRest(state) ? undefined : everyMs;
}

export function stateView({ state, state_metadata }: Stateful, everyMs: number): StateView {
  const reason = state_metadata?.reason ?? undefined;
  const isStuck = reason !== undefined && state !== 'error';
  return {
    reason,
    words: reason === undefined ? state : l10n.t('{0}, {1}', state, reason),
    row: {
      icon: isStuck ? warningIcon : stateIcon(state),
      state,
      trouble: isStuck || state === 'error' ? 'error' : undefined,
      lookAgainMs: lookAgainMs(state, everyMs),
    },
  };
}
