// The command line: what it accepts, what it prints, how it ends.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheckFiles, run } from '../../../src/cli/run';

const handler =
  'local P = { PRIORITY = 1, VERSION = "1" }\nfunction P:init_worker() end\nreturn P\n';
const schema =
  'return { name = "one", fields = { { config = { type = "record", fields = {} } } } }\n';

const tree: Readonly<Record<string, string>> = {
  '/w/kong/plugins/two/handler.lua': handler,
  '/w/kong/plugins/two/schema.lua': schema,
  '/w/clean/handler.lua': 'return { PRIORITY = 1, VERSION = "1" }\n',
  '/w/extra/handler.lua': 'return { PRIORITY = 1, VERSION = "1" }\n',
  '/w/extra/schema.lua': schema,
  '/w/extra/daos.lua': 'return {}\n',
  '/w/other/my-handler.lua': handler,
  '/w/other/notes.lua': 'x = ',
  '/modular/handler.lua':
    'local helper = require("kong.plugins.modular.body_handler")\nreturn { PRIORITY = helper.first, VERSION = "1" }\n',
  '/modular/schema.lua': `local redis = require("kong.tools.redis.schema")\n${schema.replace('one', '')}`,
  '/modular/body_handler.lua': 'return { first = 1 }\n',
};

const files: CheckFiles = {
  async kind(path) {
    if (tree[path] !== undefined) return 'file';
    if (Object.keys(tree).some((file) => file.startsWith(`${path}/`))) return 'folder';
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  },
  absolute: (path) => path.replace(/\/$/, ''),
  async readFile(path) {
    return new TextEncoder().encode(tree[path]);
  },
  async list(folder) {
    const names = new Map<string, 'file' | 'folder'>();
    for (const path of Object.keys(tree).filter((file) => file.startsWith(`${folder}/`))) {
      const [name = '', below] = path.slice(folder.length + 1).split('/');
      names.set(name, below === undefined ? 'file' : 'folder');
    }
    return [...names].map(([name, kind]) => ({ name, kind }));
  },
};

const rows = async (...args: string[]) => {
  const { output } = await run(['--format', 'json', ...args], files);
  return JSON.parse(output) as { path: string; rule: string; severity: string; line: number }[];
};

describe('the check on the command line', () => {
  it('ends with 1 after errors and with 0 without', async () => {
    assert.equal((await run(['/w/kong/plugins/two'], files)).exitCode, 1);
    assert.equal((await run(['/w/clean'], files)).exitCode, 0);
    assert.equal((await run(['--rule', 'no-init-worker=hint', '/w/other'], files)).exitCode, 0);
  });

  it('ends with 2 after wrong use and says what is wrong', async () => {
    const wrong: readonly (readonly [string[], RegExp])[] = [
      [[], /no path given/],
      [['--format', 'xml', '/w'], /--format is one of text, json, sarif, github/],
      [['--sandbox'], /--sandbox needs a value/],
      [['--rule', 'nothing=off', '/w'], /there is no rule nothing/],
      [['--rule', 'syntax=loud', '/w'], /--rule syntax is one of/],
      [['--gateway-version', 'new', '/w'], /takes a version/],
      [['--quiet', '/w'], /unknown option --quiet/],
      [['/nowhere'], /\/nowhere does not exist/],
      [['/w/other/notes.lua'], /neither a \*handler\.lua nor a \*schema\.lua/],
    ];
    for (const [args, message] of wrong) {
      const { exitCode, errors } = await run(args, files);
      assert.deepEqual([exitCode, message.test(errors)], [2, true], `${args.join(' ')}: ${errors}`);
    }
  });

  it('checks every plugin below a folder, once', async () => {
    const found = await rows('/w', '/w/other');
    assert.deepEqual(
      found.map(({ path, rule }) => `${path} ${rule}`),
      [
        '/w/extra/handler.lua unsupported-file',
        '/w/kong/plugins/two/handler.lua no-init-worker',
        '/w/kong/plugins/two/schema.lua name-mismatch',
        '/w/other/my-handler.lua no-init-worker',
      ],
    );
  });

  it('takes the two files of a plugin together, and one alone as what its name says', async () => {
    const folder = '/w/kong/plugins/two';
    assert.deepEqual(
      await rows(`${folder}/schema.lua`, `${folder}/handler.lua`),
      await rows(folder),
    );
    assert.deepEqual(
      (await rows(`${folder}/handler.lua`)).map(({ rule }) => rule),
      ['no-init-worker'],
    );
  });

  it('takes what a plugin requires from its own folder for a module, unless it is named', async () => {
    const paths = (found: readonly { path: string }[]) => [
      ...new Set(found.map(({ path }) => path)),
    ];
    assert.deepEqual(paths(await rows('/modular')), [
      '/modular/handler.lua',
      '/modular/schema.lua',
    ]);
    assert.deepEqual(paths(await rows('/modular/body_handler.lua')), ['/modular/body_handler.lua']);
  });

  it('counts lines and columns from 1 in JSON', async () => {
    assert.deepEqual(await rows('/w/other/my-handler.lua'), [
      {
        path: '/w/other/my-handler.lua',
        line: 2,
        column: 12,
        endLine: 2,
        endColumn: 23,
        severity: 'error',
        rule: 'no-init-worker',
        message: 'init_worker never runs for streamed plugins and is not allowed',
      },
    ]);
  });

  it('prints one line for each finding as text', async () => {
    const { output } = await run(['/w/other/my-handler.lua'], files);
    assert.match(
      output,
      /^\/w\/other\/my-handler\.lua:2:12: error: .* \[no-init-worker\]\n1 errors/,
    );
  });

  it('prints workflow commands for GitHub', async () => {
    const { output } = await run(['--format=github', '/w/other/my-handler.lua'], files);
    assert.equal(
      output,
      '::error file=/w/other/my-handler.lua,line=2,endLine=2,col=12,endColumn=23,title=no-init-worker::init_worker never runs for streamed plugins and is not allowed\n',
    );
  });

  it('prints SARIF 2.1.0', async () => {
    const { output } = await run(['--format', 'sarif', '/w/other/my-handler.lua'], files);
    const { version, runs } = JSON.parse(output);
    assert.equal(version, '2.1.0');
    assert.deepEqual(runs[0].results[0].locations[0].physicalLocation, {
      artifactLocation: { uri: 'file:///w/other/my-handler.lua' },
      region: { startLine: 2, startColumn: 12, endLine: 2, endColumn: 23 },
    });
  });

  it('prints its usage when asked', async () => {
    assert.match((await run(['--help'], files)).output, /^Usage: node check\.js/);
  });
});
