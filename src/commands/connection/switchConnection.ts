// Choose among the connections; signing in to another one and the demo are choices too.
import { l10n, QuickPickItemKind } from 'vscode';
import type { Choice } from '../../host/ask';
import { type Connection, connectionKey } from '../../host/connection/connections';
import { execute } from '../../host/runCommand';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'connections'>;

export async function switchConnection({ ask, connections }: Needs): Promise<void> {
  const [all, active] = await Promise.all([connections.all(), connections.active()]);
  const run = await ask.pick<() => unknown>(l10n.t('Switch Connection'), l10n.t('Organisation'), [
    ...all.map((one) => choiceOf(one, active, () => connections.switchTo(one))),
    { label: '', kind: QuickPickItemKind.Separator, value: () => undefined },
    {
      label: `$(sign-in) ${l10n.t('Sign in to another organisation…')}`,
      value: () => execute('kongCloudGateways.connection.signIn'),
    },
    {
      label: `$(beaker) ${l10n.t('Start the demo')}`,
      value: () => execute('kongCloudGateways.connection.startDemo'),
    },
  ]);
  await run();
}

function choiceOf(
  one: Connection,
  active: Connection | undefined,
  value: () => unknown,
): Choice<() => unknown> {
  const isActive = active !== undefined && connectionKey(active) === connectionKey(one);
  const facts = [
    isActive ? l10n.t('in use') : undefined,
    one.readOnly ? l10n.t('read-only') : undefined,
  ];
  return {
    label: one.organization.name,
    description: facts.filter((fact) => fact !== undefined).join(' · '),
    detail: one.apiUrl,
    value,
  };
}
