// Asks for what an instance runs: the whole control plane, or a service, route, consumer or consumer group, or several of these at once.
import { l10n, QuickPickItemKind } from 'vscode';
import type { InstanceScope } from '../../documents/instances/instanceUri';
import type { Choice } from '../../host/ask';
import type { ControlPlaneRef, KonnectClient } from '../../konnect/client';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client'>;
type Scope = readonly InstanceScope[];

export async function pickScope(
  { ask, client }: Needs,
  title: string,
  controlPlane: ControlPlaneRef,
): Promise<Scope> {
  const konnect = await client.get();
  const reading = readScopes(konnect, controlPlane);
  const choices = async (): Promise<readonly Choice<Scope | 'several'>[]> => [
    { label: l10n.t('The whole control plane'), value: [] },
    { label: l10n.t('Several of these together…'), value: 'several' },
    { label: '', kind: QuickPickItemKind.Separator, value: [] },
    ...(await reading).map(({ value, ...one }) => ({ ...one, value: [value] })),
  ];
  const chosen = await ask.pick(title, l10n.t('For what does it run?'), choices());
  if (chosen !== 'several') return chosen;
  const together = l10n.t('It runs for requests to which all of these apply');
  return ask.pickMany(title, together, await reading, refusal);
}

/** Kong looks for one of each kind, and never for a consumer and a consumer group at once. */
function refusal(chosen: Scope): string | undefined {
  const fields = chosen.map(({ field }) => field);
  if (fields.length < 2) return l10n.t('Choose at least two.');
  if (new Set(fields).size < fields.length) return l10n.t('Choose at most one of each kind.');
  return fields.includes('consumer') && fields.includes('consumer_group')
    ? l10n.t('Choose a consumer or a consumer group, not both.')
    : undefined;
}

async function readScopes(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
): Promise<readonly Choice<InstanceScope>[]> {
  const lists = await Promise.all([
    collect(konnect.services.list(controlPlane), ({ id, name, host }) =>
      choice('service', id, name ?? host, l10n.t('service')),
    ),
    collect(konnect.routes.list(controlPlane), ({ id, name, paths }) =>
      choice('route', id, name ?? paths?.[0] ?? id, l10n.t('route')),
    ),
    collect(konnect.consumers.list(controlPlane), ({ id, username, custom_id }) =>
      choice('consumer', id, username ?? custom_id ?? id, l10n.t('consumer')),
    ),
    collect(konnect.consumerGroups.list(controlPlane), ({ id, name }) =>
      choice('consumer_group', id, name, l10n.t('consumer group')),
    ),
  ]);
  return lists.flat();
}

function choice(
  field: InstanceScope['field'],
  id: string,
  label: string,
  description: string,
): Choice<InstanceScope> {
  return { label, description, value: { field, id } };
}

async function collect<T>(
  all: AsyncIterable<T>,
  toChoice: (one: T) => Choice<InstanceScope>,
): Promise<readonly Choice<InstanceScope>[]> {
  const found: Choice<InstanceScope>[] = [];
  for await (const one of all) found.push(toChoice(one));
  return found;
}
