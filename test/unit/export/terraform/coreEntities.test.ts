// Exports of services, routes and plugins.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { terraformOf } from '../../../../src/export/terraform';
import { checked, exported } from './exported';
import { writable } from './providerSchema';
import { Encoded } from './readHcl';
import { controlPlaneId, fullEntities, id, networkId, plugin, route, service } from './samples';

suite('an export for Terraform of core entities', () => {
  test('takes a route with an expression for the resource that it is', async () => {
    const expression = 'http.path ^= "/a"';
    const more = { expression, priority: 5, hosts: [], paths: [], methods: [] };
    const { resources } = await exported(route('a', more));
    assert.equal(resources[0]?.type, 'konnect_gateway_route_expression');
    assert.equal((await checked(route('a', more))).expression, expression);
  });

  test('has every property that the provider takes', async () => {
    for (const source of fullEntities()) {
      const [resource] = (await exported(source)).resources;
      assert.ok(resource !== undefined);
      assert.deepEqual(
        Object.keys(await checked(source)).sort(),
        [...writable(resource.type)].sort(),
      );
      assert.doesNotMatch(terraformOf(source) ?? '', /Left out/);
    }
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
