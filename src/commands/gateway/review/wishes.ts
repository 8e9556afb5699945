// What can be done with a finished plan, with its answers beside.
import { l10n } from 'vscode';
import type { Choice } from '../../../host/ask';
import { scalingWords } from '../../../operations/configuration/planWords';
import { proxyUrlsText } from '../../../operations/controlPlane/fields';
import type { GatewayDraft } from '../gatewayDraft';
import type { PlannedPlace } from '../plannedPlace';

export type Edit =
  | { readonly kind: 'add' | 'controlPlane' | 'details' | 'version' | 'access' }
  | { readonly kind: 'group' | 'environment' | 'leaveOut'; readonly place: PlannedPlace };
export type Wish = Edit | { readonly kind: 'run' } | { readonly kind: 'save' };

export function wishes(draft: GatewayDraft): readonly Choice<Wish>[] {
  const { places, version = '', access = '' } = draft;
  return [
    {
      label: l10n.t('$(rocket) Provision…'),
      description: l10n.t('what will happen is shown first'),
      value: { kind: 'run' },
    },
    ...controlPlaneWishes(draft),
    {
      label: l10n.t('$(versions) Gateway version…'),
      description: version,
      value: { kind: 'version' },
    },
    { label: l10n.t('$(globe) API access…'), description: access, value: { kind: 'access' } },
    ...places.flatMap(placeWishes(places.length > 1)),
    { label: l10n.t('$(add) Add a data plane group…'), value: { kind: 'add' } },
    {
      label: l10n.t('$(save) Save as JSON…'),
      description: l10n.t('to run it again, or to keep it with your code'),
      value: { kind: 'save' },
    },
  ];
}

/** One that is there already stays as it is. */
function controlPlaneWishes(draft: GatewayDraft): readonly Choice<Wish>[] {
  const { start, name = '', geo = '', description = '', proxyUrls = [] } = draft;
  if (start !== 'new') return [];
  const details = [description, proxyUrlsText(proxyUrls)].filter(Boolean).join(' · ');
  return [
    {
      label: l10n.t('$(server-environment) Name and geo…'),
      description: `${name} · ${geo}`,
      value: { kind: 'controlPlane' },
    },
    {
      label: l10n.t('$(note) Description and proxy URLs…'),
      description: details || l10n.t('optional'),
      value: { kind: 'details' },
    },
  ];
}

function placeWishes(canGo: boolean): (place: PlannedPlace) => readonly Choice<Wish>[] {
  return (place) => {
    const { network, group } = place;
    const names = (group.environment ?? []).map(({ name }) => name);
    return [
      {
        label: l10n.t('$(server) Data plane group in {0}…', network.region),
        description: `${network.name} ${network.cidr} · ${scalingWords(group.autoscale, l10n.t)}`,
        value: { kind: 'group', place },
      },
      {
        label: l10n.t('$(symbol-variable) Environment of {0}…', network.region),
        description: names.length > 0 ? names.join(', ') : l10n.t('none set'),
        value: { kind: 'environment', place },
      },
      ...(canGo
        ? [
            {
              label: l10n.t('$(trash) Leave out {0}', network.region),
              value: { kind: 'leaveOut', place } as const,
            },
          ]
        : []),
    ];
  };
}
