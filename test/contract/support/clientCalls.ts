// Every verb of the client, called at least once, by the operation that it is.
import { type Call, cloudGatewayCalls } from './cloudGatewayCalls';

const id = '7f9fd312-a987-4628-b4c5-bb4f4fddd5f7';
const other = '36ae63d3-efd1-4bec-b246-62aa5d3f5695';
const controlPlane = { id, geo: 'eu' };
const store = { controlPlane, id: other };
const plugin = { name: 'streaming-headers', handler: 'return {}', schema: 'return {}' };
const instance = {
  name: 'request-transformer',
  instance_name: 'secret',
  enabled: true,
  config: { add: { headers: ['Authorization:Bearer x'] } },
  service: { id: other },
  protocols: ['https'],
  tags: ['a'],
  ordering: { before: { access: ['acl'] } },
  condition: 'true',
};
const clone = { name: 'acme-rt', ref: 'request-transformer', priority: 802 };
const vault = { name: 'konnect', prefix: 'my-vault', config: { config_store_id: other } };
/** By operationId; several calls where one verb has several forms. */
export const calls: Readonly<Record<string, readonly Call[]>> = {
  'get-organizations-me': [(client) => client.organizations.me()],
  'get-users-me': [(client) => client.users.me()],
  'list-control-planes': [
    (client) => client.controlPlanes.list('eu'),
    (client) => client.controlPlanes.list('us', { cloudGateway: true, nameContains: 'a b' }),
    (client) => client.controlPlanes.list('sg', { cloudGateway: false, name: 'a&b' }),
  ],
  'get-control-plane': [(client) => client.controlPlanes.get(controlPlane)],
  'create-control-plane': [
    (client) => client.controlPlanes.create('eu', { name: 'dcgw', cloud_gateway: true }),
    (client) =>
      client.controlPlanes.create('eu', {
        name: 'dcgw',
        description: 'd',
        cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
        auth_type: 'pinned_client_certs',
        cloud_gateway: true,
        proxy_urls: [{ host: 'api.example.com', port: 443, protocol: 'https' }],
        labels: { env: 'test' },
      }),
  ],
  'update-control-plane': [
    (client) => client.controlPlanes.update(controlPlane, { name: 'new', labels: {} }),
    (client) =>
      client.controlPlanes.update(controlPlane, {
        description: '',
        auth_type: 'pki_client_certs',
        proxy_urls: [],
      }),
  ],
  'delete-control-plane': [(client) => client.controlPlanes.delete(controlPlane)],
  'get-control-planes-id-group-memberships': [
    (client) => client.controlPlanes.groupMembers(controlPlane),
  ],
  'list-dataplane-nodes': [(client) => client.nodes.list(controlPlane)],
  'get-nodes-node_id': [(client) => client.nodes.get(controlPlane, other)],
  'get-nodes-eol': [(client) => client.nodes.endOfLife(controlPlane)],
  'get-expected-config-hash': [(client) => client.nodes.expectedHash(controlPlane)],
  'get-expected-config-version': [(client) => client.nodes.expectedVersion(controlPlane)],
  'list-service': [
    (client) => client.services.list(controlPlane),
    (client) => client.services.list(controlPlane, { name: 'a', tags: 'a,b' }),
  ],
  'get-service': [(client) => client.services.get(controlPlane, 'my service')],
  'create-service': [
    (client) =>
      client.services.create(controlPlane, {
        name: 'a',
        host: 'example.com',
        protocol: 'https',
        port: 443,
        path: '/v1',
        enabled: true,
        retries: 5,
        connect_timeout: 1,
        read_timeout: 1,
        write_timeout: 1,
        tags: ['a'],
      }),
  ],
  'list-route': [(client) => client.routes.list(controlPlane, { nameContains: 'a' })],
  'get-route': [(client) => client.routes.get(controlPlane, other)],
  'list-consumer': [(client) => client.consumers.list(controlPlane, { name: 'a' })],
  'list-consumer_group': [(client) => client.consumerGroups.list(controlPlane)],
  'get-consumer': [(client) => client.consumers.get(controlPlane, other)],
  'list-plugin': [(client) => client.plugins.list(controlPlane, { name: 'cors', tags: 'a/b' })],
  'list-plugin-with-service': [
    (client) =>
      client.plugins.list(controlPlane, { scope: { of: 'services', id: other }, tags: 'a' }),
  ],
  'list-plugin-with-route': [
    (client) => client.plugins.list(controlPlane, { scope: { of: 'routes', id: other } }),
  ],
  'list-plugin-with-consumer': [
    (client) => client.plugins.list(controlPlane, { scope: { of: 'consumers', id: other } }),
  ],
  'list-plugin-with-consumer_group': [
    (client) => client.plugins.list(controlPlane, { scope: { of: 'consumer_groups', id: other } }),
  ],
  'get-plugin': [(client) => client.plugins.get(controlPlane, other)],
  'create-plugin': [(client) => client.plugins.create(controlPlane, instance)],
  'upsert-plugin': [
    (client) =>
      client.plugins.put(controlPlane, other, { name: 'cors', partials: [{ id: other }] }),
  ],
  'delete-plugin': [(client) => client.plugins.delete(controlPlane, other)],
  'list-custom-plugin': [(client) => client.customPlugins.list(controlPlane)],
  'get-custom-plugin': [(client) => client.customPlugins.get(controlPlane, 'streaming-headers')],
  'create-custom-plugin': [(client) => client.customPlugins.create(controlPlane, plugin)],
  'upsert-custom-plugin': [
    (client) => client.customPlugins.put(controlPlane, other, { ...plugin, tags: ['a'] }),
  ],
  'delete-custom-plugin': [(client) => client.customPlugins.delete(controlPlane, other)],
  'list-plugin-schemas': [(client) => client.pluginSchemas.list(controlPlane)],
  'get-plugin-schema': [(client) => client.pluginSchemas.get(controlPlane, 'a')],
  'create-plugin-schemas': [
    (client) => client.pluginSchemas.create(controlPlane, { lua_schema: '' }),
  ],
  'update-plugin-schemas': [
    (client) => client.pluginSchemas.put(controlPlane, 'a', { lua_schema: '' }),
  ],
  'delete-plugin-schemas': [(client) => client.pluginSchemas.delete(controlPlane, 'a')],
  'fetch-plugin-schema': [(client) => client.pluginSchemas.fields(controlPlane, 'cors')],
  'validate-entity-schema': [
    (client) => client.pluginSchemas.validate(controlPlane, 'plugins', instance),
  ],
  'list-config-stores': [(client) => client.configStores.list(controlPlane)],
  'get-config-store': [(client) => client.configStores.get(controlPlane, other)],
  'create-config-store': [(client) => client.configStores.create(controlPlane, { name: 'a' })],
  'update-config-store': [(client) => client.configStores.put(controlPlane, other, { name: 'b' })],
  'delete-config-store': [
    (client) => client.configStores.delete(controlPlane, other),
    (client) => client.configStores.delete(controlPlane, other, { withSecrets: true }),
  ],
  'list-config-store-secrets': [(client) => client.configStores.secrets.list(store)],
  'get-config-store-secret': [(client) => client.configStores.secrets.get(store, 'a/b')],
  'create-config-store-secret': [
    (client) => client.configStores.secrets.create(store, { key: 'k', value: 'v' }),
  ],
  'update-config-store-secret': [(client) => client.configStores.secrets.put(store, 'k', 'v')],
  'delete-config-store-secret': [(client) => client.configStores.secrets.delete(store, 'k')],
  'list-vault': [(client) => client.vaults.list(controlPlane)],
  'get-vault': [(client) => client.vaults.get(controlPlane, other)],
  'create-vault': [(client) => client.vaults.create(controlPlane, vault)],
  'upsert-vault': [
    (client) => client.vaults.put(controlPlane, other, { ...vault, description: 'd', tags: ['a'] }),
  ],
  'delete-vault': [(client) => client.vaults.delete(controlPlane, other)],
  ...cloudGatewayCalls,
};

/** What no description of Konnect's has, by the path that is asked for. */
export const undescribed: Readonly<Record<string, readonly Call[]>> = {
  'available-regions': [(client) => client.regions.list()],
  'cloned-plugins': [
    (client) => client.clonedPlugins.list(controlPlane),
    (client) => client.clonedPlugins.get(controlPlane, 'acme-rt'),
    (client) => client.clonedPlugins.create(controlPlane, clone),
    (client) => client.clonedPlugins.put(controlPlane, 'acme-rt', { ...clone, tags: ['a'] }),
    (client) => client.clonedPlugins.delete(controlPlane, 'acme-rt'),
  ],
};
