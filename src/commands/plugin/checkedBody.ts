// Reads a plugin folder as it is uploaded, and checks that: errors block and are shown, warnings ask.
import { commands, l10n, type Uri } from 'vscode';
import type { PluginCheck } from '../../diagnostics/pluginChecks';
import { pluginFile, pluginFileKinds } from '../../diagnostics/pluginFileKind';
import { refuseOutsideLinks } from '../../host/plugins/outsideLinks';
import { workspaceFiles } from '../../host/plugins/workspaceFiles';
import { execute } from '../../host/runCommand';
import type { Action } from '../../host/tell';
import { UserError } from '../../host/userError';
import type { ControlPlaneRef } from '../../konnect/client';
import { packageAt } from '../../plugins/findPackages';
import { type PackageContents, readPackage } from '../../plugins/readPackage';
import { type CustomPluginBody, uploadBody } from '../../plugins/uploadBody';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'checks' | 'diagnostics'>;

export interface CheckedBody {
  readonly body: CustomPluginBody;
  /** The user was asked, which takes as long as the user does. */
  readonly hasAsked: boolean;
}

/** @param contents of the folder, as they will be sent */
export async function checkedBody(
  { ask, checks, diagnostics }: Needs,
  folder: Uri,
  contents: PackageContents,
  controlPlane: ControlPlaneRef,
): Promise<CheckedBody> {
  checks.folderChanged(folder);
  const check = await checks.check(folder, controlPlane);
  diagnostics.show(folder, check);
  const name = nameIfClean(check);
  const body = uploadBody(name, contents);
  const isChecked =
    sameLines(body.handler, check.texts.handler) && sameLines(body.schema, check.texts.schema);
  if (!isChecked) {
    // One that is gone or cannot be read any more is named.
    await readFolder(folder);
    throw new UserError(
      l10n.t('The files changed while they were checked; nothing was uploaded.'),
      uploadAgain(folder, l10n.t('Upload Again')),
    );
  }
  const warnings = [...check.handler, ...check.schema].filter(
    ({ severity }) => severity === 'warning',
  );
  if (warnings.length > 0) {
    await ask.confirm(
      l10n.t('Upload {0} in spite of warnings ({1})?', name, warnings.length),
      warnings.map(({ message }) => message).join('\n'),
      l10n.t('Upload'),
    );
  }
  return { body, hasAsked: warnings.length > 0 };
}

export async function readFolder(folder: Uri): Promise<PackageContents> {
  await refuseOutsideLinks(
    folder,
    pluginFileKinds.map((kind) => pluginFile(folder, kind)),
  );
  return readPackage(packageAt(folder.path), workspaceFiles(folder), l10n.t);
}

export function uploadAgain(folder: Uri, title: string): Action {
  return { title, run: () => execute('kongCloudGateways.plugin.upload', folder) };
}

function nameIfClean({ handler, schema, name }: PluginCheck): string {
  const errors = [...handler, ...schema].filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first !== undefined) {
    throw new UserError(
      l10n.t(
        'Not uploaded. Errors: {0}, the first: {1}. See the Problems view.',
        errors.length,
        first.message,
      ),
      {
        title: l10n.t('Show Problems'),
        run: () => commands.executeCommand('workbench.actions.view.problems'),
      },
    );
  }
  if (name !== undefined) return name;
  throw new UserError(
    l10n.t(
      'Not uploaded: schema.lua gives no name. Konnect needs the plugin\'s name as a text in schema.lua: name = "my-plugin".',
    ),
  );
}

/** An open editor has one kind of line end, whatever mixture the file has. */
function sameLines(one: string, other = ''): boolean {
  return one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}
