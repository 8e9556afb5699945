import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { KonnectClient } from '../../../src/konnect/client';
import type { TransitGateway } from '../../../src/konnect/resources/transitGateways';
import { transitGatewayBody } from '../../../src/operations/attachments/bodies';
import { createOnNetwork } from '../../../src/operations/attachments/createOnNetwork';
import { untilReady } from '../../../src/operations/untilReady';
import { all } from '../konnect/testClient';
import { networkNamed, withKonnect } from './withKonnect';

const body = transitGatewayBody({
  kind: 'gcp-vpc-peering-attachment',
  name: 'peer',
  values: { peer_project_id: 'my-project-123', peer_vpc_name: 'vpc-prod' },
});

async function newNetwork(konnect: KonnectClient) {
  const like = await networkNamed(konnect, 'sydney-sensors');
  return konnect.networks.create({
    name: 'coming',
    cloud_gateway_provider_account_id: like.cloud_gateway_provider_account_id,
    region: 'us-west1',
    availability_zones: ['us-west1-a', 'us-west1-b'],
    cidr_block: '10.70.0.0/16',
  });
}

function wishOn(
  konnect: KonnectClient,
  { id, name }: { readonly id: string; readonly name: string },
) {
  const { transitGateways } = konnect;
  return {
    networkId: id,
    networkName: name,
    find: async (): Promise<TransitGateway | undefined> =>
      (await all(transitGateways.list(id, { name: 'peer' })))[0],
    create: () => transitGateways.create(id, body),
  };
}

suite('creating on a network', () => {
  test(
    'waits until the network is ready, and sends nothing before',
    withKonnect(async ({ konnect, run, told, changes, demo }) => {
      const network = await newNetwork(konnect);
      demo.forgetRequests();
      const made = await createOnNetwork(konnect, wishOn(konnect, network), run);
      assert.equal(made.name, 'peer');
      assert.equal(changes().length, 1);
      assert.deepEqual(told, ['coming is created', 30, 'coming is initializing', 30]);
    }),
  );

  test(
    'a rate limit on the way is waited for, and a lost answer doubles nothing',
    withKonnect(async ({ konnect, run, demo }) => {
      const path = '/global/v2/cloud-gateways/networks/*/transit-gateways';
      const faults = [
        { kind: 'status', status: 429, retryAfter: 0 },
        { kind: 'resetBeforeHeaders', applied: true },
      ] as const;
      for (const fault of faults) demo.faults.order({ method: 'POST', path, times: 1, fault });
      const network = await networkNamed(konnect, 'sydney-sensors');
      const made = await createOnNetwork(konnect, wishOn(konnect, network), run);
      const peers = await all(konnect.transitGateways.list(network.id, { name: 'peer' }));
      assert.deepEqual(
        peers.map(({ id }) => id),
        [made.id],
      );
    }),
  );

  test(
    'another refusal is final',
    withKonnect(async ({ konnect, run, changes }) => {
      const network = await networkNamed(konnect, 'us-east-2-prod');
      await assert.rejects(createOnNetwork(konnect, wishOn(konnect, network), run), {
        kind: 'invalid-request',
      });
      assert.equal(changes().length, 1);
    }),
  );

  test(
    'cancelled while it waits says that the network goes on, and sends nothing',
    withKonnect(async ({ konnect, run, cancelled, changes, demo }) => {
      const network = await newNetwork(konnect);
      demo.forgetRequests();
      const stopping = { ...run, report: () => cancelled.abort() };
      await assert.rejects(createOnNetwork(konnect, wishOn(konnect, network), stopping), {
        name: 'Interrupted',
        message: 'Konnect goes on with coming; the Cloud Gateways view shows when it is ready.',
      });
      assert.deepEqual(changes(), []);
    }),
  );

  test(
    'a network that fails is told with the reason that Konnect gives',
    withKonnect(async ({ konnect, run }) => {
      const { id, name } = await networkNamed(konnect, 'mumbai-lab');
      const read = (signal: AbortSignal) => konnect.networks.get(id, { signal });
      await assert.rejects(untilReady({ name, read, everyMs: 1, limitMs: 9 }, run), {
        name: 'Interrupted',
        message:
          /^Konnect reports a failure for mumbai-lab: Network could not be deployed .* Mend that, then delete it and create it anew\.$/,
      });
    }),
  );
});
