// Bodies are checked before they are sent: the defect is named, and no request is made.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { KonnectClient } from '../../../../src/konnect/client';
import type { NetworkCreate } from '../../../../src/konnect/resources/networks';
import type { TransitGatewayCreate } from '../../../../src/konnect/resources/transitGatewayBody';
import { withServer } from '../testClient';

const ref = { id: 'cp', geo: 'us' };

function refuses(
  what: string,
  write: (client: KonnectClient) => Promise<unknown>,
  said: string,
): void {
  test(`refuses ${what}`, () =>
    withServer(
      () => assert.fail('sent'),
      async ({ client }) => {
        await assert.rejects(write(client), {
          kind: 'invalid-request',
          message: `Konnect did not take the request: ${said}. Correct the values and try again.`,
        });
      },
    ));
}

suite('writing', () => {
  const network: NetworkCreate = {
    name: 'n',
    cloud_gateway_provider_account_id: 'a',
    region: 'r',
    availability_zones: ['z'],
    cidr_block: '10.0.0.0/16',
  };
  refuses(
    'a property that Konnect does not take',
    (client) => client.networks.create({ ...network, ...{ id: 'n', default: true } }),
    'id: cannot be sent; default: cannot be sent',
  );
  refuses(
    'a property of the wrong type',
    (client) =>
      client.networks.create({ ...network, ...{ availability_zones: 'z' as unknown as string[] } }),
    'availability_zones: must be of type array',
  );
  refuses(
    'a body without what is required',
    (client) => client.controlPlanes.create('us', {} as { name: string }),
    'name: must be of type string',
  );

  const vnet: TransitGatewayCreate = {
    name: 't',
    transit_gateway_attachment_config: {
      kind: 'azure-vnet-peering-attachment',
      tenant_id: 't',
      subscription_id: 's',
      resource_group_name: 'r',
      vnet_name: 'v',
    },
  };
  refuses(
    'CIDR blocks for a kind that has none',
    (client) => client.transitGateways.create('n', { ...vnet, ...{ cidr_blocks: [] } }),
    'cidr_blocks: cannot be sent',
  );
  const { vnet_name, ...incomplete } = vnet.transit_gateway_attachment_config as {
    vnet_name: string;
  };
  assert.ok(vnet_name);
  refuses(
    'a kind without its properties, and names them',
    (client) =>
      client.transitGateways.create('n', {
        ...vnet,
        transit_gateway_attachment_config:
          incomplete as typeof vnet.transit_gateway_attachment_config,
      }),
    'transit_gateway_attachment_config.vnet_name: must be of type string',
  );
  refuses(
    'an item that an address cannot name',
    (client) => client.customPlugins.delete(ref, '..'),
    '“..” cannot be used as CustomPluginId',
  );
});
