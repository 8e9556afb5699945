// Which requests an upload makes, in which order, and what is kept before one that replaces.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'node:test';
import type { ControlPlane, CustomPlugin } from '../../../../src/konnect/client';
import {
  planUpload,
  runUpload,
  type UploadPlan,
} from '../../../../src/operations/plugin/uploadPlugin';
import type { PluginCode } from '../../../../src/plugins/backups';
import { type DemoClient, demoClient } from '../demoClient';

suite('upload of a custom plugin', () => {
  let at: DemoClient;
  let plane: ControlPlane;
  let remote: CustomPlugin;

  beforeEach(async () => {
    at = await demoClient();
    plane = await at.plane('booking-prod');
    remote = await at.konnect.customPlugins.get(plane, 'tide-headers');
    const { name, handler, schema } = remote;
    const tags = ['team-harbour'];
    remote = await at.konnect.customPlugins.put(plane, remote.id, { name, handler, schema, tags });
    at.asked();
  });
  afterEach(() => at.close());

  const changed = () => ({ ...codeOf(remote), handler: `${remote.handler}-- changed\r\n` });
  const noKeep = async (): Promise<void> => assert.fail('nothing is replaced');

  async function upload(
    body: ReturnType<typeof codeOf>,
    keep: (code: PluginCode) => Promise<void> = noKeep,
    isProbablySame = false,
  ): Promise<UploadPlan> {
    const plan = await planUpload(at.konnect, plane, body, { isProbablySame });
    if (plan.kind !== 'gone') await runUpload(at.konnect, plane, body, plan, { keep });
    return plan;
  }

  test('a changed plugin: both reads side by side, then the PUT by id, which keeps the tags', async () => {
    const kept: PluginCode[] = [];
    at.atOnce();
    const plan = await upload(changed(), async (code) => void kept.push(code));
    assert.equal(at.atOnce(), 2);
    assert.deepEqual(sorted(at.asked(), 2), [
      'GET custom-plugins/tide-headers',
      'GET plugins',
      `PUT custom-plugins/${remote.id}`,
    ]);
    assert.equal(plan.kind, 'replace');
    assert.deepEqual(
      plan.kind === 'replace' && plan.instances?.map(({ instance_name }) => instance_name),
      ['tide-headers-timetables'],
    );
    assert.deepEqual(
      kept.map(({ handler, schema }) => ({ handler, schema })),
      [{ handler: remote.handler, schema: remote.schema }],
    );
    const after = await at.konnect.customPlugins.get(plane, 'tide-headers');
    assert.deepEqual([after.handler, after.tags], [changed().handler, ['team-harbour']]);
  });

  test('what is sent again is one read and no write', async () => {
    assert.equal((await upload(codeOf(remote), noKeep, true)).kind, 'unchanged');
    assert.deepEqual(at.asked(), ['GET custom-plugins/tide-headers']);
  });

  test('a new plugin: two reads, then the POST; nothing is there to keep', async () => {
    const body = {
      name: 'gull-counter',
      handler: remote.handler,
      schema: remote.schema.replace('"tide-headers"', '"gull-counter"'),
    };
    assert.equal((await upload(body)).kind, 'create');
    assert.deepEqual(sorted(at.asked(), 2), [
      'GET custom-plugins/gull-counter',
      'GET plugins',
      'POST custom-plugins',
    ]);
  });

  test('nothing is sent when what is there cannot be kept', async () => {
    const keep = () => Promise.reject(new Error('ENOSPC'));
    await assert.rejects(upload(changed(), keep), /ENOSPC/);
    assert.deepEqual(
      at.asked().filter((line) => !line.startsWith('GET')),
      [],
    );
    const after = await at.konnect.customPlugins.get(plane, 'tide-headers');
    assert.equal(after.handler, remote.handler);
  });

  test('the write waits until what it replaces is kept', async () => {
    let writesBefore: readonly string[] = [];
    await upload(changed(), async () => {
      writesBefore = at.demo.requests.map(({ method }) => method);
    });
    assert.deepEqual(writesBefore, ['GET', 'GET']);
  });

  test('a control plane that is gone is told from a plugin that is not there', async () => {
    const passing = await at.konnect.controlPlanes.create('us', {
      name: 'passing',
      cloud_gateway: true,
    });
    await at.konnect.controlPlanes.delete(passing);
    const plan = await planUpload(at.konnect, passing, changed());
    assert.equal(plan.kind, 'gone');
  });

  test('instances that may not be seen keep nobody from uploading', async () => {
    const path = `/us/v2/control-planes/${plane.id}/core-entities/plugins`;
    at.demo.faults.order({ method: 'GET', path, fault: { kind: 'status', status: 403 } });
    const plan = await planUpload(at.konnect, plane, changed());
    assert.equal(plan.kind === 'replace' && plan.instances, undefined);
  });
});

function codeOf({ name, handler, schema }: CustomPlugin) {
  return { name, handler, schema };
}

/** The first `count` were sent side by side, in either order. */
function sorted(lines: readonly string[], count: number): string[] {
  return [...lines.slice(0, count).sort(), ...lines.slice(count)];
}
