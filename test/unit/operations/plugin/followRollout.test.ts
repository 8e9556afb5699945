// After a change: nodes that take it up, lag, refuse or are silent, as the demo's nodes do, and what is said about each.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'node:test';
import type { CustomPlugin } from '../../../../src/konnect/client';
import { followRollout, type Rollout } from '../../../../src/operations/plugin/followRollout';
import { issueWords, rolloutWords } from '../../../../src/operations/plugin/rolloutWords';
import { english } from '../../../../src/text';
import { type DemoClient, demoClient } from '../demoClient';

suite('following the nodes', () => {
  let at: DemoClient;

  beforeEach(async () => {
    at = await demoClient();
  });
  afterEach(() => at.close());

  /** Adds a custom plugin, so that the nodes have something new to take up. */
  async function changeIn(
    planeName: string,
    geo = 'us',
  ): Promise<{ change: CustomPlugin; follow: () => Promise<Rollout> }> {
    const plane = await at.plane(planeName, geo);
    const change = await at.konnect.customPlugins.create(plane, {
      name: 'gull-counter',
      schema:
        'return { name = "gull-counter", fields = { { config = { type = "record", fields = {} } } } }',
      handler: 'return { PRIORITY = 1, VERSION = "1" }',
    });
    return { change, follow: () => followRollout(at.konnect, plane, change, at.run) };
  }

  test('a node that is not heard of any more is named, and not waited for', async () => {
    const { follow } = await changeIn('payments', 'eu');
    const words = rolloutWords(await follow(), english);
    assert.equal(at.told[0], '0 of 3 nodes have it');
    assert.equal(words.summary, '1 of 3 nodes still on the old configuration.');
    assert.match(words.troubles.join(), /^\S+ has not been heard of for minutes; it takes/);
  });

  test('a node that lags is waited for', async () => {
    const { follow } = await changeIn('booking-prod');
    const words = rolloutWords(await follow(), english);
    assert.deepEqual(words, { outcome: 'good', summary: 'All 5 nodes have it.', troubles: [] });
    assert.deepEqual(
      [...new Set(at.told)],
      [0, 1, 2, 3, 4]
        .map((count) => `${count} of 5 nodes have it`)
        .filter((line) => at.told.includes(line)),
    );
    assert.ok(at.told.includes('4 of 5 nodes have it'));
  });

  test('a node that refuses is named with the reason and the way out, and not waited for', async () => {
    const { follow } = await changeIn('booking-staging');
    const started = at.demo.clock.now();
    const words = rolloutWords(await follow(), english);
    assert.ok(at.demo.clock.now() - started < 30_000);
    assert.equal(words.outcome, 'bad');
    assert.equal(words.summary, '1 of 2 nodes still on the old configuration.');
    assert.match(
      words.troubles.join('\n'),
      /^ip-10-4-\S+ refuses it\. P309: it does not stream custom plugins\. Set KONG_CUSTOM_PLUGIN_STREAMING_ENABLED=on/,
    );
    assert.match(words.documentation ?? '', /^https:\/\/developer\.konghq\.com\/.*#p309$/);
  });

  test('a node that is too old says so', async () => {
    const { follow } = await changeIn('partners-private', 'eu');
    const { troubles } = rolloutWords(await follow(), english);
    assert.match(troubles[0] ?? '', /P307: it runs Kong Gateway 3\.8\.1\.0, and custom plugins/);
  });

  test('a control plane without nodes is told as one', async () => {
    const plane = await at.konnect.controlPlanes.create('us', {
      name: 'empty',
      cloud_gateway: true,
    });
    const { follow } = await changeIn(plane.name);
    const rollout = await follow();
    assert.deepEqual(rollout, { nodes: [], isTimedOut: false });
    assert.equal(rolloutWords(rollout, english).outcome, 'none');
  });

  test('ends after the time limit: what still waits is never a success', async () => {
    const { change, follow } = await changeIn('booking-prod');
    const path = `/us/v2/control-planes/*/expected-config-hash`;
    at.demo.faults.order({
      path,
      fault: { kind: 'unknownValues', values: { expected_hash: 'f'.repeat(32) } },
    });
    const started = at.demo.clock.now();
    const rollout = await follow();
    assert.ok(change.id !== '' && rollout.isTimedOut);
    assert.ok(at.demo.clock.now() - started <= 180_000);
    const words = rolloutWords(rollout, english);
    assert.equal(words.summary, '5 of 5 nodes still on the old configuration.');
    assert.match(words.troubles[0] ?? '', /has not taken it up in time and gives no reason/);
  });

  test('looks less often the longer it takes', async () => {
    const { follow } = await changeIn('booking-prod');
    at.asked();
    await follow();
    // 15 looks in the first half minute, then one every six seconds; a look is two requests.
    assert.ok(at.asked().length <= 2 * (16 + 11));
  });

  test('can be cancelled', async () => {
    const { follow } = await changeIn('booking-prod');
    at.cancel.abort();
    await assert.rejects(follow());
  });

  test('a hash that is older than the change is not taken for the answer', async () => {
    const { change, follow } = await changeIn('payments', 'eu');
    const rollout = await followRollout(
      at.konnect,
      await at.plane('payments', 'eu'),
      { id: change.id, updated_at: (change.updated_at ?? 0) + 10 },
      { ...at.run, report: () => undefined },
    );
    // It is believed after half a minute.
    assert.ok(rollout.nodes.some(({ state }) => state === 'runs'));
    assert.ok((await follow()).nodes.length > 0);
  });

  test('a code that is not known comes in the words of Konnect', () => {
    const issue = {
      code: 'X123',
      severity: 'error',
      description: 'The moon is wrong',
      resolution: 'Wait for another moon.',
      affected_resources: [],
      documentation_url: 'https://developer.konghq.com/x123',
    };
    assert.equal(
      issueWords(issue, '3.14', english),
      'X123: The moon is wrong. Wait for another moon. See https://developer.konghq.com/x123',
    );
  });
});
