// The state of a plugin folder in words, marks and colours.
import { l10n, ThemeColor } from 'vscode';
import type { Standing } from '../host/plugins/pluginStates';
import type { FolderState } from '../plugins/folderState';

/** What wants attention first. */
const order: readonly FolderState[] = [
  'bothChanged',
  'remoteAhead',
  'goneFromKonnect',
  'localAhead',
  'inSync',
  'notUploaded',
];

/** Of several control planes, the state that wants attention first. */
export function worstOf(standings: readonly Standing[]): FolderState | undefined {
  return order.find((state) => standings.some((standing) => standing.state === state));
}

/** At most two characters: more is not shown beside a file. */
export const badges: Readonly<Record<FolderState, string>> = {
  notUploaded: '',
  goneFromKonnect: '✗',
  inSync: '✓',
  localAhead: '↑',
  remoteAhead: '↓',
  bothChanged: '↕',
};

export const stateIcons: Readonly<Record<FolderState, string>> = {
  notUploaded: 'cloud',
  goneFromKonnect: 'circle-slash',
  inSync: 'check',
  localAhead: 'arrow-up',
  remoteAhead: 'arrow-down',
  bothChanged: 'arrow-both',
};

/** Only what wants attention has a colour. */
export function colorOf(state: FolderState): ThemeColor | undefined {
  if (state === 'localAhead') return new ThemeColor('charts.blue');
  const isTrouble =
    state === 'bothChanged' || state === 'remoteAhead' || state === 'goneFromKonnect';
  return isTrouble ? new ThemeColor('list.warningForeground') : undefined;
}

export function shortWords(state: FolderState): string {
  switch (state) {
    case 'notUploaded':
      return l10n.t('not uploaded');
    case 'goneFromKonnect':
      return l10n.t('gone from Konnect');
    case 'inSync':
      return l10n.t('in sync');
    case 'localAhead':
      return l10n.t('changed here');
    case 'remoteAhead':
      return l10n.t('changed in Konnect');
    case 'bothChanged':
      return l10n.t('changed here and in Konnect');
  }
}

/** One line for a control plane. */
export function standingWords({ target, state, isRead }: Standing): string {
  const words = `${target.controlPlaneName}: ${shortWords(state)}`;
  return isRead ? words : l10n.t('{0} (since the last upload; Konnect not read yet)', words);
}
