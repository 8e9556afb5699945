// Ways in which the value of a record is commonly wrong, told from the value alone.
import { formerGatewayDomain, gatewayDomain } from '../names';

/** Below the domain that was switched off on 2025-09-30: gateway, `edge.` and `acme.` names alike (FACTS 6.2). */
export function isFormerName(name: string): boolean {
  return name.endsWith(`.${formerGatewayDomain}`);
}

export function isGatewayName(name: string): boolean {
  return name.endsWith(`.${gatewayDomain}`);
}

/** The value was written without a dot at its end, and the DNS provider added the name of the zone. */
export function hasZoneAppended(target: string, value: string): boolean {
  return target.startsWith(`${value}.`);
}
