// Asks which plugin an instance is of: those that were uploaded to the control plane first, then those of the gateway.
import { l10n, QuickPickItemKind } from 'vscode';
import type { Choice } from '../../host/ask';
import type { ControlPlaneRef } from '../../konnect/client';
import { bundledPluginNames } from '../../lua/gateway/bundledPlugins';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client'>;

export async function pickPluginName(
  needs: Needs,
  title: string,
  controlPlane: ControlPlaneRef,
): Promise<string> {
  const konnect = await needs.client.get();
  const choices = async (): Promise<readonly Choice<string>[]> => {
    const custom: string[] = [];
    for await (const { name } of konnect.customPlugins.list(controlPlane)) custom.push(name);
    return [
      ...group(l10n.t('custom'), custom),
      ...group(l10n.t('of the gateway'), bundledPluginNames()),
    ];
  };
  return needs.ask.pick(title, l10n.t('Plugin'), choices());
}

function group(label: string, names: readonly string[]): readonly Choice<string>[] {
  if (names.length === 0) return [];
  const separator = { label, kind: QuickPickItemKind.Separator, value: '' };
  return [separator, ...names.map((name) => ({ label: name, value: name }))];
}
