// Undo: what an upload or a delete took away comes back, and what the undo replaces is kept in turn.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { backupFiles } from '../../../../src/host/plugins/backupFiles';
import type { ControlPlane } from '../../../../src/konnect/client';
import {
  previousOf,
  readRemote,
  restorePlugin,
} from '../../../../src/operations/plugin/restorePlugin';
import { planUpload, runUpload } from '../../../../src/operations/plugin/uploadPlugin';
import { Backups, type PluginCode } from '../../../../src/plugins/backups';
import { type DemoClient, demoClient } from '../demoClient';

const name = 'gull-counter';
const schema = `return { name = "${name}", fields = { { config = { type = "record", fields = {} } } } }`;
const codeNamed = (version: string) =>
  `-- ${version} \u00e9\r\nreturn { PRIORITY = 1, VERSION = "1" }`;

suite('undo of an upload', () => {
  let at: DemoClient;
  let plane: ControlPlane;
  let root: string;
  let backups: Backups;

  beforeEach(async () => {
    at = await demoClient();
    plane = await at.plane('booking-prod');
    root = await mkdtemp(join(tmpdir(), 'undo-'));
    backups = new Backups({ files: backupFiles(root), now: () => at.demo.clock.now() });
  });
  afterEach(async () => {
    await at.close();
    await rm(root, { recursive: true });
  });

  const place = () => ({
    connection: 'c',
    controlPlane: { geo: plane.geo, id: plane.id },
    controlPlaneName: plane.name,
    plugin: name,
  });
  const keep = (code: PluginCode) => backups.keep(place(), code, 'replaced');

  async function upload(version: string): Promise<void> {
    const body = { name, schema, handler: codeNamed(version) };
    const plan = await planUpload(at.konnect, plane, body);
    assert.ok(plan.kind !== 'gone');
    await runUpload(at.konnect, plane, body, plan, { keep });
  }

  async function undo(): Promise<string | undefined> {
    const remote = await readRemote(at.konnect, plane, name);
    const previous = previousOf(await backups.list(place()), remote);
    if (previous === undefined) return undefined;
    await restorePlugin(at.konnect, plane, previous, remote, { keep });
    return (await at.konnect.customPlugins.get(plane, name)).handler;
  }

  test('goes back to what was there before, and to and fro between the two', async () => {
    for (const version of ['one', 'two', 'three']) await upload(version);
    assert.equal(await undo(), codeNamed('two'));
    assert.equal(await undo(), codeNamed('three'));
    assert.equal(await undo(), codeNamed('two'));
    const kept = (await backups.list(place())).map(({ handler }) => handler);
    assert.deepEqual(kept.sort(), ['one', 'three', 'two'].map(codeNamed));
  });

  test('has nothing to go back to after the first upload', async () => {
    await upload('one');
    assert.equal(await undo(), undefined);
  });

  test('brings back a plugin that was deleted, with its tags', async () => {
    const body = { name, schema, handler: codeNamed('one'), tags: ['a', 'b'] };
    const created = await at.konnect.customPlugins.create(plane, body);
    await backups.keep(place(), created, 'deleted');
    await at.konnect.customPlugins.delete(plane, created.id);
    assert.equal(await undo(), codeNamed('one'));
    assert.deepEqual((await at.konnect.customPlugins.get(plane, name)).tags, ['a', 'b']);
  });
});
