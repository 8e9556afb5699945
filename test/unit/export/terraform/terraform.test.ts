// Exports for Terraform, read by HashiCorp's parser and held against what the provider's documentation lists.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type TerraformSource, terraformOf } from '../../../../src/export/terraform';
import { hostileTexts, mixtures } from '../hostileTexts';
import { fullConfig, pluginNames, shapeOf } from './pluginSamples';
import { importForm, misfits, resourceTypes } from './providerSchema';
import { type Body, Encoded, type HclFile, Reference, readHcl, type Value } from './readHcl';
import {
  addOn,
  configuration,
  controlPlane,
  controlPlaneId,
  customDomain,
  customPlugin,
  everyKind,
  id,
  network,
  networkId,
  plugin,
  privateDns,
  route,
  service,
  transitGateway,
} from './samples';

async function exported(source: TerraformSource): Promise<HclFile & { readonly text: string }> {
  const text = terraformOf(source) ?? assert.fail(`nothing for ${source.kind}`);
  return { text, ...(await readHcl(text)) };
}

/** The one resource of an export, after everything that holds for every export. */
async function checked(source: TerraformSource): Promise<Body> {
  const { text, resources, imports, variables } = await exported(source);
  const [resource, ...others] = resources;
  assert.ok(resource !== undefined && others.length === 0, text);
  const { type, label, body } = resource;
  assert.deepEqual([...misfits(type, body)], [], text);
  assert.match(label, /^[a-z][a-z0-9_]*$/);
  const form = importForm(type);
  assert.notEqual(form, undefined);
  if (form === null) assert.deepEqual(imports, []);
  else assert.deepEqual(imports.map(importKeys), [[`${type}.${label}`, form]], text);
  for (const [name, variable] of variables) {
    assert.match(name, /^[a-z][a-z0-9_]*$/);
    assert.deepEqual([variable.type, variable.sensitive], [new Reference('string'), true]);
    assert.ok(text.includes(`var.${name}`));
    assert.equal('default' in variable, false);
  }
  return body;
}

function importKeys({ to, id }: Body): readonly unknown[] {
  assert.ok(to instanceof Reference);
  return [to.to, id instanceof Encoded ? Object.keys(id.value as Body).sort() : 'id'];
}

/** HCL knows whole characters only, and Terraform composes them. */
function asTerraformHolds(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC');
}

function textsIn(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

suite('an export for Terraform', () => {
  test('of each kind of resource fits the provider', async () => {
    const types = new Set<string | undefined>();
    for (const source of everyKind('plain')) {
      await checked(source);
      types.add(/^resource "(\w+)"/m.exec(terraformOf(source) ?? '')?.[1]);
    }
    const others = resourceTypes.filter((type) => !type.startsWith('konnect_gateway_plugin_'));
    assert.deepEqual([...types].sort(), [...others].sort());
  });

  for (const name of pluginNames) {
    test(`of the plugin ${name} fits the provider with every property that it knows`, async () => {
      const scopes = shapeOf(name).scopes;
      const ofScope = { s: 'service', r: 'route', c: 'consumer', g: 'consumer_group' } as const;
      const scope = Object.fromEntries(
        Object.entries(ofScope).flatMap(([letter, property]) =>
          scopes.includes(letter) ? [[property, { id: networkId }]] : [],
        ),
      );
      const more = {
        ...scope,
        instance_name: `my ${name}`,
        condition: 'http.method == "GET"',
        ordering: { before: { access: ['acl'] }, after: null },
        partials: [{ id: networkId, name: 'redis', path: 'config.redis' }],
        tags: ['a', 'b'],
      };
      const source = plugin(name, fullConfig(name, '1.%{x}'), more);
      const body = await checked(source);
      for (const property of [...Object.keys(scope), 'config', 'condition', 'partials'])
        assert.ok(property in body, property);
      assert.doesNotMatch(terraformOf(source) ?? '', /Left out/);
    });
  }

  test('keeps any text as it is, in every place', async () => {
    const texts = [...hostileTexts, ...mixtures(2, 40)];
    for (const text of texts) {
      for (const source of everyKind(text)) {
        const body = await checked(source);
        const expected = asTerraformHolds(text);
        const isHeld = textsIn(body).includes(expected);
        assert.ok(isHeld || source.kind === 'configuration' || text === '', JSON.stringify(text));
      }
    }
  });

  test('keeps Lua sources as they are, whatever is in them', async () => {
    const lines = [`local x = "\${a}" .. '%{b}' -- $\${c}`, '  EOT', 'EOT2', '\treturn "\\n"', ''];
    const sources = [
      lines.join('\n'),
      lines.join('\n').trimEnd(),
      lines.join('\r\n'),
      `${lines.join('\n')}\n\n`,
      '\ufeffreturn {}\n\n',
      '\n\n',
      'return {}',
      'EOT',
      'a\nEOT',
      ...mixtures(3, 300),
    ];
    for (const source of sources) {
      const { handler, schema } = await checked(customPlugin(source, `${source}\n`));
      assert.equal(handler, asTerraformHolds(source));
      assert.equal(schema, asTerraformHolds(`${source}\n`));
    }
  });

  test('writes sources as one can read them', () => {
    const text = terraformOf(customPlugin(`local a = "\${b}"\nreturn a\n`, 'return {\n}'));
    assert.equal(
      text,
      `# The provider must be set to its geo: server_url = "https://us.api.konghq.com"
resource "konnect_gateway_custom_plugin_streaming" "tide_headers" {
  control_plane_id = "${controlPlaneId}"
  name             = "tide-headers"
  schema = trimsuffix(<<EOT
return {
}
EOT
  , "\\n")
  handler = <<EOT
local a = "$\${b}"
return a
EOT
}

import {
  to = konnect_gateway_custom_plugin_streaming.tide_headers
  id = jsonencode({
    control_plane_id = "${controlPlaneId}"
    id               = "${id}"
  })
}
`,
    );
  });

  test('says when Terraform will change a source', () => {
    assert.match(terraformOf(customPlugin('-- e\u0301\n', '')) ?? '', /^# Terraform composes/m);
    assert.doesNotMatch(terraformOf(customPlugin('-- \u00e9\n', '')) ?? '', /composes/);
  });
});

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

suite('an export for Terraform of core entities', () => {
  test('takes a route with an expression for the resource that it is', async () => {
    const expression = 'http.path ^= "/a"';
    const more = { expression, priority: 5, hosts: [], paths: [], methods: [] };
    const { resources } = await exported(route('a', more));
    assert.equal(resources[0]?.type, 'konnect_gateway_route_expression');
    assert.equal((await checked(route('a', more))).expression, expression);
  });

  test('has properties that the client hands on unread', async () => {
    const more = {
      tls_verify: true,
      client_certificate: { id },
      tls_sans: { dnsnames: ['a'], uris: null },
    };
    const body = await checked(service('a', more));
    assert.deepEqual(body.client_certificate, { id });
    assert.deepEqual(body.tls_sans, { dnsnames: ['a'] });
  });

  test('says what it left out, and only when there was something', () => {
    const text = terraformOf(service('a', { lunar: { phase: 1 }, solar: null })) ?? '';
    assert.match(text, /^# Left out, as the provider does not take it: lunar$/m);
  });

  test('brings the values of a bundled plugin to the provider’s names and types', async () => {
    const cache = { response_headers: { 'X-Cache-Key': true, age: false }, redis: { port: 6379 } };
    const body = await checked(plugin('proxy-cache-advanced', { strategy: 'memory', ...cache }));
    assert.deepEqual(body.config, {
      strategy: 'memory',
      response_headers: { x_cache_key: true, age: false },
      redis: { port: '6379' },
    });
  });

  test('wraps a choice as the provider does', async () => {
    const template = `\${d}`;
    const nodes = [
      { name: 'a', type: 'static', values: { b: [1, { c: template }] } },
      { name: 'e', type: 'jq', jq: '.', input: 'a' },
      { name: 'f', type: 'lunar' },
    ];
    const source = plugin('datakit', { nodes });
    assert.deepEqual((await checked(source)).config, {
      nodes: [
        { static: { name: 'a', values: new Encoded({ b: [1, { c: template }] }) } },
        { jq: { name: 'e', jq: '.', input: 'a' } },
      ],
    });
    assert.match(terraformOf(source) ?? '', /^# Left out.*config\.nodes\.2$/m);
  });

  test('takes any other plugin for a custom one, which cannot be imported, and says so', async () => {
    const more = { service: { id: networkId }, instance_name: 'harbour', condition: 'true' };
    const source = plugin('tide-headers', { header: 'X-Tide', empty: [], none: null }, more);
    const { text, resources } = await exported(source);
    assert.deepEqual(await checked(source), {
      control_plane_id: controlPlaneId,
      name: 'tide-headers',
      enabled: true,
      protocols: ['https'],
      instance_name: 'harbour',
      service: { id: networkId },
      config: { header: 'X-Tide', empty: [] },
    });
    assert.equal(resources[0]?.type, 'konnect_gateway_custom_plugin');
    assert.match(text, /^# The provider cannot import this resource/m);
    assert.match(text, new RegExp(`id ${id}`));
    assert.match(text, /^# Left out.*: condition$/m);
  });

  test('has an empty config for a custom plugin without one', async () => {
    assert.deepEqual((await checked(plugin('tide-headers', {}))).config, {});
  });
});

suite('secrets in an export for Terraform', () => {
  const secret = 'Authorization:Bearer s3cr3t-s3cr3t';

  test('become one sensitive variable, however often they occur', async () => {
    const config = { replace: { headers: [secret, 'X-A:b'] }, add: { headers: [secret] } };
    const source = plugin('request-transformer', config, { instance_name: 'weather' });
    const { text, variables } = await exported(source);
    const reference = new Reference('var.weather_replace_headers_0');
    assert.deepEqual((await checked(source)).config, {
      replace: { headers: [reference, 'X-A:b'] },
      add: { headers: [reference] },
    });
    assert.deepEqual([...variables.keys()], ['weather_replace_headers_0']);
    assert.ok(!text.includes('s3cr3t'));
  });

  test('are whatever Kong encrypts, under any name', async () => {
    const withSecrets = [];
    for (const name of pluginNames) {
      const config = fullConfig(name, 'plain', 'guarded');
      const { text, variables } = await exported(plugin(name, config));
      assert.ok(!text.includes('guarded'), name);
      if (JSON.stringify(config).includes('guarded')) {
        withSecrets.push(name);
        assert.ok(variables.size > 0, name);
      }
    }
    assert.ok(withSecrets.includes('http-log') && withSecrets.length > 50);
  });

  test('have variables of their own names when their places are alike', async () => {
    const source = plugin('tide-headers', {
      'a-b': { token: 'one-one' },
      a_b: { token: 'two-two' },
    });
    const { variables } = await exported(source);
    assert.deepEqual(
      [...variables.keys()],
      ['tide_headers_39ed3790_a_b_token', 'tide_headers_39ed3790_a_b_token_2'],
    );
    await checked(source);
  });

  test('are told from vault references, which stay', async () => {
    const password = '{vault://konnect/redis-password}';
    const body = await checked(plugin('rate-limiting', { redis: { password } }));
    assert.deepEqual(body.config, { redis: { password } });
  });

  test('in the environment of data planes become variables', async () => {
    const values = { KONG_REQUEST_DEBUG_TOKEN: 'abcdef', KONG_LOG_LEVEL: 'info' };
    const environment = Object.entries(values).map(([name, value]) => ({ name, value }));
    const body = await checked(configuration(environment));
    const [group] = body.dataplane_groups as readonly Body[];
    const place = 'dataplane_groups_0_environment_kong_request_debug_token';
    assert.deepEqual(group?.environment, [
      {
        name: 'KONG_REQUEST_DEBUG_TOKEN',
        value: new Reference(`var.gateway_0949471e_${place}`),
      },
      { name: 'KONG_LOG_LEVEL', value: 'info' },
    ]);
  });

  test('in JSON that is kept as text become variables too', async () => {
    const source = plugin('app-dynamics', { controller: { password: 'hunter-two', host: 'a' } });
    assert.deepEqual((await checked(source)).config, {
      controller: new Encoded({
        password: new Reference('var.app_dynamics_39ed3790_controller_password'),
        host: 'a',
      }),
    });
    assert.ok(!(terraformOf(source) ?? '').includes('hunter-two'));
  });
});
