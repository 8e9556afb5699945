// The accounts in which Kong runs networks. They are made when Dedicated Cloud Gateways are bought: read only here.

import { type Filters, filtered, stringOperators } from '../http/filters';
import { type Call, type Operation, ok, param } from '../http/operation';
import { numberedPage } from '../http/paging';
import { notFound } from '../http/refusal';
import type { ProviderAccount } from '../world/entities';
import type { World } from '../world/world';

const filters: Filters<ProviderAccount> = {
  provider: { read: ({ provider }) => provider, operators: stringOperators },
};

export function providerAccountOperations(world: World): readonly Operation[] {
  const path = '/v2/cloud-gateways/provider-accounts';
  const list = (call: Call) =>
    ok(
      numberedPage(
        filtered(world.providerAccounts.all(), call.query, filters),
        call,
        (account) => ({ ...account }),
      ),
    );
  const read = (call: Call) => {
    const account = world.providerAccounts.get(param(call, 'providerAccountId'));
    if (!account) throw notFound();
    return ok({ ...account });
  };
  return [
    { id: 'list-provider-accounts', method: 'GET', path, home: 'global', handle: list },
    {
      id: 'get-provider-account',
      method: 'GET',
      path: `${path}/{providerAccountId}`,
      home: 'global',
      handle: read,
    },
  ];
}
