// Finds names that Kong switched off on 2025-09-30 in texts of any kind, and says what stands in their place (FACTS 6.2).
import { formerGatewayDomain, gatewayDomain } from './names';

export interface FormerName {
  readonly name: string;
  readonly replacement: string;
}

/** With its dot: names such as `us.cp0.konghq.com` go on for ever. */
const former = new RegExp(
  `[a-z0-9_*](?:[a-z0-9_.-]*[a-z0-9])?\\.${formerGatewayDomain.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`,
  'gi',
);

/** Each name once. */
export function formerNamesIn(
  texts: readonly (string | null | undefined)[],
): readonly FormerName[] {
  const names = texts.flatMap((text) => text?.match(former) ?? []).map((one) => one.toLowerCase());
  return [...new Set(names)].map((name) => ({
    name,
    replacement: name.slice(0, -formerGatewayDomain.length) + gatewayDomain,
  }));
}
