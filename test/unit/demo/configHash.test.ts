// The expected hash follows what is stored, and nodes follow the hash: most soon, one late, some never.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type DemoAtHand, pick, withDemo } from './withDemo';

interface Node {
  readonly id: string;
  readonly version: string;
  readonly config_hash: string;
  readonly last_ping: number;
  readonly compatibility_status: {
    readonly state: string;
    readonly issues?: readonly { readonly code: string }[];
  };
}

async function hashOf({ caller }: DemoAtHand, plane: string): Promise<string> {
  return pick(await caller.expect(200, 'GET', `${plane}/expected-config-hash`), 'expected_hash');
}

async function nodesOf({ caller }: DemoAtHand, plane: string): Promise<readonly Node[]> {
  return pick(await caller.expect(200, 'GET', `${plane}/nodes`), 'items');
}

async function inSync(at: DemoAtHand, plane: string): Promise<number> {
  const hash = await hashOf(at, plane);
  return (await nodesOf(at, plane)).filter(({ config_hash }) => config_hash === hash).length;
}

const service = { name: 'extra', host: 'extra.example' };

suite('demo config hash and nodes', () => {
  test(
    'any change moves the hash and undoing it moves it back',
    withDemo(async (at) => {
      const plane = await at.plane('booking-prod');
      const services = `${plane}/core-entities/services`;
      const start = await hashOf(at, plane);
      assert.match(start, /^[0-9a-f]{32}$/);
      await at.caller.expect(201, 'POST', services, service);
      const more = await hashOf(at, plane);
      at.advance(3600);
      await at.caller.expect(200, 'PUT', `${services}/extra`, { ...service, port: 8080 });
      const changed = await hashOf(at, plane);
      await at.caller.expect(200, 'PUT', `${services}/extra`, service);
      assert.equal(await hashOf(at, plane), more);
      await at.caller.expect(204, 'DELETE', `${services}/extra`);
      assert.equal(await hashOf(at, plane), start);
      assert.equal(new Set([start, more, changed]).size, 3);
    }),
  );

  test(
    'an upload of other code moves it, an upload of the same code does not',
    withDemo(async (at) => {
      const plane = await at.plane('booking-prod');
      const path = `${plane}/core-entities/custom-plugins/tide-headers`;
      const { name, handler, schema } = (await at.caller.expect(200, 'GET', path)) as Record<
        string,
        string
      >;
      const start = await hashOf(at, plane);
      await at.caller.expect(200, 'PUT', path, { name, handler, schema });
      assert.equal(await hashOf(at, plane), start);
      await at.caller.expect(200, 'PUT', path, { name, handler: `${handler}-- changed\n`, schema });
      assert.notEqual(await hashOf(at, plane), start);
    }),
  );

  test(
    'control planes do not share a hash unless they store the same',
    withDemo(async (at) => {
      assert.notEqual(
        await hashOf(at, await at.plane('booking-prod')),
        await hashOf(at, await at.plane('booking-staging')),
      );
    }),
  );

  test(
    'nodes take a change up one after the other, the one that lags last',
    withDemo(async (at) => {
      const plane = await at.plane('booking-prod');
      assert.equal(await inSync(at, plane), 4);
      await at.caller.expect(201, 'POST', `${plane}/core-entities/services`, service);
      const counts: number[] = [];
      for (const wait of [0, 5, 5, 10, 100]) {
        at.advance(wait);
        counts.push(await inSync(at, plane));
      }
      assert.deepEqual(counts, [0, 2, 4, 4, 5]);
    }),
  );

  test(
    'a change that is undone before the nodes look leaves them in sync',
    withDemo(async (at) => {
      const plane = await at.plane('payments', 'eu');
      const before = await inSync(at, plane);
      await at.caller.expect(201, 'POST', `${plane}/core-entities/services`, service);
      await at.caller.expect(204, 'DELETE', `${plane}/core-entities/services/extra`);
      assert.equal(await inSync(at, plane), before);
    }),
  );

  for (const [name, geo, code, cure] of [
    ['partners-private', 'eu', 'P307', 'request-signer'],
    ['booking-staging', 'us', 'P309', 'tide-headers'],
  ] as const) {
    test(
      `a node of ${name} refuses custom plugins with ${code}, keeps its old hash, and follows when they are gone`,
      withDemo(async (at) => {
        const plane = await at.plane(name, geo);
        const codes = (node: Node) =>
          (node.compatibility_status.issues ?? []).map((issue) => issue.code);
        const refusing = async () =>
          (await nodesOf(at, plane)).find((node) => codes(node).includes(code));
        const before = await refusing();
        assert.equal(before?.compatibility_status.state, 'COMPATIBILITY_STATE_INCOMPATIBLE');
        await at.caller.expect(201, 'POST', `${plane}/core-entities/services`, service);
        at.advance(1000);
        assert.equal((await refusing())?.config_hash, before.config_hash);
        const core = `${plane}/core-entities`;
        const plugins = await at.caller.expect(
          200,
          'GET',
          `${core}/plugins?filter[name][eq]=${cure}`,
        );
        for (const { id } of pick<{ id: string }[]>(plugins, 'data'))
          await at.caller.expect(204, 'DELETE', `${core}/plugins/${id}`);
        await at.caller.expect(204, 'DELETE', `${core}/custom-plugins/${cure}`);
        at.advance(1000);
        assert.equal(await refusing(), undefined);
        const nodes = await nodesOf(at, plane);
        assert.equal(await inSync(at, plane), nodes.length);
      }),
    );
  }

  test(
    'cloned plugins ask for 3.15',
    withDemo(async (at) => {
      const plane = await at.plane('payments', 'eu');
      const clone = { name: 'audit-log', ref: 'http-log' };
      await at.caller.expect(201, 'POST', `${plane}/core-entities/cloned-plugins`, clone);
      const [node] = await nodesOf(at, plane);
      assert.deepEqual(
        node?.compatibility_status.issues?.map(({ code }) => code),
        ['D609'],
      );
    }),
  );

  test(
    'nodes are heard of again and again, but for the one that fell silent',
    withDemo(async (at) => {
      const plane = await at.plane('payments', 'eu');
      const before = await nodesOf(at, plane);
      at.advance(300);
      const moved = (await nodesOf(at, plane)).map(
        ({ last_ping }, index) => last_ping > (before[index]?.last_ping ?? 0),
      );
      assert.deepEqual(moved, [true, true, false]);
    }),
  );
});
