// What can be done with a plugin folder, from its entry in the status bar.
import { l10n, type Uri } from 'vscode';
import { shortWords } from '../../documents/stateWords';
import type { Choice } from '../../host/ask';
import { execute } from '../../host/runCommand';
import type { FileTarget } from '../../manifest';
import type { Services } from '../services';
import { pickPluginFolder } from './pickFolder';
import { uriOf } from './target';

type Needs = Pick<Services, 'ask' | 'pluginStates' | 'connections' | 'backups'>;

export async function showPluginState(needs: Needs, target?: FileTarget): Promise<void> {
  const title = l10n.t('Plugin in Konnect');
  const folder = await pickPluginFolder(needs, title, uriOf(target));
  await needs.pluginStates.look(folder);
  const run = await needs.ask.pick(title, l10n.t('What to do'), await choices(needs, folder));
  await run();
}

type Doing = () => PromiseLike<unknown>;

async function choices(
  { pluginStates, backups }: Needs,
  folder: Uri,
): Promise<readonly Choice<Doing>[]> {
  const standings = await pluginStates.of(folder);
  const [first] = standings;
  const uploads = standings.map((standing): Choice<Doing> => {
    const { controlPlane, controlPlaneName } = standing.target;
    return {
      label: l10n.t('$(cloud-upload) Upload to {0}', controlPlaneName),
      description: shortWords(standing.state),
      value: () => execute('kongCloudGateways.plugin.upload', folder, { controlPlane }),
    };
  });
  const kept = first === undefined ? [] : await backups.list(first.target);
  return [
    ...uploads,
    {
      label:
        first === undefined
          ? l10n.t('$(cloud-upload) Upload…')
          : l10n.t('$(cloud-upload) Upload Elsewhere…'),
      value: () => execute('kongCloudGateways.plugin.upload', folder, { elsewhere: true }),
    },
    {
      label: l10n.t('$(diff-multiple) Compare with Konnect'),
      value: () => execute('kongCloudGateways.plugin.compare', folder),
    },
    ...(kept.length > 0
      ? [
          {
            label: l10n.t('$(discard) Undo Upload…'),
            description: l10n.t('{0} kept', kept.length),
            value: () => execute('kongCloudGateways.plugin.undoUpload', folder),
          },
        ]
      : []),
    {
      label: l10n.t('$(checklist) Check'),
      value: () => execute('kongCloudGateways.plugin.check', folder),
    },
  ];
}
