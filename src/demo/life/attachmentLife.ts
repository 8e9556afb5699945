// How transit gateways and private DNS come to work. What the customer has to do meanwhile happens by itself here.

import type { Collection } from '../world/collection';
import type { Living, TransitGateway } from '../world/entities';
import { hexOf } from '../world/ids';
import { isObject, type JsonObject } from '../world/json';
import type { World } from '../world/world';
import { durations } from './durations';

const waiting: Readonly<Record<string, string>> = {
  'aws-transit-gateway-attachment': 'pending-acceptance',
  'aws-vpc-peering-attachment': 'pending-acceptance',
  'azure-vnet-peering-attachment': 'pending-user-action',
  'azure-vhub-peering-attachment': 'pending-user-action',
  'gcp-vpc-peering-attachment': 'pending-user-action',
  'aws-private-hosted-zone-attachment': 'pending-association',
  'gcp-private-hosted-zone-attachment': 'pending-association',
  'azure-private-hosted-zone-attachment': 'pending-association',
};

function change<T extends Living>(
  world: World,
  items: Collection<T>,
  id: string,
  changes: Partial<T>,
): void {
  const item = items.get(id);
  if (!item) return;
  items.put({
    ...item,
    ...changes,
    entity_version: item.entity_version + 1,
    updated_at: world.timestamp(),
  });
}

/** From `initializing`, over what the kind waits for, to `ready`. */
function start<T extends Living>(
  world: World,
  items: Collection<T>,
  id: string,
  kind: string,
  found: Partial<T>,
  ready: (item: T) => Partial<T>,
): void {
  const state = waiting[kind];
  const settle = () => {
    const item = items.get(id);
    if (item && item.state !== 'terminating')
      change(world, items, id, { ...ready(item), state: 'ready' } as Partial<T>);
  };
  if (state === undefined) {
    world.timeline.after(durations.attachmentStarts, settle);
    return;
  }
  world.timeline.after(durations.attachmentStarts, () =>
    change(world, items, id, { ...found, state } as Partial<T>),
  );
  world.timeline.after(durations.attachmentAnswered, settle);
}

export function startTransitGateway(world: World, id: string): void {
  const gateway = world.transitGateways.get(id);
  if (!gateway) return;
  const config = { ...gateway.transit_gateway_attachment_config, ...assigned(gateway) };
  start(
    world,
    world.transitGateways,
    id,
    config.kind,
    { transit_gateway_attachment_config: config },
    readyResources,
  );
}

/** What AWS assigns to an attachment. */
function assigned({ id, transit_gateway_attachment_config: { kind } }: TransitGateway): JsonObject {
  if (kind === 'aws-transit-gateway-attachment')
    return { attachment_id: `tgw-attach-0${hexOf(id, 16)}` };
  return kind === 'aws-vpc-peering-attachment'
    ? { peering_connection_id: `pcx-0${hexOf(id, 16)}` }
    : {};
}

function readyResources({
  transit_gateway_attachment_config: config,
}: TransitGateway): Partial<TransitGateway> {
  if (!Array.isArray(config.resource_config)) return {};
  const resource_config = config.resource_config
    .filter(isObject)
    .map((one) => ({ ...one, state: 'ready' }));
  return { transit_gateway_attachment_config: { ...config, resource_config } };
}

/** The resources of an endpoint that were changed settle again. */
export function restartResources(world: World, id: string): void {
  world.timeline.after(durations.attachmentStarts, () => {
    const gateway = world.transitGateways.get(id);
    if (gateway) change(world, world.transitGateways, id, readyResources(gateway));
  });
}

export function terminateTransitGateway(world: World, id: string): void {
  change(world, world.transitGateways, id, { state: 'terminating' });
  world.timeline.after(durations.attachmentGone, () => world.transitGateways.remove(id));
}

export function startPrivateDns(world: World, id: string, kind: string): void {
  start(world, world.privateDns, id, kind, {}, () => ({}));
}

export function terminatePrivateDns(world: World, id: string): void {
  change(world, world.privateDns, id, { state: 'terminating' });
  world.timeline.after(durations.attachmentGone, () => world.privateDns.remove(id));
}
