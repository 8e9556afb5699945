// What is shipped of others: only what the notices name, under licences that allow it, without install scripts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly license?: string; readonly integrity?: string }>
  >;
}
interface Bundles {
  readonly outputs: Readonly<
    Record<
      string,
      { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }
    >
  >;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const lock = JSON.parse(read('package-lock.json')) as Lock;
const runtime = Object.keys(manifest.dependencies).sort();

suite('dependencies', () => {
  test('the bundles contain no other package than those that package.json names', () => {
    const { outputs } = JSON.parse(read('out/bundles.json')) as Bundles;
    const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
    const packages = inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]);
    const named = packages.filter((name) => name !== undefined);
    assert.deepEqual([...new Set(named)].sort(), runtime);
  });

  test('each is named in the notices, and is under the licence that they say', () => {
    const notices = read('THIRD-PARTY-NOTICES.md');
    const rows = [...notices.matchAll(/^\| ([\w@/-]+) \| Copyright/gm)].map(([, name]) => name);
    assert.deepEqual(rows.sort(), runtime);
    for (const name of runtime)
      assert.equal(lock.packages[`node_modules/${name}`]?.license, 'MIT', name);
  });

  test('versions are exact and locked with their hashes, and no install script runs', () => {
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.match(lock.packages[`node_modules/${name}`]?.integrity ?? '', /^sha512-/, name);
    }
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
  });

  test('each bundle asks for vscode once: VS Code looks up the asking extension every time', () => {
    const { outputs } = JSON.parse(read('out/bundles.json')) as Bundles;
    const bundles = Object.keys(outputs).filter((file) => /^dist\/.*\.js$/.test(file));
    const asks = bundles.map((file) => read(file).split('require("vscode")').length - 1);
    assert.deepEqual([Math.max(...asks), asks.includes(1)], [1, true]);
  });
});
