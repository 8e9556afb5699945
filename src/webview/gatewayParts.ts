// What is known about one gateway at a moment; each part is read, and can fail, on its own.

import type {
  Configuration,
  ControlPlane,
  CustomDomain,
  Network,
  ProviderAccount,
  TransitGateway,
} from '../konnect/client';

export interface Failure {
  /** Fit for a person. */
  readonly reason: string;
  /** `kind` of a KonnectError; absent for any other failure. */
  readonly kind?: string;
}

export type Part<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface GatewayParts {
  readonly controlPlane: Part<ControlPlane>;
  /** Undefined once loaded: the control plane has none yet. */
  readonly configuration: Part<Configuration | undefined>;
  readonly domains: Part<readonly CustomDomain[]>;
  readonly accounts: Part<readonly ProviderAccount[]>;
  /** By network id, in the order of the configuration's groups. */
  readonly networks: ReadonlyMap<string, Part<Network>>;
  /** Of each network, by its id. */
  readonly attachments: ReadonlyMap<string, Part<readonly TransitGateway[]>>;
}

export const nothingRead: GatewayParts = {
  controlPlane: { state: 'loading' },
  configuration: { state: 'loading' },
  domains: { state: 'loading' },
  accounts: { state: 'loading' },
  networks: new Map(),
  attachments: new Map(),
};

export function loaded<T>(part: Part<T>): T | undefined {
  return part.state === 'loaded' ? part.value : undefined;
}

/** Ids of the networks that the groups run in, wished or existing, each once. */
export function networkIds(configuration: Configuration | undefined): readonly string[] {
  const ids = groupsOf(configuration).map((group) => group.cloud_gateway_network_id);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** One of the groups in that network: it names provider and region even when the network cannot be read. */
export function groupOfNetwork(
  configuration: Configuration | undefined,
  id: string,
): { readonly provider: string; readonly region: string } | undefined {
  return groupsOf(configuration).find((group) => group.cloud_gateway_network_id === id);
}

function groupsOf(configuration: Configuration | undefined) {
  return [
    ...(configuration?.dataplane_groups ?? []),
    ...(configuration?.dataplane_group_config ?? []),
  ];
}
