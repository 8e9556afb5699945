// The label that every public name of a gateway starts with, read off the control plane's endpoint.
import { toHostname } from './hostname';

/** The part of a control plane that this needs; undefined where Konnect left it out. */
export interface EndpointOwner {
  readonly config?: { readonly control_plane_endpoint?: string | null | undefined } | undefined;
}

/** FACTS 6.1: `https://cf032d53cb.us.cp0.konghq.com` -> `cf032d53cb`. */
const prefixShape = /^[a-z0-9]{6,}$/;
/** These endpoints end in konghq.com for ever; another suffix has other gateway names, which nobody has told us. */
const endpointDomain = '.konghq.com';

/** Undefined when the endpoint is not of the known form: better no records than wrong ones. */
export function dnsPrefix(controlPlane: EndpointOwner): string | undefined {
  const host = endpointHost(controlPlane.config?.control_plane_endpoint ?? '');
  if (host === undefined || !host.endsWith(endpointDomain)) return undefined;
  const [first = '', ...rest] = host.split('.');
  return rest.length > 2 && prefixShape.test(first) ? first : undefined;
}

/** The host of the endpoint, whether it is written with a scheme or without. */
export function endpointHost(endpoint: string): string | undefined {
  const address = endpoint.includes('://') ? endpoint : `https://${endpoint}`;
  return URL.canParse(address) ? toHostname(new URL(address).hostname) : undefined;
}
