// The demo as a program: one line that says where it is, wrong use told on stderr.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, suite, test } from 'node:test';
import { build } from 'esbuild';
import { readArguments } from '../../../src/demo/arguments';

suite('demo command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const program = join(folder, 'demo.js');

  before(() =>
    build({
      entryPoints: ['src/demo/main.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'silent',
    }),
  );
  after(() => rmSync(folder, { recursive: true }));

  test('reads port and linger', () => {
    assert.deepEqual(readArguments(['--port', '8080', '--linger', '1.5']), {
      port: 8080,
      linger: 1.5,
    });
    assert.deepEqual(readArguments([]), {});
  });

  test('prints one line of JSON, serves, and ends when nobody is connected', async () => {
    const demo = spawn(process.execPath, [program, '--linger', '2'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(demo, 'exit');
    const lines: string[] = [];
    for await (const line of createInterface(demo.stdout)) {
      lines.push(line);
      const { apiUrl, token } = JSON.parse(line) as { apiUrl: string; token: string };
      assert.match(apiUrl, /^http:\/\/127\.0\.0\.1:\d+\/\{geo\}$/);
      const response = await fetch(`${apiUrl.replace('{geo}', 'us')}/v2/control-planes`, {
        headers: { authorization: `Bearer ${token}`, connection: 'close' },
      });
      assert.equal(response.status, 200);
      await response.text();
    }
    assert.equal(lines.length, 1);
    assert.deepEqual(await exited, [0, null]);
  });

  for (const wrong of [
    ['--port'],
    ['--port', '70000'],
    ['--port', '-1'],
    ['--linger', 'soon'],
    ['--help'],
    ['8080'],
  ]) {
    test(`wrong use: ${wrong.join(' ')}`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...wrong], {
        encoding: 'utf8',
      });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^.*Usage: node demo\.js \[--port N\] \[--linger SECONDS\]\n$/);
    });
  }
});
