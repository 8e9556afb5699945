// What became of an upload: told at once when nothing was sent, else once the nodes were followed.
import { l10n, type Uri } from 'vscode';
import { execute } from '../../host/runCommand';
import type { Action } from '../../host/tell';
import type { CustomPlugin, KonnectClient } from '../../konnect/client';
import type { Services } from '../services';
import type { Sendable } from './confirmUpload';
import { addInstance, followNodes, undo } from './followNodes';
import type { Destination } from './uploadDestination';

type Needs = Pick<Services, 'tell' | 'log' | 'background' | 'explorer'>;

export interface Uploaded {
  readonly konnect: KonnectClient;
  readonly folder: Uri;
  readonly plan: Sendable;
  /** As Konnect answered it. */
  readonly plugin: CustomPlugin;
  readonly destination: Destination;
}

export function tellUploaded(needs: Needs, uploaded: Uploaded): void {
  const { konnect, folder, plan, plugin, destination } = uploaded;
  const { controlPlane, controlPlaneName } = destination;
  const elsewhere: Action = {
    title: l10n.t('Upload Elsewhere…'),
    run: () => execute('kongCloudGateways.plugin.upload', folder, { elsewhere: true }),
  };
  if (plan.kind === 'unchanged') {
    needs.tell.info(
      l10n.t(
        '{0} in {1} already holds exactly this code; nothing was sent.',
        plugin.name,
        controlPlaneName,
      ),
      elsewhere,
    );
    return;
  }
  const isNew = plan.kind === 'create';
  const hasInstances = plan.instances === undefined || plan.instances.length > 0;
  followNodes(needs, konnect, {
    controlPlane,
    controlPlaneName,
    plugin,
    what: isNew
      ? l10n.t('Created the custom plugin {0} in {1}', plugin.name, controlPlaneName)
      : l10n.t('Replaced the custom plugin {0} in {1}', plugin.name, controlPlaneName),
    actions: [
      ...(hasInstances ? [] : addInstance(controlPlane, plugin)),
      ...(isNew ? [elsewhere] : [undo(controlPlane, plugin.name)]),
    ],
    hasInstances,
  });
}
