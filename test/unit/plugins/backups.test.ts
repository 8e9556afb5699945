// What Konnect held before it was replaced or deleted, kept on the disk.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { backupFiles } from '../../../src/host/plugins/backupFiles';
import { Backups, type PluginPlace } from '../../../src/plugins/backups';

const place: PluginPlace = {
  connection: 'https://{geo}.api.konghq.com#org',
  controlPlane: { geo: 'us', id: 'cp-1' },
  controlPlaneName: 'prod',
  plugin: 'greeter',
};

suite('plugin backups', () => {
  let root: string;
  let now: number;
  let backups: Backups;

  beforeEach(async () => {
    root = join(await mkdtemp(join(tmpdir(), 'backups-')), 'not', 'there', 'yet');
    now = 1_000;
    backups = new Backups({ files: backupFiles(root), now: () => now });
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const keep = (handler: string, at = place) =>
    backups.keep(at, { handler, schema: 'return {}' }, 'replaced');
  const handlers = async (at = place) => (await backups.list(at)).map(({ handler }) => handler);

  test('gives back exactly what was kept: line ends, other alphabets, broken surrogates, tags', async () => {
    const handler = '-- a\r\nb\n\u00fc\u{1f30a}\ud800\u0000\ufeff end';
    await backups.keep(place, { handler, schema: 's\r', tags: ['a', 'b'] }, 'deleted');
    assert.deepEqual(await new Backups({ files: backupFiles(root), now: () => 2 }).list(place), [
      { ...place, keptAt: 1_000, reason: 'deleted', handler, schema: 's\r', tags: ['a', 'b'] },
    ]);
  });

  test('lists the newest first, also when the clock stands still or goes back', async () => {
    await keep('one');
    await keep('two');
    now = 10;
    await keep('three');
    assert.deepEqual(await handlers(), ['three', 'two', 'one']);
  });

  test('keeps the newest twenty of each plugin and control plane', async () => {
    const elsewhere = { ...place, controlPlane: { geo: 'eu', id: 'cp-1' } };
    await keep('elsewhere', elsewhere);
    for (let index = 1; index <= 23; index += 1) await keep(`v${index}`);
    const wanted = Array.from({ length: 20 }, (_, index) => `v${23 - index}`);
    assert.deepEqual(await handlers(), wanted);
    assert.deepEqual(await handlers(elsewhere), ['elsewhere']);
  });

  test('keeps the same code once, as the newest: going to and fro pushes nothing out', async () => {
    await keep('old');
    for (let turn = 0; turn < 15; turn += 1) {
      await keep('a');
      await keep('b');
    }
    assert.deepEqual(await handlers(), ['b', 'a', 'old']);
  });

  test('tells the newest of every plugin of one connection', async () => {
    await keep('g1');
    now = 2_000;
    await keep('s1', { ...place, plugin: 'stamp' });
    now = 3_000;
    await keep('g2');
    await keep('other', { ...place, connection: 'another' });
    const latest = await backups.latest(place.connection);
    assert.deepEqual(
      latest.map(({ plugin, handler }) => [plugin, handler]),
      [
        ['greeter', 'g2'],
        ['stamp', 's1'],
      ],
    );
  });

  test('passes over files that are not whole, and leaves none behind itself', async () => {
    await keep('good');
    const [folder = ''] = await readdir(root);
    await writeFile(join(root, folder, `000000000002000-${'a'.repeat(64)}.json`), '{"handler":');
    await writeFile(join(root, folder, 'note.txt'), 'mine');
    assert.deepEqual(await handlers(), ['good']);
    assert.deepEqual(
      (await readdir(join(root, folder))).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('fails when the code cannot be written, and what was there stays', async () => {
    await keep('good');
    const files = backupFiles(root);
    const full = new Backups({
      files: { ...files, write: () => Promise.reject(new Error('ENOSPC: no space left')) },
      now: () => 5_000,
    });
    await assert.rejects(
      full.keep(place, { handler: 'x', schema: 'y' }, 'replaced'),
      /no space left/,
    );
    assert.deepEqual(await handlers(), ['good']);
  });
});
