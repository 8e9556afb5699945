import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { KonnectClient, Plugin } from '../../../../src/konnect/client';
import {
  injectSecret,
  referenceTo,
  type SecretWish,
} from '../../../../src/operations/secret/injectSecret';
import { readTransformers, type SecretScope } from '../../../../src/operations/secret/transformer';
import { OpenApi, openApiFiles } from '../../../contract/support/openApi';
import { findOpenApiFolder } from '../../../contract/support/openApiFolder';
import { all } from '../../konnect/testClient';
import { type AtHand, controlPlaneNamed, withKonnect } from '../withKonnect';

const found = findOpenApiFolder();
const api =
  'folder' in found ? new OpenApi(found.folder, openApiFiles.controlPlanesConfig) : undefined;
const ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const entities = '/v2/control-planes/<id>/core-entities';

async function wishFor(
  konnect: KonnectClient,
  more: Partial<SecretWish> = {},
): Promise<SecretWish & { readonly scope: Exclude<SecretScope, { kind: 'controlPlane' }> }> {
  const { id, geo } = await controlPlaneNamed(konnect, 'eu', 'payments');
  const [service] = await all(konnect.services.list({ id, geo }, { name: 'refunds' }));
  assert.ok(service);
  const scope = { kind: 'service', id: service.id, name: 'refunds' } as const;
  const header = { header: 'Authorization', value: 'Bearer sparrow-1' };
  return { controlPlane: { id, geo }, way: 'vault', ...header, ...more, scope };
}

type Parts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function partsOf(plugin: Plugin | undefined): Parts {
  return (plugin?.config ?? {}) as Parts;
}

function sent({ demo, changes }: AtHand): readonly string[] {
  for (const { method, operation, body } of demo.requests)
    if (method !== 'GET') assert.deepEqual(api?.requestErrors(operation ?? '', body) ?? [], []);
  const lines = changes().map((line) => line.replaceAll(ids, '<id>'));
  demo.forgetRequests();
  return lines;
}

suite('injecting a secret header', () => {
  test(
    'keeps it in the store and refers to it by a whole element',
    withKonnect(async (at) => {
      const { konnect, run, demo } = at;
      const wish = await wishFor(konnect);
      demo.forgetRequests();
      await injectSecret(konnect, wish, run);
      const bodies = demo.requests.filter(({ method }) => method !== 'GET').map(({ body }) => body);
      const key = `authorization-refunds-${wish.scope.id.slice(0, 8)}`;
      assert.deepEqual(sent(at), [
        'POST /v2/control-planes/<id>/config-stores 201',
        `PUT /v2/control-planes/<id>/config-stores/<id>/secrets/${key} 201`,
        `POST ${entities}/vaults 201`,
        `POST ${entities}/plugins 201`,
      ]);
      assert.deepEqual(bodies[1], { value: 'Authorization:Bearer sparrow-1' });
      const reference = `{vault://cloud-gateways/${key}}`;
      assert.equal(referenceTo(wish.scope, wish.header), reference);
      const config = { replace: { headers: [reference] }, add: { headers: [reference] } };
      assert.deepEqual((bodies[3] as { config: unknown }).config, config);
    }),
  );

  test(
    'again rotates the value and changes nothing else',
    withKonnect(async (at) => {
      const { konnect, run } = at;
      const wish = await wishFor(konnect);
      await injectSecret(konnect, wish, run);
      sent(at);
      await injectSecret(konnect, { ...wish, value: 'Bearer sparrow-2' }, run);
      assert.deepEqual(
        sent(at).map((line) => line.split(' ').toSpliced(1, 1).join(' ')),
        ['PUT 200'],
      );
    }),
  );

  test(
    'a second header goes into the same store, vault and plugin',
    withKonnect(async (at) => {
      const { konnect, run } = at;
      const wish = await wishFor(konnect);
      await injectSecret(konnect, wish, run);
      sent(at);
      await injectSecret(konnect, { ...wish, header: 'X-API-Key', value: 'sparrow-3' }, run);
      assert.deepEqual(
        sent(at).map((line) => line.split(' ')[0]),
        ['PUT', 'PUT'],
      );
      const { advanced } = await readTransformers(konnect, wish.controlPlane, wish.scope);
      const headers = ['Authorization', 'X-API-Key'].map((name) => referenceTo(wish.scope, name));
      assert.deepEqual(partsOf(advanced).add?.headers, headers);
      assert.equal(
        advanced?.instance_name,
        `backend-secret-vault-refunds-${wish.scope.id.slice(0, 8)}`,
      );
    }),
  );

  test(
    'in the plugin itself is rotated there, and leaves it when the store takes over',
    withKonnect(async (at) => {
      const { konnect, run, demo } = at;
      const wish = await wishFor(konnect, { way: 'plain' });
      await injectSecret(konnect, wish, run);
      await injectSecret(konnect, { ...wish, value: 'Bearer sparrow-2' }, run);
      const put = demo.requests.at(-1)?.body as { config: { replace: { headers: unknown } } };
      assert.deepEqual(put.config.replace.headers, ['Authorization:Bearer sparrow-2']);
      const { plain } = await readTransformers(konnect, wish.controlPlane, wish.scope);
      assert.ok(plain);
      sent(at);
      await injectSecret(konnect, { ...wish, way: 'vault' }, run);
      assert.equal(sent(at).at(-1), `DELETE ${entities}/plugins/<id> 204`);
      const after = await readTransformers(konnect, wish.controlPlane, wish.scope);
      assert.equal(after.plain, undefined);
    }),
  );

  test(
    'keeps what else an instance of somebody else does',
    withKonnect(async (at) => {
      const { konnect, run } = at;
      const wish = await wishFor(konnect, { way: 'plain' });
      await konnect.plugins.create(wish.controlPlane, {
        name: 'request-transformer',
        instance_name: 'theirs',
        service: { id: wish.scope.id },
        tags: ['team-pay'],
        config: {
          remove: { headers: ['X-Debug'] },
          add: { headers: ['X-Env:prod', 'authorization:old'], querystring: ['v:1'] },
        },
      });
      sent(at);
      await injectSecret(konnect, wish, run);
      assert.equal(sent(at).length, 1);
      const { plain } = await readTransformers(konnect, wish.controlPlane, wish.scope);
      const { add, replace, remove } = partsOf(plain);
      assert.deepEqual(add?.headers, ['X-Env:prod', 'Authorization:Bearer sparrow-1']);
      assert.deepEqual(replace?.headers, ['Authorization:Bearer sparrow-1']);
      assert.deepEqual([add?.querystring, remove?.headers], [['v:1'], ['X-Debug']]);
      assert.deepEqual([plain?.instance_name, plain?.tags], ['theirs', ['team-pay']]);
      await injectSecret(konnect, { ...wish, way: 'vault' }, run);
      const after = await readTransformers(konnect, wish.controlPlane, wish.scope);
      assert.deepEqual(
        partsOf(after.plain).add?.headers,
        ['X-Env:prod'],
        'it is not ours to delete',
      );
    }),
  );

  test(
    'answers that are lost on the way double nothing',
    withKonnect(async (at) => {
      const { konnect, run, demo } = at;
      const wish = await wishFor(konnect);
      const lost = { kind: 'resetBeforeHeaders', applied: true } as const;
      for (const path of ['config-stores', 'core-entities/vaults', 'core-entities/plugins']) {
        demo.faults.order({
          method: 'POST',
          path: `/eu/v2/control-planes/*/${path}`,
          times: 1,
          fault: lost,
        });
      }
      demo.forgetRequests();
      await injectSecret(konnect, wish, run);
      const posts = demo.requests.filter(({ method }) => method === 'POST');
      assert.equal(posts.length, 3);
      const stores = await all(konnect.configStores.list(wish.controlPlane));
      assert.equal(stores.filter(({ name }) => name === 'cloud-gateways').length, 1);
    }),
  );

  test(
    'cancelled at any step says which, and goes on from there',
    withKonnect(async (at) => {
      const { konnect, run, changes, demo } = at;
      const wish = await wishFor(konnect);
      demo.forgetRequests();
      for (const step of ['keeping the secret', 'creating the vault', 'setting the header']) {
        const cancelled = new AbortController();
        const report = (text: string) => {
          if (text.startsWith(step)) cancelled.abort();
        };
        const stopping = { ...run, report, signal: cancelled.signal };
        await assert.rejects(injectSecret(konnect, wish, stopping), ({ name, message }: Error) => {
          assert.equal(name, 'Interrupted');
          return new RegExp(`Stopped at this step: ${step}.*nothing is doubled`).test(message);
        });
      }
      await injectSecret(konnect, wish, run);
      const posts = changes().filter((line) => line.startsWith('POST'));
      assert.equal(posts.length, 3);
    }),
  );

  test(
    'stops before anything when the vault of that name leads elsewhere',
    withKonnect(async (at) => {
      const { konnect, run } = at;
      const wish = await wishFor(konnect);
      await konnect.vaults.create(wish.controlPlane, { name: 'env', prefix: 'cloud-gateways' });
      sent(at);
      await assert.rejects(injectSecret(konnect, wish, run), {
        name: 'Interrupted',
        message: /^Nothing was changed: the vault cloud-gateways .* leads elsewhere \(env\)/,
      });
      assert.deepEqual(sent(at), []);
    }),
  );
});
