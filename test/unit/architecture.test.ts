// The directions of dependency that CONTRIBUTING.md draws, read from the imports themselves.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { suite, test } from 'node:test';

/** Folder of `src` -> the folders it may import. `types:` allows `import type` only. Itself is always allowed. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  konnect: ['text'],
  lua: ['text'],
  demo: ['text', 'lua'],
  dns: ['text', 'types:konnect'],
  aws: ['text', 'types:konnect'],
  export: ['text', 'types:konnect', 'types:operations', 'dns', 'aws'],
  plugins: ['text', 'lua'],
  instances: ['text', 'types:lua', 'types:konnect', 'aws', 'export'],
  cli: ['text', 'lua', 'plugins'],
  operations: ['text', 'konnect', 'plugins'],
  manifest: ['types:konnect', 'types:export'],
  host: ['text', 'manifest', 'konnect', 'lua', 'plugins', 'operations'],
  tree: ['text', 'konnect', 'plugins', 'dns', 'export', 'host', 'manifest'],
  documents: [
    'text',
    'types:lua',
    'konnect',
    'plugins',
    'operations',
    'instances',
    'dns',
    'export',
    'host',
    'manifest',
  ],
  diagnostics: ['text', 'lua', 'plugins', 'aws', 'types:konnect', 'host', 'manifest'],
  language: ['text', 'lua', 'diagnostics', 'host', 'manifest'],
  webview: ['text', 'konnect', 'dns', 'aws', 'export', 'host', 'manifest'],
  'webview/browser': ['webview/protocol'],
  commands: [
    'text',
    'konnect',
    'lua',
    'plugins',
    'operations',
    'dns',
    'aws',
    'export',
    'host',
    'tree',
    'documents',
    'instances',
  ].concat(['diagnostics', 'language', 'types:webview', 'manifest']),
};

/** These never mention `vscode`, not even as a type. */
const pure =
  /^(text|konnect|lua|plugins|instances|operations|dns|aws|export|demo|cli|manifest|webview\/(protocol|panelState|browser))\b/;

/** What is allowed in few places only: what the code says -> where it may say it. */
const walls: readonly (readonly [what: string, pattern: RegExp, allowed: RegExp])[] = [
  ['luaparse', /from 'luaparse'/, /^$/],
  ['zod', /from 'zod/, /^(konnect|demo|operations)\/|^webview\/messages\.ts/],
  ['undici', /from 'undici/, /^konnect\//],
  ['settings', /getConfiguration\(/, /^host\/settings\.ts/],
  [
    'secrets',
    /context\.secrets|SecretStorage/,
    /^host\/connection\/connections\.ts|^createServices\.ts/,
  ],
  [
    'fetch',
    /(?<!typeof )globalThis\.fetch|(?<![.\w])fetch\(/,
    /^createServices\.ts|^konnect\/http\.ts/,
  ],
  ['setGlobalDispatcher', /setGlobalDispatcher/, /^$/],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

/** They put everything together, so they may import everything. */
const roots = new Set(['extension.ts', 'createServices.ts']);
const root = join(process.cwd(), 'src');
const files = readdirSync(root, { recursive: true })
  .map((file) => normalize(String(file)).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const imports = files.flatMap(importsOf);

suite('architecture', () => {
  test('finds the sources it is about', () => {
    assert.ok(files.length > 50);
    assert.ok(imports.length > 100);
  });

  test('every folder imports only what it may', () => {
    const breaches = imports
      .filter(({ from }) => !roots.has(from))
      .filter(({ from, to, isType }) => !isAllowed(from, to, isType))
      .map(({ from, to }) => `${from} imports ${to}`);
    assert.deepEqual(breaches, []);
  });

  test('nothing imports the composition root', () => {
    assert.deepEqual(
      imports
        .filter(({ to }) => roots.has(`${to}.ts`))
        .map(({ from, to }) => `${from} imports ${to}`),
      ['extension.ts imports createServices'],
    );
  });

  test('pure folders never mention vscode', () => {
    const breaches = files.filter(
      (file) => pure.test(file) && /from 'vscode'|import\('vscode'\)/.test(textOf(file)),
    );
    assert.deepEqual(breaches, []);
  });

  for (const [what, pattern, allowed] of walls) {
    test(`${what} stays behind its wall`, () => {
      assert.deepEqual(
        files.filter((file) => pattern.test(code(file)) && !allowed.test(file)),
        [],
      );
    });
  }

  test('there is no import cycle, type imports included', () => {
    assert.deepEqual(cycles(), []);
  });

  test('every file opens with a sentence that says what it is for, and stays under 300 lines', () => {
    const mute = files.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(textOf(file)));
    const long = files.filter((file) => textOf(file).split('\n').length > 301);
    assert.deepEqual({ mute, long }, { mute: [], long: [] });
  });

  test('no default exports, enums or non-null assertions', () => {
    const pattern = /^export default|^(export )?(const )?enum |\bas any\b|: any\b/m;
    assert.deepEqual(
      files.filter((file) => pattern.test(code(file))),
      [],
    );
  });
});

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const pattern =
    /(?:import|export)(\s+type)?\s[^;]*?from '(\.[^']+)'|(typeof )?import\('(\.[^']+)'\)/g;
  for (const [, type, path, typeOf, lazyPath] of code(file).matchAll(pattern)) {
    const relative = path ?? lazyPath ?? '';
    const to = normalize(join(dirname(file), relative)).replaceAll('\\', '/');
    found.push({ from: file, to, isType: (type ?? typeOf) !== undefined });
  }
  return found;
}

function isAllowed(from: string, to: string, isType: boolean): boolean {
  const own = folderOf(from);
  const rules = mayImport[own];
  assert.ok(rules !== undefined, `src/${own} has no entry in the table of directions`);
  const other = folderOf(`${to}.ts`);
  if (own === 'webview/browser') return other === own || to === 'webview/protocol';
  if (other === own) return true;
  return rules.includes(other) || (isType && rules.includes(`types:${other}`));
}

function folderOf(file: string): string {
  if (file.startsWith('webview/browser/')) return 'webview/browser';
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
}

function textOf(file: string): string {
  return sources.get(file) ?? '';
}

/** Without comments, in which anything may be mentioned. */
function code(file: string): string {
  return textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

function cycles(): string[] {
  const targets = new Map(
    files.map((file) => [
      file,
      imports.filter(({ from }) => from === file).map(({ to }) => `${to}.ts`),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (done.has(file) || path.includes(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
