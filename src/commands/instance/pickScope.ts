// Asks for what an instance runs: the whole control plane, or one service, route, consumer or consumer group of it.
import { l10n } from 'vscode';
import type { InstanceScope } from '../../documents/instances/instanceUri';
import type { Choice } from '../../host/ask';
import type { ControlPlaneRef } from '../../konnect/client';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client'>;
type Scope = InstanceScope | 'all';

export async function pickScope(
  { ask, client }: Needs,
  title: string,
  controlPlane: ControlPlaneRef,
): Promise<Scope> {
  const konnect = await client.get();
  const choices = async (): Promise<readonly Choice<Scope>[]> => {
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
    const all: Choice<Scope> = { label: l10n.t('The whole control plane'), value: 'all' };
    return [all, ...lists.flat()];
  };
  return ask.pick(title, l10n.t('For what does it run?'), choices());
}

function choice(
  field: InstanceScope['field'],
  id: string,
  label: string,
  description: string,
): Choice<Scope> {
  return { label, description, value: { field, id } };
}

async function collect<T>(
  all: AsyncIterable<T>,
  toChoice: (one: T) => Choice<Scope>,
): Promise<readonly Choice<Scope>[]> {
  const found: Choice<Scope>[] = [];
  for await (const one of all) found.push(toChoice(one));
  return found;
}
