// How a resource's state looks: Konnect's word, and whether it is well, at work, or wrong.
import type { Translate } from '../../text';
import type { Mark, Tone } from '../protocol';
import { shownName } from '../shownName';

const settledTones = new Map<string, Tone>([
  ['ready', 'good'],
  ['offline', 'plain'],
  ['terminated', 'plain'],
  ['error', 'bad'],
]);

/** An unknown state counts as in progress (FACTS 5). */
export function isMoving(state: string): boolean {
  return !settledTones.has(state);
}

export function stateMark(state: string, t: Translate): Mark {
  // `pending-acceptance` and its like wait for the user.
  const moving: Tone = state.startsWith('pending-') ? 'warning' : 'busy';
  return { text: stateText(state, t), tone: settledTones.get(state) ?? moving };
}

function stateText(state: string, t: Translate): string {
  switch (state) {
    case 'created':
      return t('created');
    case 'initializing':
      return t('initializing');
    case 'ready':
      return t('ready');
    case 'offline':
      return t('offline');
    case 'terminating':
      return t('terminating');
    case 'terminated':
      return t('terminated');
    case 'error':
      return t('error');
    default:
      return shownName(state);
  }
}
