// The way around a breaking schema that Kong documents: the code under a new name beside the old, then the instances move.
import { l10n, Uri, window, workspace } from 'vscode';
import { pluginFile } from '../../diagnostics/pluginFileKind';
import { execute } from '../../host/runCommand';
import { UserError } from '../../host/userError';
import type { Services } from '../services';
import type { Destination } from './uploadDestination';

type Needs = Pick<Services, 'ask' | 'tell' | 'checks'>;

/** The folder is copied, so that the old code stays as it is, here and in Konnect, for as long as it is needed. */
export async function uploadAsNew(
  needs: Needs,
  folder: Uri,
  old: string,
  { controlPlane, controlPlaneName }: Pick<Destination, 'controlPlane' | 'controlPlaneName'>,
): Promise<void> {
  const title = l10n.t('Upload under a New Name');
  const parent = Uri.joinPath(folder, '..');
  const names = new Set((await workspace.fs.readDirectory(parent)).map(([name]) => name));
  const name = await needs.ask.text({
    title,
    prompt: l10n.t('Name of the new custom plugin; its folder is made beside {0}', old),
    placeHolder: `${old}-2`,
    check: (text) => refusal(text, old, names),
  });
  const schema = Buffer.from(await workspace.fs.readFile(pluginFile(folder, 'schema')));
  const renamed = await needs.checks.renamed(schema.toString('utf8'), name);
  if (renamed === undefined) {
    throw new UserError(
      l10n.t(
        'schema.lua does not give the name as a plain text, so it cannot be changed. Nothing was done.',
      ),
    );
  }
  await needs.ask.confirm(
    l10n.t('Upload {0} as {1} and move its instances there?', old, name),
    [
      l10n.t('1. The folder is copied to {0}, with the new name in schema.lua.', name),
      l10n.t('2. The copy is uploaded to {0} as a new custom plugin.', controlPlaneName),
      l10n.t('3. The instances are moved, one request each; what does not fit is shown first.'),
      l10n.t('4. Once no instance uses {0}, deleting it is offered.', old),
      l10n.t(
        'You can stop after each step: nothing is lost, and “Move Instances” goes on from there.',
      ),
    ].join('\n'),
    l10n.t('Start'),
  );
  const copy = Uri.joinPath(parent, name);
  await workspace.fs.copy(folder, copy, { overwrite: false });
  await workspace.fs.writeFile(pluginFile(copy, 'schema'), Buffer.from(renamed, 'utf8'));
  await window.showTextDocument(pluginFile(copy, 'schema'), { preview: false });
  const isUploaded = await execute('kongCloudGateways.plugin.upload', copy, { controlPlane });
  if (isUploaded !== true) return;
  const move = { controlPlane, controlPlaneName, from: old, to: name };
  await execute('kongCloudGateways.plugin.moveInstances', move);
}

function refusal(text: string, old: string, taken: ReadonlySet<string>): string | undefined {
  if (!/^[a-z0-9][a-z0-9-]{0,127}$/.test(text))
    return l10n.t('Small letters, digits and dashes, at most 128 of them.');
  if (text === old) return l10n.t('It has to be another name.');
  return taken.has(text) ? l10n.t('There is a folder of this name already.') : undefined;
}
