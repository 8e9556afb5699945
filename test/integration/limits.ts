// Brings the organisation of a demo to its limit of running networks.
import type { Services } from '../../src/commands/services';

/** Somebody else's networks, as many as Konnect takes. */
export async function fillNetworks({ client }: Pick<Services, 'client'>): Promise<void> {
  const { networks, providerAccounts } = await client.get();
  for await (const { id } of providerAccounts.list({ provider: 'aws' })) {
    for (let index = 0; ; index += 1) {
      const made = await networks
        .create({
          name: `filler-${index}`,
          cloud_gateway_provider_account_id: id,
          region: 'us-west-2',
          availability_zones: ['usw2-az1', 'usw2-az2'],
          cidr_block: `10.${120 + index}.0.0/16`,
        })
        .catch((error: unknown) => error);
      if (made instanceof Error) return;
    }
  }
}
