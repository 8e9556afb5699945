// Asking which requests get the secret header: those of a service, of a route, or of the whole control plane.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import type { ControlPlaneRef, KonnectClient } from '../../konnect/client';
import type { SecretTarget } from '../../manifest';
import { collect } from '../../operations/collect';
import type { SecretPlace } from '../../operations/secret/injectSecret';
import type { SecretScope } from '../../operations/secret/transformer';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings'>;

export async function secretPlaceOf(
  needs: Needs,
  title: string,
  target?: SecretTarget,
): Promise<SecretPlace> {
  const picked = target?.controlPlane ?? (await pickControlPlane(needs, title));
  const controlPlane = { id: picked.id, geo: picked.geo };
  const kind = target?.terraform?.kind;
  if (target !== undefined && (kind === 'service' || kind === 'route')) {
    const { resourceId: id = '', name = '' } = target;
    return { controlPlane, scope: { kind, id, name } };
  }
  const konnect = await needs.client.get();
  const scope = await needs.ask.pick(
    title,
    l10n.t('Requests that get the header'),
    scopeChoices(konnect, controlPlane),
  );
  return { controlPlane, scope };
}

async function scopeChoices(
  konnect: KonnectClient,
  ref: ControlPlaneRef,
): Promise<readonly Choice<SecretScope>[]> {
  const [services, routes] = await Promise.all([
    collect(konnect.services.list(ref)),
    collect(konnect.routes.list(ref)),
  ]);
  return [
    ...services.map(({ id, name, host }): Choice<SecretScope> => {
      const label = name ?? host;
      const value = { kind: 'service', id, name: label } as const;
      return { label, description: l10n.t('service'), detail: host, value };
    }),
    ...routes.map(({ id, name, paths, hosts }): Choice<SecretScope> => {
      const label = name ?? id;
      const value = { kind: 'route', id, name: label } as const;
      const detail = [...hosts, ...paths].join(' · ');
      return { label, description: l10n.t('route'), detail, value };
    }),
    {
      label: l10n.t('The whole control plane'),
      detail: l10n.t('Every backend behind it is sent the secret.'),
      value: { kind: 'controlPlane' },
    },
  ];
}

export function scopeWords(scope: SecretScope): string {
  if (scope.kind === 'controlPlane') return l10n.t('the whole control plane');
  return scope.kind === 'service'
    ? l10n.t('the service {0}', scope.name)
    : l10n.t('the route {0}', scope.name);
}
