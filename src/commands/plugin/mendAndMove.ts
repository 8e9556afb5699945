// Configurations that the new schema refuses: each opens as a JSON document to be mended, and moves when it fits.
import { l10n, window, workspace } from 'vscode';
import { isSecret } from '../../export/terraform/secrets';
import { execute } from '../../host/runCommand';
import { UserError } from '../../host/userError';
import { maskSecrets, unmaskSecrets } from '../../instances/masks';
import type { KonnectClient, Plugin } from '../../konnect/client';
import { moveInstance } from '../../operations/plugin/moveInstances';
import { configOf } from '../../plugins/configText';
import { failureWords } from './failureWords';
import type { MoveNeeds, MovePlace, Refused } from './movePlace';

/** One at a time: when it has moved, the command goes on with what is left. */
export async function openToMend(
  { tell }: MoveNeeds,
  place: MovePlace,
  { instance, reasons }: Refused,
  count: number,
): Promise<void> {
  // An unsaved document may be written to the disk by the editor, so secrets stay out of it.
  const { value } = maskSecrets(instance.config ?? {}, isSecret);
  const content = `${JSON.stringify(value, undefined, 2)}\n`;
  const document = await workspace.openTextDocument({ language: 'json', content });
  await window.showTextDocument(document, { preview: false });
  const { controlPlane, controlPlaneName, plugin: from, to } = place;
  tell.warning(
    l10n.t(
      '{0} does not fit {1} yet: {2}. Mend its configuration in this document, then move it. Instances that wait for this: {3}.',
      instance.instance_name ?? instance.id,
      to,
      reasons.join('; '),
      count,
    ),
    {
      title: l10n.t('Move It'),
      run: () => {
        const mended = { instance: instance.id, config: document.getText() };
        const target = { controlPlane, controlPlaneName, from, to, mended };
        return execute('kongCloudGateways.plugin.moveInstances', target);
      },
    },
  );
}

/** @throws UserError while it does not fit */
export async function moveMended(
  { checks }: MoveNeeds,
  konnect: KonnectClient,
  { controlPlane, to }: MovePlace,
  instance: Plugin,
  text: string,
  schema: string,
): Promise<void> {
  const typed = configOf(text);
  if (typed === undefined) {
    throw new UserError(l10n.t('The document is no JSON object. Nothing was moved.'));
  }
  const { value, lost } = unmaskSecrets(typed, maskSecrets(instance.config ?? {}, isSecret));
  if (lost.length > 0) {
    throw new UserError(
      l10n.t(
        'A mark stands for nothing at {0}: write the value there. Nothing was moved.',
        lost.map((path) => path.join('.')).join(', '),
      ),
    );
  }
  const config = value as Record<string, unknown>;
  const { refused } = await checks.impact({ before: schema, after: schema, configs: [config] });
  const reasons = failureWords(refused[0] ?? []);
  if (reasons.length > 0) {
    throw new UserError(
      l10n.t('It does not fit {0} yet: {1}. Nothing was moved.', to, reasons.join('; ')),
    );
  }
  await moveInstance(konnect, controlPlane, instance, to, { config, t: l10n.t });
}
