// What was typed for an attachment, as the body that Konnect takes, and back again for an edit.
import type { PrivateDnsCreate, PrivateDnsUpdate } from '../../konnect/resources/privateDnsBody';
import type {
  TransitGatewayCreate,
  TransitGatewayUpdate,
} from '../../konnect/resources/transitGatewayBody';
import { listOf, pairsOf } from './fieldChecks';

/** Field name -> what was typed. */
export type Typed = Readonly<Record<string, string>>;

export interface TypedGateway {
  readonly kind: string;
  readonly name: string;
  readonly values: Typed;
  /** Only of kinds that have them. */
  readonly ranges?: string | undefined;
  /** DNS servers of domains behind it; empty for none. */
  readonly servers?: string | undefined;
}

/** The client checks it against the form of its kind before it is sent. */
export function transitGatewayBody(typed: TypedGateway): TransitGatewayCreate {
  const { kind, name, ranges, servers } = typed;
  const { resource_config, ...values } = typed.values;
  const resources = resourcesOf(resource_config ?? '');
  const dns = pairsOf(servers ?? '').map(({ key, value }) => ({
    remote_dns_server_ip_addresses: listOf(value),
    domain_proxy_list: [key],
  }));
  const body = {
    name,
    ...(ranges !== undefined && { cidr_blocks: listOf(ranges) }),
    ...(dns.length > 0 && { dns_config: dns }),
    transit_gateway_attachment_config: {
      ...(values as Readonly<Record<string, unknown>>),
      kind,
      ...(resources.length > 0 && { resource_config: resources }),
    } as TransitGatewayCreate['transit_gateway_attachment_config'],
  };
  return body as TransitGatewayCreate;
}

export function rangesUpdate(ranges: string): TransitGatewayUpdate {
  return { cidr_blocks: listOf(ranges) };
}

export function resourcesUpdate(mapping: string): TransitGatewayUpdate {
  return {
    transit_gateway_attachment_config: {
      kind: 'aws-resource-endpoint-attachment',
      resource_config: resourcesOf(mapping),
    },
  };
}

function resourcesOf(mapping: string) {
  return pairsOf(mapping).map(({ key, value }) => ({
    resource_config_id: key,
    domain_name: value,
  }));
}

export function mappingText(
  resources: readonly {
    readonly resource_config_id: string;
    readonly domain_name?: string | null | undefined;
  }[],
): string {
  return resources
    .map(({ resource_config_id, domain_name }) => `${resource_config_id} = ${domain_name ?? ''}`)
    .join('; ');
}

export function privateDnsBody(kind: string, name: string, values: Typed): PrivateDnsCreate {
  const { dns_config, ...rest } = values;
  const config = {
    kind,
    ...rest,
    ...(dns_config !== undefined && { dns_config: serversOf(dns_config) }),
  };
  return { name, private_dns_attachment_config: config } as PrivateDnsCreate;
}

/** The name only when it changes; the servers always, as the API description wants the kind. */
export function privateDnsUpdate(
  kind: string,
  name: string | undefined,
  servers: string,
): PrivateDnsUpdate {
  return {
    ...(name !== undefined && { name }),
    private_dns_attachment_config: { kind, dns_config: serversOf(servers) },
  } as PrivateDnsUpdate;
}

function serversOf(text: string) {
  return Object.fromEntries(
    pairsOf(text).map(({ key, value }) => [key, { remote_dns_server_ip_addresses: listOf(value) }]),
  );
}

export function serversText(
  config: Readonly<Record<string, { readonly remote_dns_server_ip_addresses: readonly string[] }>>,
): string {
  return Object.entries(config)
    .map(([domain, one]) => `${domain} = ${one.remote_dns_server_ip_addresses.join(', ')}`)
    .join('; ');
}
