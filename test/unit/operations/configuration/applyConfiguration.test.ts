// A change of a configuration against a demo: nothing is sent that is identical, outdated or refused anyway.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'node:test';
import {
  type Configuration,
  type ControlPlane,
  KonnectClient,
} from '../../../../src/konnect/client';
import { configurationWrite } from '../../../../src/konnect/resources/configurationWrite';
import {
  applyConfiguration,
  readConfiguration,
} from '../../../../src/operations/configuration/applyConfiguration';
import { scaled, withoutGroup } from '../../../../src/operations/configuration/edits';
import { followConfiguration } from '../../../../src/operations/configuration/followConfiguration';
import { planWords } from '../../../../src/operations/configuration/planWords';
import { english } from '../../../../src/text';
import { type DemoClient, demoClient } from '../demoClient';

suite('a change of a configuration', () => {
  let at: DemoClient;
  let plane: ControlPlane;
  let before: Configuration;

  beforeEach(async () => {
    at = await demoClient();
    plane = await at.plane('booking-prod');
    before = await existing();
    at.asked();
  });
  afterEach(() => at.close());

  async function existing(of: ControlPlane = plane): Promise<Configuration> {
    const found = await readConfiguration(at.konnect, of);
    assert.ok(found);
    return found;
  }
  const [path] = ['/v2/cloud-gateways/configurations'];
  const ohio = () => {
    const group = before.dataplane_group_config.find(({ region }) => region === 'us-east-2');
    assert.ok(group);
    return group;
  };
  const twice = () =>
    scaled(configurationWrite(before), ohio(), { kind: 'autopilot', base_rps: 1000 });

  test('is read again, sent once, and followed until all groups are ready', async () => {
    const applied = await applyConfiguration(at.konnect, { before, wish: twice() }, at.run);
    assert.equal(applied.kind, 'sent');
    assert.deepEqual(at.asked(), [`GET ${path}`, `PUT ${path}`]);
    const followed = await followConfiguration(at.konnect, plane, at.run);
    assert.deepEqual(
      followed.groups.map(({ region, state }) => `${region} ${state}`),
      ['us-east-2 ready', 'ap-northeast-1 ready'],
    );
    assert.equal(followed.isTimedOut, false);
    assert.deepEqual(at.told, [
      'us-east-2 initializing, ap-northeast-1 ready',
      'us-east-2 initializing, ap-northeast-1 ready',
    ]);
    const after = await existing();
    assert.deepEqual(
      after.dataplane_group_config.map(({ autoscale }) => autoscale?.base_rps),
      [1000, 250],
    );
    assert.deepEqual(after.dataplane_group_config[0]?.environment, ohio().environment);
  });

  test('that says nothing new is not sent', async () => {
    const wish = configurationWrite(before);
    assert.deepEqual(await applyConfiguration(at.konnect, { before, wish }, at.run), {
      kind: 'identical',
    });
    assert.deepEqual(at.asked(), [`GET ${path}`]);
  });

  test('stops with the difference when somebody else changed it meanwhile', async () => {
    await at.konnect.configurations.put(withoutGroup(configurationWrite(before), ohio()));
    at.asked();
    const applied = await applyConfiguration(at.konnect, { before, wish: twice() }, at.run);
    assert.equal(applied.kind, 'moved');
    assert.deepEqual(applied.kind === 'moved' && planWords(applied.difference, english), [
      'Destroys us-east-2 (aws): its traffic stops, and its addresses are lost.',
      'Stays as it is: ap-northeast-1 (aws).',
    ]);
    assert.deepEqual(at.asked(), [`GET ${path}`]);
  });

  test('is not sent while groups are on their way', async () => {
    const telemetry = await at.plane('fleet-telemetry');
    const moving = await existing(telemetry);
    at.asked();
    const wish = { ...configurationWrite(moving), version: '3.15' };
    assert.deepEqual(await applyConfiguration(at.konnect, { before: moving, wish }, at.run), {
      kind: 'busy',
      regions: ['us-west-2'],
    });
    assert.deepEqual(at.asked(), [`GET ${path}`]);
  });

  test('a refusal because of groups that have just begun to move is told as that, not as a fault', async () => {
    const wish = twice();
    const late = async (...request: Parameters<typeof fetch>) => {
      const isPut = request[1]?.method === 'PUT';
      if (isPut) await at.konnect.configurations.put({ ...wish, version: '3.15' });
      return fetch(...request);
    };
    const { apiUrl, token } = at.demo;
    const options = { apiUrl, token: () => token, log: () => undefined, t: english };
    const konnect = new KonnectClient({ ...options, fetch: late });
    const applied = await applyConfiguration(konnect, { before, wish }, at.run);
    assert.deepEqual(applied, { kind: 'busy', regions: [] });
    await konnect.close();
  });

  test('a first configuration is not sent over one that somebody else has made meanwhile', async () => {
    const wish = configurationWrite(before);
    const first = { ...wish, dataplane_groups: wish.dataplane_groups.slice(0, 1) };
    const applied = await applyConfiguration(
      at.konnect,
      { before: undefined, wish: first },
      at.run,
    );
    assert.equal(applied.kind, 'moved');
    assert.deepEqual(at.asked(), [`GET ${path}`]);
  });

  test('a broken connection is mended by asking once more: identical is done', async () => {
    at.demo.faults.order({
      method: 'PUT',
      path: `/global${path}`,
      times: 1,
      fault: { kind: 'resetBeforeHeaders', applied: true },
    });
    const applied = await applyConfiguration(at.konnect, { before, wish: twice() }, at.run);
    assert.equal(applied.kind, 'sent');
    const { entity_version } = await existing();
    assert.equal(entity_version, (before.entity_version ?? 0) + 1);
  });

  test('following says why a group failed, and ends after an hour and a half with what never settles', async () => {
    const telemetry = await at.plane('fleet-telemetry');
    const { groups, isTimedOut } = await followConfiguration(at.konnect, telemetry, at.run);
    assert.equal(isTimedOut, true);
    assert.deepEqual(
      groups.map(({ region, state, state_metadata }) => [region, state, state_metadata?.reason]),
      [
        ['us-west-2', 'initializing', undefined],
        [
          'ap-south-1',
          'initializing',
          'Dataplane group could not be deployed due to insufficient cloud provider compute instances.',
        ],
      ],
    );
  });

  test('cancelling ends the following and nothing else', async () => {
    await applyConfiguration(at.konnect, { before, wish: twice() }, at.run);
    at.asked();
    at.cancel.abort();
    await assert.rejects(followConfiguration(at.konnect, plane, at.run));
    assert.deepEqual(
      at.demo.requests.filter(({ method }) => method !== 'GET'),
      [],
    );
  });
});
