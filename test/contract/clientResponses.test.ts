// The client against Konnect's API descriptions: every answer that they allow is understood, and every refusal too.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { KonnectClient } from '../../src/konnect/client';
import { isKonnectError, type KonnectErrorKind } from '../../src/konnect/errors';
import { english } from '../../src/text';
import { calls } from './support/clientCalls';
import type { Call } from './support/cloudGatewayCalls';
import { asNode, Description, type Node } from './support/description';
import { openApiFiles } from './support/openApi';
import { findOpenApiFolder } from './support/openApiFolder';
import { samples } from './support/samples';

const place = findOpenApiFolder();
const skip = 'skip' in place ? place.skip : false;
const parts = ['cloudGateways', 'controlPlanes', 'controlPlanesConfig', 'identity'] as const;
const files =
  'folder' in place ? parts.map((part) => new Description(place.folder, openApiFiles[part])) : [];

/** What the client makes of an answer: the value, or all items of a list. */
async function read(call: Call, status: number, body: unknown): Promise<unknown> {
  const client = new KonnectClient({
    apiUrl: 'https://{geo}.api.konghq.com',
    token: () => 'kpat_x',
    fetch: async () => new Response(JSON.stringify(body), { status }),
    t: english,
    log: () => undefined,
    clock: {
      now: () => 0,
      random: () => 0,
      sleep: (ms) => (ms > 60_000 ? new Promise(() => undefined) : Promise.resolve()),
    },
  });
  const running = call(client);
  try {
    if (!(Symbol.asyncIterator in running)) return await running;
    const items: unknown[] = [];
    // One page is enough: the same body would come again.
    for await (const item of running) if (items.push(item) >= itemsOf(body).length) break;
    return items;
  } finally {
    await client.close();
  }
}

function itemsOf(body: unknown): readonly unknown[] {
  const { data, items } = asNode(body);
  return Array.isArray(data) ? data : Array.isArray(items) ? items : [];
}

/** A body as the endpoint would send it in one page: distinct ids, no page after it. */
function asLastPage(body: unknown): unknown {
  const page = asNode(body);
  const name = ['data', 'items'].find((key) => Array.isArray(page[key]));
  if (name === undefined) return body;
  const list = itemsOf(body).map((item, index) =>
    'id' in asNode(item) ? { ...asNode(item), id: `id-${index}` } : item,
  );
  const { offset, next, ...rest } = page;
  return { ...rest, [name]: list };
}

function used(): readonly {
  readonly id: string;
  readonly call: Call;
  readonly file: Description;
}[] {
  return Object.entries(calls).flatMap(([id, [call]]) => {
    const file = files.find(({ operations }) => operations.has(id));
    return file && call ? [{ id, call, file }] : [];
  });
}

suite('answers of Konnect', { skip }, () => {
  for (const { id, call, file } of used()) {
    const successes = file.responses(id).filter(({ status }) => status < 300);
    for (const { status, media } of successes) {
      test(`${id} ${status} is understood in every described form`, async () => {
        const bodies = [
          ...samples(file, media.schema, 'most'),
          ...samples(file, media.schema, 'least'),
          ...file.examples(media),
        ].map(asLastPage);
        assert.ok(bodies.length >= 2);
        for (const body of bodies) {
          const value = await read(call, status, body);
          const expected = itemsOf(body).length;
          if (Array.isArray(value)) assert.equal(value.length, expected);
          else if (!id.startsWith('validate')) assert.ok(value, JSON.stringify(body));
        }
      });
    }
    if (successes.length === 0) {
      test(`${id} succeeds without a body`, async () => {
        assert.equal(await read(call, 200, undefined), undefined);
      });
    }
  }
});

const kinds: Readonly<Record<number, readonly KonnectErrorKind[]>> = {
  400: ['invalid-request', 'quota'],
  401: ['authentication'],
  403: ['permission', 'quota'],
  404: ['not-found'],
  409: ['conflict'],
  412: ['invalid-request'],
  415: ['invalid-request'],
  429: ['rate-limit'],
  500: ['server'],
  503: ['server'],
};

/** Every text of an error body that a person should see. */
function textsOf(body: Node): readonly string[] {
  const { detail, message, instance, title, invalid_parameters } = body;
  const reasons = Array.isArray(invalid_parameters)
    ? invalid_parameters.map((one) => asNode(one).reason)
    : [];
  return [detail ?? message ?? title, instance, ...reasons].filter(
    (text) => typeof text === 'string',
  );
}

async function refusal(call: Call, status: number, body: unknown): Promise<unknown> {
  return read(call, status, body).catch((error: unknown) => error);
}

suite('refusals of Konnect', { skip }, () => {
  // users.me and regions.list have an answer for most refusals.
  const tolerant = /^get-users-me$/;
  for (const { id, call, file } of used().filter(({ id }) => !tolerant.test(id))) {
    for (const { status, media } of file.responses(id).filter(({ status }) => status >= 400)) {
      test(`${id} ${status} becomes a message with Konnect's words and trace`, async () => {
        for (const body of [...file.examples(media), ...samples(file, media.schema, 'least')]) {
          const error = await refusal(call, status, body);
          assert.ok(isKonnectError(error), String(error));
          assert.equal(error.status, status);
          assert.ok(
            kinds[status]?.includes(error.kind),
            `${error.kind} for ${JSON.stringify(body)}`,
          );
          for (const text of textsOf(asNode(body))) {
            assert.ok(error.message.includes(text), `${text} is not in ${error.message}`);
          }
        }
      });
    }
  }

  for (const [index, part] of parts.entries()) {
    const errors = Object.entries(asNode(asNode(files[index]?.root.components).examples))
      .map(([name, example]) => [name, asNode(asNode(example).value)] as const)
      .filter(
        ([, { status, message }]) => typeof status === 'number' || typeof message === 'string',
      );
    test(`the ${errors.length} error examples of ${part} are all understood`, async () => {
      const [call] = calls['get-network'] ?? [];
      assert.ok(call);
      for (const [name, body] of errors) {
        const status = Number(body.status ?? 400);
        const error = await refusal(call, status, body);
        assert.ok(isKonnectError(error), name);
        assert.ok(kinds[status]?.includes(error.kind), name);
        for (const text of textsOf(body)) assert.ok(error.message.includes(text), name);
        assert.equal(error.kind === 'quota', /QuotaExceeded|UsageLimits/.test(name), name);
      }
    });
  }
});
