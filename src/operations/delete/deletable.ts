// What can be deleted, in one form: how it is read and removed, and from which states Konnect removes it.
import type { ControlPlaneRef, KonnectClient } from '../../konnect/client';
import { unlessMissing } from '../unlessMissing';

interface Stateful {
  readonly state: string;
}

export interface Deletable {
  readonly name: string;
  /** Undefined when there is none any more. */
  readonly read: (signal: AbortSignal) => Promise<Stateful | undefined>;
  readonly remove: (signal: AbortSignal) => Promise<void>;
  /** In these states a refusal is final; in others it may pass, as Konnect is at work (FACTS 5.3, 5.6, 5.7). */
  readonly settled: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export function customDomain(
  { customDomains }: KonnectClient,
  { id, domain }: { readonly id: string; readonly domain: string },
): Deletable {
  return {
    name: domain,
    read: (signal) => unlessMissing(customDomains.get(id, { signal })),
    remove: (signal) => customDomains.delete(id, { signal }),
    settled: ['ready', 'error'],
  };
}

export function network({ networks }: KonnectClient, { id, name }: Named): Deletable {
  return {
    name,
    read: (signal) => unlessMissing(networks.get(id, { signal })),
    remove: (signal) => networks.delete(id, { signal }),
    settled: ['ready', 'offline'],
  };
}

export function transitGateway(
  { transitGateways }: KonnectClient,
  networkId: string,
  { id, name }: Named,
): Deletable {
  return {
    name,
    read: (signal) => unlessMissing(transitGateways.get(networkId, id, { signal })),
    remove: (signal) => transitGateways.delete(networkId, id, { signal }),
    settled: ['ready', 'error', 'pending-acceptance', 'pending-user-action'],
  };
}

export function privateDns(
  { privateDns: attachments }: KonnectClient,
  networkId: string,
  { id, name }: Named,
): Deletable {
  return {
    name,
    read: (signal) => unlessMissing(attachments.get(networkId, id, { signal })),
    remove: (signal) => attachments.delete(networkId, id, { signal }),
    settled: ['ready', 'error'],
  };
}

export function addOn({ addOns }: KonnectClient, { id, name }: Named): Deletable {
  return {
    name,
    read: (signal) => unlessMissing(addOns.get(id, { signal })),
    remove: (signal) => addOns.delete(id, { signal }),
    settled: ['ready'],
  };
}

/** It has no state of its own. */
export function controlPlane(
  { controlPlanes }: KonnectClient,
  { name, ...ref }: ControlPlaneRef & { readonly name: string },
): Deletable {
  return {
    name,
    read: async (signal) => {
      const found = await unlessMissing(controlPlanes.get(ref, { signal }));
      return found && { state: 'ready' };
    },
    remove: (signal) => controlPlanes.delete(ref, { signal }),
    settled: ['ready'],
  };
}
