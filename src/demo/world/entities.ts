// What the demo stores. Answers are made from it by the resources, so that a stored fact appears in one place.

import type { Json, JsonObject } from './json';

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string;
  readonly login_path: string;
  readonly state: string;
  readonly retention_period_days: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface User {
  readonly id: string;
  readonly email: string;
  readonly full_name: string;
  readonly preferred_name: string;
  readonly active: boolean;
  readonly inferred_region: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface ProxyUrl {
  readonly host: string;
  readonly port: number;
  readonly protocol: string;
}

export interface ControlPlane {
  readonly id: string;
  readonly geo: string;
  readonly name: string;
  readonly description: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly cluster_type: string;
  readonly auth_type: string;
  readonly cloud_gateway: boolean;
  readonly proxy_urls: readonly ProxyUrl[];
  /** First label of its endpoints, from which the DNS names of its gateways are made. */
  readonly prefix: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface StateMetadata {
  readonly reported_status?: string;
  readonly reason?: string;
}

/** What every cloud gateway resource with a life cycle has. */
export interface Living {
  readonly id: string;
  readonly state: string;
  readonly state_metadata?: StateMetadata;
  readonly entity_version: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export type Provider = 'aws' | 'azure' | 'gcp';

export interface ProviderAccount {
  readonly id: string;
  readonly provider: Provider;
  readonly provider_account_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Network extends Living {
  readonly name: string;
  readonly default: boolean;
  readonly cloud_gateway_provider_account_id: string;
  readonly region: string;
  readonly availability_zones: readonly string[];
  readonly cidr_block: string;
  readonly provider_metadata: { readonly vpc_id?: string; readonly subnet_ids?: readonly string[] };
}

export type Autoscale =
  | { readonly kind: 'autopilot'; readonly base_rps: number }
  | {
      readonly kind: 'static';
      readonly instance_type: string;
      readonly requested_instances: number;
    };

/** A data plane group as it is asked for. */
export interface GroupWish {
  readonly provider: Provider;
  readonly region: string;
  readonly cloud_gateway_network_id?: string;
  readonly autoscale?: Autoscale;
  readonly environment?: readonly { readonly name: string; readonly value: string }[];
}

export interface Group extends GroupWish {
  readonly id: string;
  readonly state: string;
  readonly state_metadata?: StateMetadata;
  readonly private_ip_addresses?: readonly string[];
  readonly egress_ip_addresses?: readonly string[];
  readonly hostnames?: readonly string[];
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Configuration {
  readonly id: string;
  readonly control_plane_id: string;
  readonly control_plane_geo: string;
  readonly kind: string;
  readonly version?: string;
  readonly api_access: string;
  readonly wishes: readonly GroupWish[];
  readonly groups: readonly Group[];
  readonly entity_version: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface CustomDomain extends Living {
  readonly control_plane_id: string;
  readonly control_plane_geo: string;
  readonly domain: string;
  readonly kind: string;
  readonly certificate_id: string | null;
  readonly sni_id: string | null;
  readonly online: {
    readonly cname: 'verified' | 'unverified';
    readonly ssl: 'verified' | 'unverified';
  };
}

export interface TransitGateway extends Living {
  readonly network_id: string;
  readonly name: string;
  readonly cidr_blocks?: readonly string[];
  readonly dns_config: readonly JsonObject[];
  readonly transit_gateway_attachment_config: JsonObject & { readonly kind: string };
}

export interface PrivateDns extends Living {
  readonly network_id: string;
  readonly name: string;
  readonly private_dns_attachment_config: JsonObject & { readonly kind: string };
}

export interface AddOnOwner {
  readonly kind: 'control-plane' | 'control-plane-group';
  readonly id: string;
  readonly geo: string;
}

export interface AddOn extends Living {
  readonly name: string;
  readonly owner: AddOnOwner;
  readonly tier: string;
  readonly cache_config_id: string;
}

export interface Quota {
  readonly id: string;
  readonly resource: string;
  readonly name: string;
  readonly description: string;
  /** What the organisation may have, and what organisations have by default. */
  readonly value: number;
  readonly defaultValue: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A core entity: times are Unix seconds there. */
export interface CoreEntity {
  readonly id: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly [field: string]: Json | undefined;
}

export interface ConfigStore {
  readonly id: string;
  readonly control_plane_id: string;
  readonly name: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface ConfigStoreSecret {
  /** Store and key. */
  readonly id: string;
  readonly store_id: string;
  readonly key: string;
  readonly value: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface PluginSchema {
  readonly id: string;
  readonly control_plane_id: string;
  readonly name: string;
  readonly lua_schema: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface DataPlaneNode {
  readonly id: string;
  readonly control_plane_id: string;
  readonly group_id?: string;
  readonly version: string;
  readonly hostname: string;
  readonly config_hash: string;
  /** How long after a change it takes the new configuration up. */
  readonly followsAfterMs: number;
  /** Whether it accepts streamed plugins at all. */
  readonly streaming: boolean;
  /** Seconds since it was last heard of; nodes that run are heard of again and again. */
  readonly silent?: boolean;
  readonly last_ping: number;
  readonly created_at: number;
  readonly updated_at: number;
}
