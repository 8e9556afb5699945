// The request examples of Konnect's API descriptions: the client sends each of them unchanged.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { KonnectClient } from '../../src/konnect/client';
import { english } from '../../src/text';
import { OpenApi, openApiFiles } from './support/openApi';
import { findOpenApiFolder } from './support/openApiFolder';
import { catchingFetch, type SentRequest } from './support/sentRequest';

const place = findOpenApiFolder();
const skip = 'skip' in place ? place.skip : false;
const parts = ['cloudGateways', 'controlPlanes', 'controlPlanesConfig'] as const;
const ref = { id: 'cp', geo: 'us' };

/** Examples come as data, which no type can check before it is sent. */
type Send = (client: KonnectClient, body: never) => Promise<unknown>;
const writes: Readonly<Record<string, Send>> = {
  'create-configuration': (client, body) => client.configurations.put(body),
  'create-network': (client, body) => client.networks.create(body),
  'update-network': (client, { name }: { name: string }) => client.networks.rename('n', name),
  'create-transit-gateway': (client, body) => client.transitGateways.create('n', body),
  'update-transit-gateway': (client, body) => client.transitGateways.update('n', 't', body),
  'create-private-dns': (client, body) => client.privateDns.create('n', body),
  'update-private-dns': (client, body) => client.privateDns.update('n', 'p', body),
  'create-custom-domains': (
    client,
    body: { control_plane_id: string; control_plane_geo: string; domain: string },
  ) =>
    client.customDomains.create({
      controlPlane: { id: body.control_plane_id, geo: body.control_plane_geo },
      domain: body.domain,
    }),
  'create-add-on': (client, body) => client.addOns.create(body),
  'update-add-on': (client, body) => client.addOns.update('a', body),
  'create-control-plane': (client, body) => client.controlPlanes.create('us', body),
  'update-control-plane': (client, body) => client.controlPlanes.update(ref, body),
  'create-config-store': (client, body) => client.configStores.create(ref, body),
  'update-config-store': (client, body) => client.configStores.put(ref, 's', body),
  'create-config-store-secret': (client, body) =>
    client.configStores.secrets.create({ controlPlane: ref, id: 's' }, body),
  'update-config-store-secret': (client, { value }: { value: string }) =>
    client.configStores.secrets.put({ controlPlane: ref, id: 's' }, 'k', value),
  'create-service': (client, body) => client.services.create(ref, body),
  'create-plugin': (client, body) => client.plugins.create(ref, body),
  'upsert-plugin': (client, body) => client.plugins.put(ref, 'p', body),
  'create-custom-plugin': (client, body) => client.customPlugins.create(ref, body),
  'upsert-custom-plugin': (client, body) => client.customPlugins.put(ref, 'p', body),
  'create-vault': (client, body) => client.vaults.create(ref, body),
  'upsert-vault': (client, body) => client.vaults.put(ref, 'v', body),
};

suite('request examples', { skip }, () => {
  const files =
    'folder' in place ? parts.map((part) => new OpenApi(place.folder, openApiFiles[part])) : [];
  let sentInAll = 0;

  for (const file of files) {
    for (const { name, operation, value } of file.requestExamples) {
      const send = writes[operation];
      if (send === undefined) continue;
      test(`${operation}: ${name} is sent as it is`, async () => {
        const sent: SentRequest[] = [];
        const client = new KonnectClient({
          apiUrl: 'https://{geo}.api.konghq.com',
          token: () => 'kpat_x',
          fetch: catchingFetch(sent, () => new Response('{}', { status: 200 })),
          t: english,
          log: () => undefined,
        });
        await assert.rejects(send(client, value as never), { kind: 'unexpected-response' });
        assert.deepEqual(sent[0]?.body, value);
        await client.close();
        sentInAll += 1;
      });
    }
  }

  test('are sent for every operation of cloud gateways that has some', () => {
    const [cloudGateways] = files;
    const operations = new Set(cloudGateways?.requestExamples.map(({ operation }) => operation));
    assert.deepEqual(
      [...operations].filter((operation) => writes[operation] === undefined),
      [],
    );
    assert.ok(sentInAll >= 25, `${sentInAll} examples`);
  });
});
