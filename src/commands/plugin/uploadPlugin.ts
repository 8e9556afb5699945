// Upload a plugin folder as a custom plugin: check, then create or replace it in the chosen control plane.
import { l10n, type Uri } from 'vscode';
import { sentOf } from '../../host/plugins/uploadTargets';
import { UserError } from '../../host/userError';
import type { ControlPlaneRef, CustomPlugin, KonnectClient } from '../../konnect/client';
import type { CustomPluginTarget, FileTarget, UploadWish } from '../../manifest';
import { planUpload, runUpload, type UploadPlan } from '../../operations/plugin/uploadPlugin';
import { digestOf } from '../../plugins/backups';
import type { PackageContents } from '../../plugins/readPackage';
import { type CustomPluginBody, uploadBody } from '../../plugins/uploadBody';
import { rowId } from '../../tree/nodes/node';
import { previewAsCurl, refuseOtherConnection } from '../change';
import type { Services } from '../services';
import { type CheckedBody, checkedBody, readFolder, uploadAgain } from './checkedBody';
import { confirmUpload, type Sendable } from './confirmUpload';
import { activeKey, rowPlugin } from './customPluginTarget';
import { folderOfPlugin } from './folderOfPlugin';
import { choosePluginFolder, pickPluginFolder } from './pickFolder';
import { saveOpenFiles } from './saveOpenFiles';
import { uriOf } from './target';
import { tellUploaded } from './tellUploaded';
import { type Destination, pickDestination } from './uploadDestination';

type Needs = Pick<
  Services,
  | 'ask'
  | 'tell'
  | 'log'
  | 'client'
  | 'connections'
  | 'settings'
  | 'explorer'
  | 'checks'
  | 'diagnostics'
  | 'targets'
  | 'backups'
  | 'background'
  | 'pluginStates'
>;

export async function uploadPluginCommand(
  needs: Needs,
  target?: FileTarget | CustomPluginTarget | { readonly controlPlane: ControlPlaneRef },
  wish?: UploadWish,
): Promise<void> {
  const folder = await folderToUpload(needs, target);
  await saveOpenFiles(needs, folder);
  const contents = await readFolder(folder);
  const given = target && 'controlPlane' in target ? target.controlPlane : undefined;
  const destination = await pickDestination(needs, folder, {
    controlPlane: given ?? wish?.controlPlane,
    elsewhere: wish?.elsewhere === true,
  });
  const konnect = await needs.client.get();
  const { checked, plan } = await checkAndPlan(needs, konnect, folder, contents, destination);
  if (plan.kind === 'gone') {
    await needs.targets.forget(folder, destination);
    throw new UserError(
      l10n.t(
        'The control plane {0} does not exist any more. Choose another one.',
        destination.controlPlaneName,
      ),
      uploadAgain(folder, l10n.t('Choose Control Plane…')),
    );
  }
  const { body } = checked;
  if (wish?.asCurl === true) {
    const { controlPlane } = destination;
    const keep = () => Promise.resolve();
    await previewAsCurl(needs, {
      work: (client, { signal }) => runUpload(client, controlPlane, body, plan, { keep, signal }),
    });
  }
  const hasAsked = await confirmUpload(needs, folder, plan, body, destination);
  if (hasAsked || checked.hasAsked) {
    await refuseOtherConnection(needs, destination.active);
    await refuseOtherCode(konnect, folder, body, plan, destination);
  }
  const sent = await send(needs, konnect, folder, body, plan, destination);
  tellUploaded(needs, { konnect, folder, plan, plugin: sent, destination });
}

async function folderToUpload(needs: Needs, target: unknown): Promise<Uri> {
  const title = l10n.t('Upload Plugin');
  const row = rowPlugin(target);
  if (row !== undefined) {
    return folderOfPlugin(needs, title, { connection: await activeKey(needs), ...row });
  }
  const isFromTree = typeof target === 'object' && target !== null && 'controlPlane' in target;
  return isFromTree
    ? choosePluginFolder(needs, title)
    : pickPluginFolder(needs, title, uriOf(target));
}

/** Known plugins are read while they are checked, so that the write is the second round trip. */
async function checkAndPlan(
  needs: Needs,
  konnect: KonnectClient,
  folder: Uri,
  contents: PackageContents,
  destination: Destination,
): Promise<{ checked: CheckedBody; plan: UploadPlan }> {
  const { previous, controlPlane, controlPlaneName } = destination;
  const read = (body: CustomPluginBody) =>
    needs.tell.progress(l10n.t('Reading {0} in {1}', body.name, controlPlaneName), (signal) =>
      planUpload(konnect, controlPlane, body, {
        isProbablySame: previous?.sent === digestOf(body),
        signal,
      }),
    );
  const early = previous && read(uploadBody(previous.plugin, contents));
  // A failure counts only if the check lets it come to that.
  early?.catch(() => undefined);
  const checked = await checkedBody(needs, folder, contents, controlPlane);
  const isKnown = early !== undefined && checked.body.name === previous?.plugin;
  return { checked, plan: await (isKnown ? early : read(checked.body)) };
}

/** Questions take as long as the user does: what is replaced has to be what was asked about. */
async function refuseOtherCode(
  konnect: KonnectClient,
  folder: Uri,
  body: CustomPluginBody,
  plan: Sendable,
  { controlPlane, controlPlaneName }: Destination,
): Promise<void> {
  const now = await planUpload(konnect, controlPlane, body, { isProbablySame: true });
  if (now.kind === plan.kind && remoteDigest(now) === remoteDigest(plan)) return;
  throw new UserError(
    l10n.t(
      'Somebody else changed {0} in {1} meanwhile; nothing was uploaded.',
      body.name,
      controlPlaneName,
    ),
    uploadAgain(folder, l10n.t('Upload Again')),
  );
}

function remoteDigest(plan: UploadPlan): string | undefined {
  return 'remote' in plan ? digestOf(plan.remote) : undefined;
}

async function send(
  needs: Needs,
  konnect: KonnectClient,
  folder: Uri,
  body: CustomPluginBody,
  plan: Sendable,
  { connection, controlPlane, controlPlaneName, previous }: Destination,
): Promise<CustomPlugin> {
  const place = { connection, controlPlane, controlPlaneName, plugin: body.name };
  const { tell, targets, explorer, backups } = needs;
  if (plan.kind === 'unchanged') {
    await targets.set(folder, { ...place, ...sentOf(body) });
    needs.pluginStates.seen(place, plan.remote);
    return plan.remote;
  }
  // Written down before: the window may be closed before the answer comes.
  if (previous !== undefined) await targets.set(folder, { ...previous, sending: digestOf(body) });
  const sent = await tell.progress(
    l10n.t('Uploading {0} to {1}', body.name, controlPlaneName),
    (signal) =>
      runUpload(konnect, controlPlane, body, plan, {
        keep: (code) => backups.keep(place, code, 'replaced'),
        signal,
      }),
  );
  await targets.set(folder, { ...place, ...sentOf(body) });
  needs.pluginStates.seen(place, sent);
  explorer.refresh({ id: rowId.group(controlPlane, 'customPlugins') });
  return sent;
}
