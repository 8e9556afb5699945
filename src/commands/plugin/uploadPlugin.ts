// Upload a plugin folder as a custom plugin: check, then create or replace it in the chosen control plane.
import { commands, l10n, type Uri, workspace } from 'vscode';
import { pluginFile, pluginFileKinds } from '../../diagnostics/pluginFileKind';
import { connectionKey } from '../../host/connections';
import { execute } from '../../host/runCommand';
import type { Action } from '../../host/tell';
import { UserError } from '../../host/userError';
import { workspaceFiles } from '../../host/workspaceFiles';
import type { ControlPlaneRef, KonnectClient } from '../../konnect/client';
import type { FileTarget } from '../../manifest';
import { planUpload, runUpload, type UploadPlan } from '../../operations/uploadPlugin';
import { digestOf } from '../../plugins/backups';
import { packageAt } from '../../plugins/findPackages';
import { readPackage } from '../../plugins/readPackage';
import { type CustomPluginBody, uploadBody } from '../../plugins/uploadBody';
import { rowId } from '../../tree/node';
import type { Services } from '../services';
import { choosePluginFolder, pickPluginFolder } from './pickFolder';
import { uriOf } from './target';
import { type Destination, pickDestination } from './uploadDestination';

type Sendable = Exclude<UploadPlan, { kind: 'gone' }>;

type Needs = Pick<
  Services,
  | 'ask'
  | 'tell'
  | 'client'
  | 'connections'
  | 'settings'
  | 'explorer'
  | 'checks'
  | 'diagnostics'
  | 'targets'
>;

export async function uploadPluginCommand(
  needs: Needs,
  target?: FileTarget | { readonly controlPlane: ControlPlaneRef },
): Promise<void> {
  const title = l10n.t('Upload Plugin');
  const isFromTree = target !== undefined && 'controlPlane' in target;
  const folder = isFromTree
    ? await choosePluginFolder(needs, title)
    : await pickPluginFolder(needs, title, uriOf(target));
  await saveOpenFiles(needs, folder);
  const destination = await pickDestination(needs, folder, target);
  const body = await checkedBody(needs, folder, destination.controlPlane);
  const konnect = await needs.client.get();
  const plan = await needs.tell.progress(
    l10n.t('Reading {0} in {1}', body.name, destination.controlPlaneName),
    (signal) => planUpload(konnect, destination.controlPlane, body, signal),
  );
  if (plan.kind === 'gone') {
    await needs.targets.forget(folder);
    throw new UserError(
      l10n.t(
        'The control plane {0} does not exist any more. Choose another one.',
        destination.controlPlaneName,
      ),
      uploadAgain(folder, l10n.t('Choose Control Plane…')),
    );
  }
  await confirmReplace(needs, plan, body, destination);
  await refuseOtherConnection(needs, destination);
  await send(needs, konnect, folder, body, plan, destination);
}

async function saveOpenFiles({ ask }: Needs, folder: Uri): Promise<void> {
  const files = pluginFileKinds.map((kind) => pluginFile(folder, kind).toString());
  const unsaved = workspace.textDocuments.filter(
    (document) => document.isDirty && files.includes(document.uri.toString()),
  );
  if (unsaved.length === 0) return;
  await ask.confirm(
    l10n.t('Save the plugin before uploading it?'),
    l10n.t(
      'What is uploaded is what is on disk. Not saved: {0}.',
      unsaved.map(({ uri }) => workspace.asRelativePath(uri)).join(', '),
    ),
    l10n.t('Save and Upload'),
  );
  for (const document of unsaved) {
    if (!(await document.save()))
      throw new UserError(
        l10n.t(
          '{0} could not be saved; nothing was uploaded.',
          workspace.asRelativePath(document.uri),
        ),
      );
  }
}

/** Errors block and are shown; warnings ask. */
async function checkedBody(
  { ask, checks, diagnostics }: Needs,
  folder: Uri,
  controlPlane: ControlPlaneRef,
): Promise<CustomPluginBody> {
  checks.folderChanged(folder);
  const check = await checks.check(folder, controlPlane);
  diagnostics.show(folder, check);
  const findings = [...check.handler, ...check.schema];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first !== undefined) {
    throw new UserError(
      l10n.t(
        'Not uploaded. Errors: {0}, the first: {1}. See the Problems view.',
        errors.length,
        first.message,
      ),
      showProblems(),
    );
  }
  const { name } = check;
  if (name === undefined) {
    throw new UserError(
      l10n.t(
        'Not uploaded: schema.lua gives no name. Konnect needs the plugin\'s name as a text in schema.lua: name = "my-plugin".',
      ),
    );
  }
  const contents = await readPackage(packageAt(folder.path), workspaceFiles(folder), l10n.t);
  const body = uploadBody(name, contents);
  const isChecked =
    sameLines(body.handler, check.texts.handler) && sameLines(body.schema, check.texts.schema);
  if (!isChecked) {
    throw new UserError(
      l10n.t('The files changed while they were checked; nothing was uploaded.'),
      uploadAgain(folder, l10n.t('Upload Again')),
    );
  }
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (warnings.length > 0) {
    await ask.confirm(
      l10n.t('Upload {0} in spite of warnings ({1})?', body.name, warnings.length),
      warnings.map(({ message }) => message).join('\n'),
      l10n.t('Upload'),
    );
  }
  return body;
}

/** An open editor has one kind of line end, whatever mixture the file has. */
function sameLines(one: string, other = ''): boolean {
  return one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}

/** Konnect keeps no versions, so replacing code that we did not send ourselves is asked about. */
async function confirmReplace(
  { ask }: Needs,
  plan: Sendable,
  body: CustomPluginBody,
  { previous, controlPlaneName }: Destination,
): Promise<void> {
  if (plan.kind === 'replace') {
    const isOurs = previous?.plugin === body.name && previous.sent === digestOf(plan.remote);
    if (isOurs) return;
    await ask.confirm(
      l10n.t('Replace the custom plugin {0} in {1}?', body.name, controlPlaneName),
      l10n.t(
        'Konnect holds other code than this folder last sent. It is overwritten, and Konnect keeps no versions.',
      ),
      l10n.t('Replace'),
    );
  } else if (plan.kind === 'create' && previous !== undefined && previous.plugin !== body.name) {
    await ask.confirm(
      l10n.t('Upload {0} as a new custom plugin to {1}?', body.name, controlPlaneName),
      l10n.t('This folder was uploaded as {0} before; that one stays as it is.', previous.plugin),
      l10n.t('Upload as New'),
    );
  }
}

async function send(
  { tell, targets, explorer }: Needs,
  konnect: KonnectClient,
  folder: Uri,
  body: CustomPluginBody,
  plan: Sendable,
  { connection, controlPlane, controlPlaneName }: Destination,
): Promise<void> {
  if (plan.kind !== 'unchanged') {
    await tell.progress(l10n.t('Uploading {0} to {1}', body.name, controlPlaneName), (signal) =>
      runUpload(konnect, controlPlane, body, plan, signal),
    );
    explorer.refresh({ id: rowId.group(controlPlane, 'customPlugins') });
  }
  await targets.set(folder, {
    connection,
    controlPlane,
    controlPlaneName,
    plugin: body.name,
    sent: digestOf(body),
  });
  tell.info(outcome(plan, body.name, controlPlaneName), {
    title: l10n.t('Upload Elsewhere…'),
    run: async () => {
      await targets.forget(folder);
      await execute('kongCloudGateways.plugin.upload', folder);
    },
  });
}

/** The questions take as long as the user does: meanwhile another connection may have come into use. */
async function refuseOtherConnection(
  { connections }: Needs,
  { connection }: Destination,
): Promise<void> {
  const active = await connections.active();
  if (active !== undefined && connectionKey(active) === connection) return;
  throw new UserError(l10n.t('Another connection came into use meanwhile; nothing was uploaded.'));
}

function uploadAgain(folder: Uri, title: string): Action {
  return { title, run: () => execute('kongCloudGateways.plugin.upload', folder) };
}

function outcome({ kind }: Sendable, name: string, controlPlane: string): string {
  if (kind === 'unchanged')
    return l10n.t(
      '{0} in {1} already holds exactly this code; nothing was sent.',
      name,
      controlPlane,
    );
  if (kind === 'replace')
    return l10n.t('Replaced the custom plugin {0} in {1}.', name, controlPlane);
  return l10n.t(
    'Created the custom plugin {0} in {1}. It runs once a plugin instance uses it.',
    name,
    controlPlane,
  );
}

function showProblems(): Action {
  return {
    title: l10n.t('Show Problems'),
    run: () => commands.executeCommand('workbench.actions.view.problems'),
  };
}
