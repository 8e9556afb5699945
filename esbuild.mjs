// Builds every bundle. Each dynamic `import()` in `src` is a seam: what is behind it becomes a file of its own in
// `dist`, loaded when first needed. A dynamic import that is not listed in `parts` fails the build.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, context } from 'esbuild';

/** Bundle name -> entry point, for Node (extension host and command line). */
const parts = {
  extension: 'src/extension.ts',
  commands: 'src/commands/commandTable.ts',
  konnect: 'src/konnect/client.ts',
  tree: 'src/tree/resourceTree.ts',
  lua: 'src/lua/engine.ts',
  language: 'src/language/pluginLanguage.ts',
  panel: 'src/webview/gatewayPanel.ts',
  trust: 'src/aws/lint/checkTrustPolicy.ts',
  instances: 'src/documents/instances/instanceStore.ts',
  terraform: 'src/export/terraform.ts',
  demo: 'src/demo/main.ts',
  check: 'src/cli/main.ts',
};
/** The panel's page runs in a browser. */
const page = { page: 'src/webview/browser/main.ts' };

const watching = process.argv.includes('--watch');
const root = import.meta.dirname;
const partOf = new Map(Object.entries(parts).map(([name, entry]) => [resolve(root, entry), name]));

/**
 * Turns `import('./konnect/client')` into a lazy require of `./konnect.js`. The command line needs the rules at once, but
 * it need not bring a second copy of them.
 */
const seams = {
  name: 'seams',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir, importer }) => {
      const name = partOf.get(`${resolve(resolveDir, path)}.ts`);
      const isShared = name === 'lua' && dirname(importer) === join(root, 'src/cli');
      if (kind !== 'dynamic-import' && !isShared) return undefined;
      if (name === undefined) {
        return {
          errors: [
            { text: `${relative(root, importer)} imports ${path} lazily; list it in esbuild.mjs` },
          ],
        };
      }
      return { path: `./${name}.js`, external: true };
    });
  },
};

/**
 * One `require('vscode')` a bundle. VS Code answers each of them anew, by looking up which extension asks: forty of them
 * took a quarter of the time that loading takes.
 */
const oneVscode = {
  name: 'one vscode',
  setup(builder) {
    const filter = /^vscode$/;
    builder.onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'vscode' ? { path, external: true } : { path, namespace: 'vscode' },
    );
    builder.onLoad({ filter, namespace: 'vscode' }, () => ({
      contents: "export * from 'vscode';",
    }));
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  sourcemap: true,
  logLevel: 'warning',
  metafile: true,
};
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'] };

const bundles = [
  { ...node, entryPoints: parts, outdir: 'dist', minify: true, plugins: [seams, oneVscode] },
  {
    ...shared,
    entryPoints: page,
    outdir: 'dist',
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
  {
    ...node,
    entryPoints: testEntries(),
    outdir: 'out/test',
    outbase: 'test',
    packages: 'external',
  },
];

/** Unit, contract and end-to-end tests, the tests that run inside VS Code, benchmarks, and the programs that start them. */
function testEntries() {
  const programs =
    /\.test\.ts$|^run\w+\.ts$|^integration\/index\.ts$|^host\/(launch|start)\.ts$|^bench\/\w+Program\.ts$/;
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => programs.test(file) && !file.startsWith('fixtures'))
    .map((file) => join('test', file));
}

if (watching) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  for (const folder of ['dist', 'out/test'])
    rmSync(join(root, folder), { recursive: true, force: true });
  const [parts] = await Promise.all(bundles.map((options) => build(options)));
  writeFileSync(join(root, 'out/bundles.json'), JSON.stringify(parts.metafile));
}
