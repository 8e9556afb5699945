// Asks which of the kept states of a custom plugin is meant.
import { l10n, type Uri } from 'vscode';
import { UserError } from '../../host/userError';
import type { CustomPlugin } from '../../konnect/client';
import { isSameCode } from '../../operations/plugin/uploadPlugin';
import type { PluginBackup, PluginPlace } from '../../plugins/backups';
import type { Services } from '../services';
import { targetOfFolder } from './folderOfPlugin';
import { pickPluginFolder } from './pickFolder';

type Needs = Pick<Services, 'ask' | 'backups' | 'pluginStates'>;

/** Of the folder that the command was started on, else one of all of which something was kept. */
export async function placeKept(
  needs: Needs,
  connection: string,
  file: Uri | undefined,
): Promise<PluginPlace> {
  if (file !== undefined) {
    const folder = await pickPluginFolder(needs, title(), file);
    const target = await targetOfFolder(needs, title(), folder);
    if (target !== undefined) return target;
    throw new UserError(
      l10n.t('This folder has not been uploaded over this connection: there is nothing to undo.'),
    );
  }
  const latest = await needs.backups.latest(connection);
  const [only] = latest;
  if (only === undefined) {
    throw new UserError(
      l10n.t(
        'There is nothing to undo: nothing was replaced or deleted over this connection from this machine yet.',
      ),
    );
  }
  const choices = latest.map((value) => ({
    label: value.plugin,
    description: `${value.controlPlaneName} · ${value.controlPlane.geo}`,
    detail: whenAndWhy(value),
    value,
  }));
  return needs.ask.pick(title(), l10n.t('Custom plugin'), choices);
}

/** What Konnect holds now is left out. */
export function pickKept(
  { ask }: Pick<Services, 'ask'>,
  backups: readonly PluginBackup[],
  remote: CustomPlugin | undefined,
): Promise<PluginBackup> {
  const others = backups.filter((backup) => remote === undefined || !isSameCode(backup, remote));
  const choices = others.map((value) => ({
    label: new Date(value.keptAt).toLocaleString(),
    description: l10n.t(
      '{0} then · handler {1} bytes, schema {2} bytes',
      value.reason === 'deleted' ? l10n.t('deleted') : l10n.t('replaced'),
      Buffer.byteLength(value.handler),
      Buffer.byteLength(value.schema),
    ),
    value,
  }));
  return ask.pick(title(), l10n.t('Which code to bring back'), choices);
}

function whenAndWhy({ reason, keptAt }: PluginBackup): string {
  const when = new Date(keptAt).toLocaleString();
  return reason === 'deleted'
    ? l10n.t('Kept when it was deleted: {0}', when)
    : l10n.t('Kept when it was replaced: {0}', when);
}

function title(): string {
  return l10n.t('Undo Upload');
}
