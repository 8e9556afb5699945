// Asking which resource, for a command that was started without one.
import { l10n } from 'vscode';
import type { Choice } from '../host/ask';
import { UserError } from '../host/userError';
import type { ControlPlane, Geo, KonnectClient } from '../konnect/client';
import { isKonnectError } from '../konnect/errors';
import type { ResourceTarget } from '../manifest';
import type { ResourceRow } from '../tree/nodes/resourceNode';
import { customDomainRow } from '../tree/rows/customDomainRow';
import { customPluginRow } from '../tree/rows/customPluginRow';
import { networkRow } from '../tree/rows/networkRow';
import { pluginRow } from '../tree/rows/pluginRow';
import { serviceRow } from '../tree/rows/serviceRow';
import type { Services } from './services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings'>;

export async function pickGeo({ ask, client, settings }: Needs, title: string): Promise<Geo> {
  const konnect = await client.get();
  const choices = geosOf(konnect, settings.geos).then((geos) =>
    geos.map((geo) => ({ label: geo, value: geo })),
  );
  return ask.pick(
    title,
    l10n.t('Geo: where Konnect keeps the configuration. It cannot be changed later.'),
    choices,
  );
}

export async function pickControlPlane(
  { ask, client, settings }: Needs,
  title: string,
): Promise<ControlPlane> {
  const konnect = await client.get();
  return ask.pick(title, l10n.t('Control plane'), controlPlaneChoices(konnect, settings.geos));
}

/** The control plane first, then the thing in it. */
export async function pickResource(needs: Needs, title: string): Promise<ResourceTarget> {
  const controlPlane = await pickControlPlane(needs, title);
  const konnect = await needs.client.get();
  return needs.ask.pick(
    title,
    l10n.t('Resource of {0}', controlPlane.name),
    resourceChoices(konnect, controlPlane),
  );
}

export async function geosOf(
  konnect: KonnectClient,
  chosen: readonly Geo[],
): Promise<readonly Geo[]> {
  return chosen.length > 0 ? chosen : konnect.regions.list();
}

/** Geos that refuse are left out, unless all do. */
async function controlPlaneChoices(
  konnect: KonnectClient,
  chosen: readonly Geo[],
): Promise<readonly Choice<ControlPlane>[]> {
  const geos = await geosOf(konnect, chosen);
  const lists = await Promise.allSettled(
    geos.map((geo) => collect(konnect.controlPlanes.list(geo, { cloudGateway: true }))),
  );
  const choices = lists
    .flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
    .map((value) => ({
      label: value.name,
      description: value.geo,
      detail: value.description ?? '',
      value,
    }));
  if (choices.length > 0) return choices;
  const refused = lists.find((list) => list.status === 'rejected');
  if (refused !== undefined) throw refused.reason;
  throw new UserError(
    l10n.t('There is no Dedicated Cloud Gateways control plane yet. Create one first.'),
  );
}

async function resourceChoices(
  konnect: KonnectClient,
  controlPlane: ControlPlane,
): Promise<readonly Choice<ResourceTarget>[]> {
  const lists = await Promise.all([
    rowChoices(konnect.customDomains.list({ controlPlane }), (one) =>
      customDomainRow(one, konnect),
    ),
    rowChoices(konnect.services.list(controlPlane), (one) =>
      serviceRow(one, [], controlPlane, konnect),
    ),
    rowChoices(konnect.plugins.list(controlPlane), (one) => pluginRow(one, controlPlane)),
    rowChoices(konnect.customPlugins.list(controlPlane), (one) =>
      customPluginRow(one, controlPlane, konnect),
    ),
    rowChoices(konnect.networks.list(), (one) => networkRow(one, konnect)),
  ]);
  const { id, name, geo } = controlPlane;
  const own: ResourceTarget = {
    name,
    resourceId: id,
    source: { geo, path: `/v2/control-planes/${id}` },
    terraform: { kind: 'controlPlane', resource: controlPlane },
  };
  return [{ label: name, description: l10n.t('control plane'), value: own }, ...lists.flat()];
}

/** A part that cannot be read is left out: the rest can still be picked. */
async function rowChoices<T>(
  resources: AsyncIterable<T>,
  row: (resource: T) => ResourceRow,
): Promise<readonly Choice<ResourceTarget>[]> {
  try {
    const rows = (await collect(resources)).map(row);
    return rows.map((value) => ({ label: value.name, description: value.spoken, value }));
  } catch (error) {
    if (isKonnectError(error)) return [];
    throw error;
  }
}

async function collect<T>(resources: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const resource of resources) found.push(resource);
  return found;
}
