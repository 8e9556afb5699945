// Core entities, custom plugins, schemas, config stores, secrets and vaults.

import assert from 'node:assert/strict';
import { type DemoCaller, pick } from '../support/demoCaller';

const schemaOf = (name: string) =>
  `return { name = "${name}", fields = { { config = { type = "record", fields = { { size = { type = "integer", default = 3 } } } } } } }`;
const handler = 'return { PRIORITY = 10, VERSION = "1.0.0" }';

async function emptyPlane(caller: DemoCaller): Promise<string> {
  const listed = await caller.expect(200, 'GET', '/in/v2/control-planes?filter[name][eq]=sandbox');
  return `/in/v2/control-planes/${pick(listed, 'data.0.id')}`;
}

interface Kind {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** By which it can be found besides its id. */
  readonly name: string;
}

const kinds: readonly Kind[] = [
  {
    kind: 'services',
    body: { name: 'one', host: 'one.example', port: 443, protocol: 'https' },
    name: 'one',
  },
  { kind: 'routes', body: { name: 'one', paths: ['/one'] }, name: 'one' },
  { kind: 'consumers', body: { username: 'one', custom_id: '1', tags: ['a', 'b'] }, name: 'one' },
  { kind: 'consumer_groups', body: { name: 'one' }, name: 'one' },
  { kind: 'custom-plugins', body: { name: 'one', handler, schema: schemaOf('one') }, name: 'one' },
  {
    kind: 'cloned-plugins',
    body: { name: 'one-rt', ref: 'request-transformer', priority: 802 },
    name: 'one-rt',
  },
  { kind: 'vaults', body: { name: 'env', prefix: 'one', config: { prefix: 'ONE' } }, name: 'one' },
  { kind: 'plugins', body: { name: 'cors', instance_name: 'one', config: {} }, name: 'one' },
];

export async function callCoreEntities(caller: DemoCaller): Promise<void> {
  const core = `${await emptyPlane(caller)}/core-entities`;
  for (const { kind, body, name } of kinds) {
    const list = `${core}/${kind}`;
    const made = await caller.expect(201, 'POST', list, body);
    const refused = await caller.expect(400, 'POST', list, body);
    assert.equal(pick(refused, 'message'), 'data constraint error', kind);
    await caller.expect(400, 'POST', list, { ...body, colour: 'red' });
    assert.deepEqual(await caller.expect(200, 'GET', `${list}/${name}`), made);
    assert.deepEqual(await caller.expect(200, 'PUT', `${list}/${pick(made, 'id')}`, body), made);
    await caller.expect(200, 'GET', `${list}?size=1000&tags=a,b`);
    await caller.expect(400, 'GET', `${list}?size=1001`);
    await caller.expect(204, 'DELETE', `${list}/${name}`);
    await caller.expect(204, 'DELETE', `${list}/${name}`);
    await caller.expect(404, 'GET', `${list}/${name}`);
    const { status } = await caller.call('GET', list, undefined, { authorization: 'Bearer wrong' });
    assert.equal(status, 401);
  }
}

export async function callNested(caller: DemoCaller): Promise<void> {
  const core = `${await emptyPlane(caller)}/core-entities`;
  const service = await caller.expect(201, 'POST', `${core}/services`, {
    url: 'https://orders.example/v1',
  });
  const parents: readonly (readonly [string, string])[] = [
    ['services', pick(service, 'id')],
    [
      'routes',
      pick(
        await nested(caller, `${core}/services/${pick(service, 'id')}/routes`, {
          paths: ['/orders'],
        }),
        'id',
      ),
    ],
    [
      'consumers',
      pick(await caller.expect(201, 'POST', `${core}/consumers`, { username: 'nested' }), 'id'),
    ],
    [
      'consumer_groups',
      pick(await caller.expect(201, 'POST', `${core}/consumer_groups`, { name: 'nested' }), 'id'),
    ],
  ];
  for (const [kind, id] of parents) {
    const list = `${core}/${kind}/${id}/plugins`;
    const plugin = await nested(caller, list, { name: 'rate-limiting', config: { minute: 5 } });
    await caller.expect(400, 'POST', list, { name: 'rate-limiting', config: { minute: 5 } });
    await caller.expect(204, 'DELETE', `${list}/${pick(plugin, 'id')}`);
  }
  const used = await caller.expect(400, 'DELETE', `${core}/services/${pick(service, 'id')}`);
  assert.equal(pick(used, 'details.0.type'), 'ERROR_TYPE_REFERENCE');
  for (const [kind, id] of [...parents].reverse()) {
    if (kind === 'routes')
      await caller.expect(204, 'DELETE', `${core}/services/${pick(service, 'id')}/routes/${id}`);
    else await caller.expect(204, 'DELETE', `${core}/${kind}/${id}`);
  }
}

/** Makes an entity under its parent, and reads, lists and replaces it there. */
async function nested(caller: DemoCaller, list: string, body: object): Promise<unknown> {
  const made = await caller.expect(201, 'POST', list, body);
  const one = `${list}/${pick(made, 'id')}`;
  assert.deepEqual(await caller.expect(200, 'GET', one), made);
  assert.deepEqual(pick(await caller.expect(200, 'GET', list), 'data.0'), made);
  assert.deepEqual(await caller.expect(200, 'PUT', one, body), made);
  return made;
}

export async function callPluginSchemas(caller: DemoCaller): Promise<void> {
  const core = `${await emptyPlane(caller)}/core-entities`;
  const list = `${core}/plugin-schemas`;
  await caller.expect(201, 'POST', list, { lua_schema: schemaOf('self-hosted') });
  await caller.expect(409, 'POST', list, { lua_schema: schemaOf('self-hosted') });
  await caller.expect(400, 'POST', list, { lua_schema: 'return {' });
  await caller.expect(200, 'GET', `${list}?page[size]=1`);
  await caller.expect(200, 'GET', `${list}/self-hosted`);
  await caller.expect(200, 'PUT', `${list}/self-hosted`, { lua_schema: schemaOf('self-hosted') });
  await caller.expect(400, 'PUT', `${list}/self-hosted`, { lua_schema: schemaOf('other') });
  const schema = await caller.expect(200, 'GET', `${core}/schemas/plugins/self-hosted`);
  assert.deepEqual(pick(schema, 'fields.0.config.fields.0'), {
    size: { type: 'integer', default: 3 },
  });
  await caller.expect(200, 'POST', `${core}/schemas/plugins/validate`, {
    name: 'self-hosted',
    config: { size: 4 },
  });
  await caller.expect(400, 'POST', `${core}/schemas/plugins/validate`, {
    name: 'self-hosted',
    config: { size: 'x' },
  });
  await caller.expect(204, 'DELETE', `${list}/self-hosted`);
  await caller.expect(404, 'GET', `${list}/self-hosted`);
  await caller.expect(404, 'DELETE', `${list}/self-hosted`);
  const { status } = await caller.call('GET', `${list}/x`, undefined, {
    authorization: 'Bearer wrong',
  });
  assert.equal(status, 401);
}

export async function callConfigStores(caller: DemoCaller): Promise<void> {
  const plane = await emptyPlane(caller);
  const list = `${plane}/config-stores`;
  const made = await caller.expect(201, 'POST', list, { name: 'Store' });
  const one = `${list}/${pick(made, 'id')}`;
  await caller.expect(400, 'POST', list, { name: '' });
  assert.equal((await caller.call('POST', list, {}, { 'content-type': 'text/plain' })).status, 415);
  assert.deepEqual(await caller.expect(200, 'GET', one), made);
  await caller.expect(200, 'GET', `${list}?page[size]=1`);
  await caller.expect(200, 'PUT', one, { name: 'Renamed' });
  const secrets = `${one}/secrets`;
  const secret = await caller.expect(201, 'POST', secrets, { key: 'k/1', value: 'hidden' });
  assert.equal(JSON.stringify(secret).includes('hidden'), false);
  await caller.expect(400, 'POST', secrets, { key: '', value: 'v' });
  await caller.expect(200, 'GET', secrets);
  await caller.expect(200, 'GET', `${secrets}/${encodeURIComponent('k/1')}`);
  await caller.expect(200, 'PUT', `${secrets}/${encodeURIComponent('k/1')}`, { value: 'new' });
  await caller.expect(201, 'PUT', `${secrets}/k2`, { value: 'new' });
  await caller.expect(204, 'DELETE', `${secrets}/k2`);
  await caller.expect(404, 'GET', `${secrets}/k2`);
  const vault = { name: 'konnect', prefix: 'store', config: { config_store_id: pick(made, 'id') } };
  await caller.expect(201, 'POST', `${plane}/core-entities/vaults`, vault);
  await caller.expect(400, 'POST', `${plane}/core-entities/vaults`, {
    ...vault,
    prefix: 'other',
    config: {},
  });
  await caller.expect(204, 'DELETE', `${plane}/core-entities/vaults/store`);
  await caller.expect(400, 'DELETE', one);
  await caller.expect(204, 'DELETE', `${one}?force=true`);
  await caller.expect(404, 'PUT', one, { name: 'Gone' });
  await caller.expect(404, 'GET', secrets);
}
