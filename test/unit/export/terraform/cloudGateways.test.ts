// Exports of control planes and of what Konnect builds in the cloud.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { terraformOf } from '../../../../src/export/terraform';
import { checked, exported } from './exported';
import {
  addOn,
  configuration,
  controlPlane,
  customDomain,
  everyKind,
  id,
  network,
  networkId,
  privateDns,
  transitGateway,
} from './samples';

suite('an export for Terraform of a gateway', () => {
  test('has what a control plane was made with', async () => {
    const { name, cloud_gateway, labels, proxy_urls } = await checked(controlPlane('prod'));
    assert.deepEqual(
      { name, cloud_gateway, labels, proxy_urls },
      {
        name: 'prod',
        cloud_gateway: true,
        labels: { env: 'test', for: 'prod', prod: 'any' },
        proxy_urls: [{ host: 'prod', port: 443, protocol: 'https' }],
      },
    );
  });

  test('has the wish for data plane groups, not what exists', async () => {
    const environment = [{ name: 'KONG_LOG_LEVEL', value: 'info' }];
    const body = await checked(configuration(environment));
    const place = { provider: 'aws', cloud_gateway_network_id: networkId };
    assert.deepEqual(body.dataplane_groups, [
      {
        ...place,
        region: 'us-east-2',
        autoscale: {
          configuration_data_plane_group_autoscale_autopilot: { kind: 'autopilot', base_rps: 100 },
        },
        environment,
      },
      {
        ...place,
        region: 'eu-west-1',
        autoscale: {
          configuration_data_plane_group_autoscale_static: {
            kind: 'static',
            instance_type: 'small',
            requested_instances: 2,
          },
        },
      },
    ]);
    assert.deepEqual([body.version, body.api_access], ['3.14', 'private+public']);
  });

  test('warns that destroying a configuration leaves the data planes', () => {
    assert.match(terraformOf(configuration([])) ?? '', /^# Destroying .* keep running/);
  });

  test('says which scaling it could not express', () => {
    const source = configuration([]);
    assert.ok(source.kind === 'configuration');
    const [group] = source.resource.dataplane_group_config;
    assert.ok(group !== undefined);
    const odd = { ...group, autoscale: { kind: 'lunar\nresource "x" "y" {}' } };
    const resource = { ...source.resource, dataplane_group_config: [odd] };
    const text = terraformOf({ kind: 'configuration', resource }) ?? '';
    assert.match(text, /^# Left out.*dataplane_groups\.0\.autoscale \(lunar resource/m);
    assert.equal(text.match(/^resource/gm)?.length, 1);
  });

  test('of what is only planned has nothing to import, and says what is known later', () => {
    const source = controlPlane('prod');
    assert.ok(source.kind === 'controlPlane');
    const planned = { ...source, resource: { ...source.resource, id: '' } };
    const text = terraformOf(planned) ?? '';
    assert.match(text, /^# Not there yet: .* as konnect_gateway_control_plane\.prod\.id; .*$/m);
    assert.doesNotMatch(text, /^import|lifecycle/m);
    assert.match(terraformOf(source) ?? '', /^import/m);
    const gateway = transitGateway('core', {
      kind: 'aws-transit-gateway-attachment',
      transit_gateway_id: 'tgw-0',
    });
    assert.ok(gateway.kind === 'transitGateway');
    const part = terraformOf({ ...gateway, resource: { ...gateway.resource, id: '' } }) ?? '';
    assert.match(part, /^# Not there yet: /m);
    assert.doesNotMatch(part, /^import|lifecycle/m);
  });

  test('has names that are valid and tell resources apart', async () => {
    const labels = new Set<string | undefined>();
    for (const name of ['prod', '2 prod', 'Prod EU', '漢字', '*.example.com']) {
      const { resources } = await exported(network(name));
      labels.add(resources[0]?.label);
    }
    assert.deepEqual([...labels], ['prod', 'r_2_prod', 'prod_eu', 'r_', 'example_com']);
  });

  test('has the id of a custom domain for its import', async () => {
    const { imports } = await exported(customDomain('api.example.com'));
    assert.equal(imports[0]?.id, id);
  });

  test('keeps an import from replacing what the provider cannot read back', async () => {
    const unread: string[] = [];
    for (const source of everyKind('a')) {
      const [resource] = (await exported(source)).resources;
      assert.ok(resource !== undefined);
      for (const name of resource.ignored) {
        assert.ok(name in resource.body, name);
        unread.push(`${resource.type.slice('konnect_'.length)}.${name}`);
      }
    }
    assert.deepEqual(unread, [
      'gateway_control_plane.cloud_gateway',
      'gateway_control_plane.cluster_type',
      'cloud_gateway_transit_gateway.aws_transit_gateway',
      'cloud_gateway_transit_gateway.aws_vpc_peering_gateway',
      'cloud_gateway_transit_gateway.aws_resource_endpoint_gateway',
      'cloud_gateway_transit_gateway.azure_transit_gateway',
      'cloud_gateway_transit_gateway.azure_vhub_peering_gateway',
      'cloud_gateway_transit_gateway.gcp_vpc_peering_transit_gateway',
      ...Array.from({ length: 5 }, () => 'cloud_gateway_private_dns.private_dns_attachment_config'),
    ]);
  });

  test('says which geo the provider must be set to, where a resource lives in one', () => {
    const isTold =
      /^# The provider must be set to its geo: server_url = "https:\/\/us\.api\.konghq\.com"$/m;
    const kinds = everyKind('a').filter((source) => isTold.test(terraformOf(source) ?? ''));
    assert.deepEqual(
      [...new Set(kinds.map(({ kind }) => kind))],
      ['controlPlane', 'service', 'route', 'customPlugin', 'plugin'],
    );
  });

  test('is none for kinds that the provider does not have', () => {
    assert.equal(terraformOf(transitGateway('a', { kind: 'lunar-attachment' })), undefined);
    assert.equal(terraformOf(privateDns('a', { kind: 'lunar-zone' })), undefined);
    assert.equal(terraformOf(addOn('a', 'control-plane', 'lunar.v0')), undefined);
    assert.equal(terraformOf(addOn('a', 'organization')), undefined);
  });
});
