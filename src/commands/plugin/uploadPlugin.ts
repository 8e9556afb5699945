// Upload a plugin folder as a custom plugin: check, then create or replace it in the chosen control plane.
import { commands, l10n, type Uri, workspace } from 'vscode';
import { pluginFile, pluginFileKinds } from '../../diagnostics/pluginFileKind';
import { connectionKey } from '../../host/connections';
import type { Action } from '../../host/tell';
import { digest, type UploadTarget } from '../../host/uploadTargets';
import { UserError } from '../../host/userError';
import { workspaceFiles } from '../../host/workspaceFiles';
import type { ControlPlaneRef, KonnectClient } from '../../konnect/client';
import type { FileTarget } from '../../manifest';
import { planUpload, runUpload, type UploadPlan } from '../../operations/uploadPlugin';
import { packageAt } from '../../plugins/findPackages';
import { readPackage } from '../../plugins/readPackage';
import { type CustomPluginBody, uploadBody } from '../../plugins/uploadBody';
import { rowId } from '../../tree/node';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';
import { choosePluginFolder, pickPluginFolder } from './pickFolder';
import { uriOf } from './target';

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
  if (!workspace.isTrusted) {
    throw new UserError(
      l10n.t(
        'Uploading sends files of this workspace to Konnect. Trust the workspace first (Workspaces: Manage Workspace Trust).',
      ),
    );
  }
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
  await confirmReplace(needs, plan, body, destination);
  await send(needs, konnect, folder, body, plan, destination);
}

type Destination = Omit<UploadTarget, 'sent' | 'plugin'> & {
  readonly previous: UploadTarget | undefined;
};

/** The remembered control plane of the folder, unless the command was started on another one. */
async function pickDestination(
  needs: Needs,
  folder: Uri,
  target: FileTarget | { readonly controlPlane: ControlPlaneRef } | undefined,
): Promise<Destination> {
  const active = await needs.connections.active();
  const connection = active === undefined ? '' : connectionKey(active);
  const previous = needs.targets.get(folder, connection);
  const given = target !== undefined && 'controlPlane' in target ? target.controlPlane : undefined;
  if (given === undefined && previous !== undefined) return { ...previous, previous };
  const { id, geo } = given ?? (await pickControlPlane(needs, l10n.t('Upload Plugin')));
  const konnect = await needs.client.get();
  const { name } = await konnect.controlPlanes.get({ id, geo });
  const isSame = previous?.controlPlane.id === id && previous.controlPlane.geo === geo;
  return {
    connection,
    controlPlane: { id, geo },
    controlPlaneName: name,
    previous: isSame ? previous : undefined,
  };
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
        'Not uploaded: {0} errors, the first is "{1}". They are in the Problems view.',
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
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (warnings.length > 0) {
    await ask.confirm(
      l10n.t('Upload {0} with {1} warnings?', body.name, warnings.length),
      warnings.map(({ message }) => message).join('\n'),
      l10n.t('Upload'),
    );
  }
  return body;
}

/** Konnect keeps no versions, so replacing code that we did not send ourselves is asked about. */
async function confirmReplace(
  { ask }: Needs,
  plan: UploadPlan,
  body: CustomPluginBody,
  { previous, controlPlaneName }: Destination,
): Promise<void> {
  if (plan.kind === 'replace') {
    const isOurs = previous?.plugin === body.name && previous.sent === digest(plan.remote);
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
  plan: UploadPlan,
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
    sent: digest(body),
  });
  tell.info(outcome(plan, body.name, controlPlaneName));
}

function outcome({ kind }: UploadPlan, name: string, controlPlane: string): string {
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
