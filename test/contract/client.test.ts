// The client against Konnect's API descriptions: every request that it can send, and which operations it covers.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { KonnectClient } from '../../src/konnect/client';
import { english } from '../../src/text';
import { calls, undescribed } from './support/clientCalls';
import type { Call } from './support/cloudGatewayCalls';
import { Description, type OperationNode } from './support/description';
import { OpenApi, openApiFiles } from './support/openApi';
import { findOpenApiFolder } from './support/openApiFolder';
import { catchingFetch, RequestJudge, type SentRequest } from './support/sentRequest';
import { verbsOf, watched } from './support/verbs';

const place = findOpenApiFolder();
const skip = 'skip' in place ? place.skip : false;
const parts = ['cloudGateways', 'controlPlanes', 'controlPlanesConfig', 'identity'] as const;
const files =
  'folder' in place
    ? parts.map((part) => {
        const description = new Description(place.folder, openApiFiles[part]);
        const bodies = new OpenApi(place.folder, openApiFiles[part]);
        return { part, description, bodies, judge: new RequestJudge(description, bodies) };
      })
    : [];

/** What one call sends; the answer is empty, which no verb but a delete can read. */
async function requestsOf(call: Call): Promise<readonly SentRequest[]> {
  const sent: SentRequest[] = [];
  const client = clientOf(catchingFetch(sent, () => new Response('', { status: 200 })));
  try {
    await finish(call(client));
  } catch (error) {
    assert.equal((error as { kind?: string }).kind, 'unexpected-response', String(error));
  }
  await client.close();
  return sent;
}

async function finish(running: Promise<unknown> | AsyncGenerator<unknown>): Promise<void> {
  if (!(Symbol.asyncIterator in running)) return void (await running);
  for await (const item of running) assert.ok(item);
}

function clientOf(fetch: typeof globalThis.fetch): KonnectClient {
  const apiUrl = 'https://{geo}.api.konghq.com';
  return new KonnectClient({
    apiUrl,
    token: () => 'kpat_x',
    fetch,
    t: english,
    log: () => undefined,
  });
}

function find({ method, path }: SentRequest): OperationNode | undefined {
  return files
    .map(({ description }) => description.find(method, path))
    .find((found) => found !== undefined);
}

suite('requests of the client', { skip }, () => {
  for (const [id, list] of Object.entries(calls)) {
    list.forEach((call, index) => {
      test(`${id} is as described${index === 0 ? '' : `, form ${index + 1}`}`, async () => {
        const [request, ...more] = await requestsOf(call);
        assert.ok(request && more.length === 0);
        assert.equal(find(request)?.id, id, `${request.method} ${request.path}`);
        const file = files.find(({ description }) => description.operations.has(id));
        const operation = file?.description.operations.get(id);
        assert.ok(file && operation);
        assert.deepEqual(file.judge.errors(operation, request), []);
        const isPublic = JSON.stringify(operation.node.security) === '[]';
        assert.equal(request.headers.has('authorization'), !isPublic);
      });
    });
  }

  for (const [name, list] of Object.entries(undescribed)) {
    test(`${name} is in no description`, async () => {
      for (const call of list) {
        const requests = await requestsOf(call);
        assert.ok(requests.length > 0);
        for (const request of requests) {
          assert.equal(find(request), undefined);
          assert.ok(request.path.includes(name));
        }
      }
    });
  }

  test('that are wrong would be found out', () => {
    const judge = files[0]?.judge;
    const operation = files[0]?.description.operations.get('create-network');
    assert.ok(judge && operation);
    const request: SentRequest = {
      method: 'POST',
      geo: 'us',
      path: operation.path,
      query: new URLSearchParams({ force: 'true' }),
      headers: new Headers({ 'content-type': 'text/plain' }),
      body: { name: 'a', id: 'b' },
    };
    const errors = judge.errors(operation, request).join('\n');
    for (const defect of [
      /sent to us/,
      /force is not described/,
      /content type text/,
      /region/,
      /additional/,
    ]) {
      assert.match(errors, defect);
    }
    const list = files[0]?.description.operations.get('list-configurations');
    assert.ok(list);
    const query = new URLSearchParams({
      'filter[control_plane_id][like]': 'a',
      'page[size]': 'many',
    });
    const listErrors = judge
      .errors(list, { ...request, geo: 'global', query, body: undefined })
      .join('\n');
    assert.match(listErrors, /filter\/control_plane_id must NOT have additional properties/);
    assert.match(listErrors, /page\[size\].* must be integer/);
  });

  test('are all judged here: no verb is left out', async () => {
    const used = new Set<string>();
    const client = clientOf(async () => new Response('', { status: 200 }));
    for (const call of [...Object.values(calls), ...Object.values(undescribed)].flat()) {
      await finish(call(watched(client, used))).catch(() => undefined);
    }
    const missing = verbsOf(client).filter((verb) => !used.has(verb));
    assert.deepEqual(missing, []);
    await client.close();
  });

  test('cover every operation of cloud gateways', (context) => {
    const lines = files.map(({ part, description }) => {
      const all = [...description.operations.keys()];
      const covered = all.filter((id) => Object.hasOwn(calls, id));
      return `${part.padEnd(20)} ${String(covered.length).padStart(3)} of ${all.length} operations`;
    });
    lines.push(`in no description: ${Object.keys(undescribed).join(', ')}`);
    for (const line of lines) context.diagnostic(line);
    const [cloudGateways] = files;
    const missing = [...(cloudGateways?.description.operations.keys() ?? [])].filter(
      (id) => !Object.hasOwn(calls, id),
    );
    assert.deepEqual(missing, []);
  });
});
