// Moving instances to another custom plugin: stopped anywhere, nothing is lost and it goes on from there.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { type ControlPlane, KonnectClient, type Plugin } from '../../../../src/konnect/client';
import { pluginWrite } from '../../../../src/konnect/resources/pluginWrite';
import { moveInstances, readMove } from '../../../../src/operations/plugin/moveInstances';
import { english } from '../../../../src/text';
import { type DemoClient, demoClient } from '../demoClient';

const move = { from: 'tide-headers', to: 'tide-headers-2' };

suite('moving instances', () => {
  let at: DemoClient;
  let plane: ControlPlane;

  beforeEach(async () => {
    at = await demoClient();
    plane = await at.plane('booking-prod');
    const { handler, schema } = await at.konnect.customPlugins.get(plane, move.from);
    const name = move.to;
    const renamed = schema.replace(`"${move.from}"`, `"${name}"`);
    await at.konnect.customPlugins.create(plane, { name, handler, schema: renamed });
    await at.konnect.plugins.create(plane, {
      name: move.from,
      instance_name: 'everywhere',
      config: { station: 'Aber', header: 'X' },
      tags: ['kept'],
    });
    at.asked();
  });
  afterEach(() => at.close());

  const all = async (name: string): Promise<Plugin[]> => {
    const found: Plugin[] = [];
    for await (const plugin of at.konnect.plugins.list(plane, { name })) found.push(plugin);
    return found;
  };

  test('each is read anew and is one PUT that keeps id, configuration, scope and tags', async () => {
    const before = await all(move.from);
    const { left } = await readMove(at.konnect, plane, move);
    at.asked();
    assert.equal(await moveInstances(at.konnect, plane, left, move.to, at.run), 2);
    assert.deepEqual(
      at.asked(),
      left.flatMap(({ id }) => [`GET plugins/${id}`, `PUT plugins/${id}`]),
    );
    assert.deepEqual(at.told, ['0 of 2 moved', '1 of 2 moved']);
    const facts = ({ id, config, service, tags, instance_name }: Plugin) => [
      id,
      config,
      service,
      tags,
      instance_name,
    ];
    const after = await all(move.to);
    assert.deepEqual(after.map(facts).sort(), before.map(facts).sort());
    assert.deepEqual(await all(move.from), []);
  });

  test('what was changed meanwhile is moved as it is now, and what is gone is left alone', async () => {
    const { left } = await readMove(at.konnect, plane, move);
    const [first, second] = left;
    assert.ok(first && second);
    const config = { ...first.config, header: 'X-Changed-Meanwhile' };
    await at.konnect.plugins.put(plane, first.id, { ...pluginWrite(first), config });
    await at.konnect.plugins.delete(plane, second.id);
    await moveInstances(at.konnect, plane, left, move.to, at.run);
    assert.deepEqual(
      (await all(move.to)).map((plugin) => [plugin.id, plugin.config?.header]),
      [[first.id, 'X-Changed-Meanwhile']],
    );
    assert.deepEqual(await all(move.from), []);
  });

  test('stopped between two steps it leaves whole instances, and goes on with what is left', async () => {
    const { left } = await readMove(at.konnect, plane, move);
    const stop = new AbortController();
    const report = () => at.told.length === 0 && at.told.push('first') && stop.abort();
    const run = { ...at.run, report: () => void report(), signal: stop.signal };
    assert.equal(await moveInstances(at.konnect, plane, left, move.to, run), 1);
    const now = await readMove(at.konnect, plane, move);
    assert.equal(now.left.length, 1);
    assert.equal((await all(move.to)).length, 1);
    await moveInstances(at.konnect, plane, now.left, move.to, at.run);
    assert.equal((await all(move.to)).length, 2);
  });

  test('one that Konnect refuses stops it; those before are moved, it stays as it was', async () => {
    const { left } = await readMove(at.konnect, plane, move);
    const last = left.at(-1);
    assert.ok(last);
    const path = `/us/v2/control-planes/${plane.id}/core-entities/plugins/${last.id}`;
    at.demo.faults.order({ method: 'PUT', path, fault: { kind: 'status', status: 400 } });
    await assert.rejects(moveInstances(at.konnect, plane, left, move.to, at.run));
    assert.deepEqual(
      (await readMove(at.konnect, plane, move)).left.map(({ id }) => id),
      [last.id],
    );
  });

  test('a Konnect that keeps the old name is not taken for one that moved it', async () => {
    const { left } = await readMove(at.konnect, plane, move);
    const [first] = left;
    assert.ok(first);
    const keepsName: typeof fetch = (url, init) => {
      if (init?.method !== 'PUT') return fetch(url, init);
      const body = { ...JSON.parse(String(init.body)), name: move.from };
      return fetch(url, { ...init, body: JSON.stringify(body) });
    };
    const konnect = new KonnectClient({
      apiUrl: at.demo.apiUrl,
      token: () => at.demo.token,
      fetch: keepsName,
      log: () => undefined,
      t: english,
    });
    await assert.rejects(moveInstances(konnect, plane, left, move.to, at.run), {
      name: 'Interrupted',
      message: `${first.instance_name} is an instance of tide-headers still: Konnect did not take the other name. Add an instance of tide-headers-2 with this configuration, then remove this one.`,
    });
    assert.equal((await all(move.from)).length, left.length);
  });
});
