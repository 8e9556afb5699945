// The addresses of a data plane group that runs: private ones inside its network, public ones for its egress.

import { addressIn, parseCidr } from '../world/cidr';
import type { Group, GroupWish, Network } from '../world/entities';
import { numberOf } from '../world/ids';

type Addresses = Pick<Group, 'private_ip_addresses' | 'egress_ip_addresses'>;

export function groupAddresses(
  network: Network | undefined,
  group: GroupWish & { readonly id: string },
): Addresses {
  const cidr = parseCidr(network?.cidr_block ?? '');
  const documentation = parseCidr('203.0.113.0/24');
  if (!network || !cidr || !documentation) return {};
  const zones = network.availability_zones;
  const step = 2 ** (32 - cidr.prefix) / 8;
  return {
    private_ip_addresses: zones.map((zone, index) =>
      addressIn(cidr, index * step + 10 + numberOf(`${group.id}/${zone}`, 200)),
    ),
    // Egress belongs to the network: groups that share it share the addresses.
    egress_ip_addresses: zones.map((zone) =>
      addressIn(documentation, 1 + numberOf(`${network.id}/${zone}`, 250)),
    ),
  };
}
