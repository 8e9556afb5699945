import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { suite, test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';

const allowed =
  /^(package(\.nls(\.\w+)?)?\.json|l10n\/bundle\.l10n\.\w+\.json|README\.md|CHANGELOG\.md|SECURITY\.md|THIRD-PARTY-NOTICES\.md|LICENSE|dist\/\w+\.js|media\/[\w-]+\.(svg|png|css)|syntaxes\/[\w-]+(\.tmLanguage)?\.json|docs\/rules\/[a-z0-9-]+\.md)$/;

suite('the package', () => {
  test('holds only files that are allowed, and all that package.json names', async () => {
    const files = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    const manifest = await readFile('package.json', 'utf8');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|media|syntaxes)\/[^"]+)"/g)].map(
      ([, file]) => file ?? '',
    );
    assert.ok(named.length > 3);
    assert.deepEqual(
      named.filter((file) => !files.includes(file)),
      [],
    );
    for (const bundle of [
      'check',
      'commands',
      'demo',
      'extension',
      'konnect',
      'language',
      'lua',
      'page',
      'panel',
      'terraform',
      'tree',
    ]) {
      assert.ok(files.includes(`dist/${bundle}.js`), bundle);
    }
  });

  test('stays within its 600 KB', async () => {
    const vsix = process.env.E2E_VSIX ?? '';
    assert.ok((await stat(vsix)).size < 600_000);
  });

  test('names no path of the machine that built it', async () => {
    for (const file of await listFiles({
      cwd: process.cwd(),
      packageManager: PackageManager.None,
    })) {
      assert.ok(!(await readFile(file)).includes(process.cwd()), file);
    }
  });
});
