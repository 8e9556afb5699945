// Create a plugin folder from a short dialogue: handler.lua and schema.lua that pass every check, and a README.
import { l10n, Uri, window, workspace } from 'vscode';
import { Cancelled, type Choice } from '../../host/ask';
import { UserError } from '../../host/userError';
import type { SandboxName } from '../../lua/rule';
import type { FileTarget } from '../../manifest';
import {
  type NewPluginPhase,
  newNameProblem,
  newPluginPhases,
  phasesProblem,
} from '../../plugins/newPlugin/newPlugin';
import { newPluginFiles } from '../../plugins/newPlugin/newPluginFiles';
import type { Services } from '../services';
import { askNewFields } from './askNewFields';
import { findPluginFolders } from './pickFolder';
import { uriOf } from './target';

type Needs = Pick<Services, 'ask' | 'tell'>;

/** @param target the folder, as VS Code's file explorer passes it, in which the plugin gets a folder of its own */
export async function newPlugin(needs: Needs, target?: FileTarget): Promise<void> {
  const { ask, tell } = needs;
  const title = l10n.t('New Plugin');
  const name = await ask.text({
    title,
    prompt: l10n.t('Name of the plugin, as Konnect will know it'),
    placeHolder: 'stamp-response',
    check: (text) => newNameProblem(text, l10n.t),
  });
  const folder = await pickNewFolder(needs, title, name, uriOf(target));
  const phases = await ask.pickMany(
    title,
    l10n.t('When does it do something?'),
    phaseChoices(),
    (chosen) => phasesProblem(chosen, l10n.t),
  );
  const fields = await askNewFields(needs, title);
  const sandbox = await ask.pick(title, l10n.t('Lua sandbox of the data planes'), sandboxes());
  await refuseExisting(folder);
  for (const [file, text] of Object.entries(newPluginFiles({ name, phases, fields, sandbox }))) {
    await workspace.fs.writeFile(Uri.joinPath(folder, file), Buffer.from(text, 'utf8'));
  }
  await window.showTextDocument(Uri.joinPath(folder, 'handler.lua'));
  tell.info(l10n.t('Created the plugin {0}.', name), {
    title: l10n.t('How to Go On'),
    run: () => window.showTextDocument(Uri.joinPath(folder, 'README.md')),
  });
}

/** Beside the plugins that are there, in `plugins`, in each folder of the workspace, or in any other. */
async function pickNewFolder(
  { ask }: Needs,
  title: string,
  name: string,
  given: Uri | undefined,
): Promise<Uri> {
  const parents = given === undefined ? await likelyParents() : [given];
  const free: Choice<Uri | undefined>[] = [];
  for (const parent of parents) {
    const value = Uri.joinPath(parent, name);
    if (!(await exists(value))) free.push({ label: workspace.asRelativePath(value, true), value });
  }
  const [only] = free;
  if (given !== undefined) {
    await refuseExisting(Uri.joinPath(given, name));
    if (only?.value !== undefined) return only.value;
  }
  const other = { label: l10n.t('Another Folder…'), value: undefined };
  const chosen = await ask.pick(title, l10n.t('New folder of the plugin'), [...free, other]);
  if (chosen !== undefined) return chosen;
  const [parent] =
    (await window.showOpenDialog({
      title: l10n.t('Folder in which {0} gets a folder of its own', name),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (parent === undefined) throw new Cancelled();
  const folder = Uri.joinPath(parent, name);
  await refuseExisting(folder);
  return folder;
}

async function likelyParents(): Promise<readonly Uri[]> {
  const roots = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const beside = (await findPluginFolders()).map((folder) => Uri.joinPath(folder, '..'));
  const all = [...beside, ...roots.map((root) => Uri.joinPath(root, 'plugins')), ...roots];
  const isInside = (uri: Uri) => workspace.getWorkspaceFolder(uri) !== undefined;
  return [...new Map(all.filter(isInside).map((uri) => [uri.toString(), uri])).values()];
}

async function refuseExisting(folder: Uri): Promise<void> {
  if (!(await exists(folder))) return;
  throw new UserError(
    l10n.t(
      '{0} exists already; nothing was written. Take another name or another place.',
      workspace.asRelativePath(folder, true),
    ),
  );
}

async function exists(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

function phaseChoices(): readonly Choice<NewPluginPhase>[] {
  const details: Readonly<Record<NewPluginPhase, string>> = {
    rewrite: l10n.t('before a route is chosen; only where the plugin is set up for everything'),
    access: l10n.t('before the request goes to the upstream service: let through, change, refuse'),
    response: l10n.t('when the whole answer is there; holds it in memory, not with gRPC or HTTP/2'),
    header_filter: l10n.t('when the headers of the answer are there'),
    body_filter: l10n.t('for each part of the answer as it passes'),
    log: l10n.t('after the last byte has gone to the client'),
    configure: l10n.t('outside of requests, when a configuration of the plugin has changed'),
  };
  return newPluginPhases.map((value) => ({
    label: value,
    detail: details[value],
    value,
    picked: value === 'access',
  }));
}

function sandboxes(): readonly Choice<SandboxName>[] {
  const details: Readonly<Record<SandboxName, string>> = {
    strict: l10n.t('the default from gateway 3.14 on: no network modules'),
    lax: l10n.t('with network modules such as resty.http; KONG_UNTRUSTED_LUA=lax on each group'),
    sandbox: l10n.t('gateways up to 3.13'),
    on: l10n.t('no sandbox; KONG_UNTRUSTED_LUA=on on each group'),
  };
  const names: readonly SandboxName[] = ['strict', 'lax', 'sandbox', 'on'];
  return names.map((value) => ({ label: value, detail: details[value], value }));
}
