// Opens plugin instances that have to be mended: for editing where the extension can, else as read-only JSON.
import { commands, window, workspace } from 'vscode';
import { documentUri } from '../../documents/resourceDocuments';
import type { ControlPlaneRef, Plugin } from '../../konnect/client';
import { commandEffects } from '../../manifest';

const editing = 'kongCloudGateways.plugin.editInstance';

export async function openInstances(
  instances: readonly Plugin[],
  { geo, id }: ControlPlaneRef,
): Promise<void> {
  for (const instance of instances) {
    const name = instance.instance_name ?? instance.name;
    const path = `/v2/control-planes/${id}/core-entities/plugins/${instance.id}`;
    const source = { geo, path };
    if (editing in commandEffects) {
      const target = { name, resourceId: instance.id, source, controlPlane: { geo, id } };
      await commands.executeCommand(editing, target);
      continue;
    }
    const document = await workspace.openTextDocument(documentUri(name, source));
    await window.showTextDocument(document, { preview: false });
  }
}
