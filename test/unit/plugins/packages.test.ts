// Finding and reading plugin packages through the file edge.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FolderEntry, PluginFiles } from '../../../src/plugins/files';
import { findPackages, packageAt } from '../../../src/plugins/findPackages';
import { otherLuaFiles } from '../../../src/plugins/otherFiles';
import { PackageError } from '../../../src/plugins/packageErrors';
import { readPackage } from '../../../src/plugins/readPackage';
import { judgeSize } from '../../../src/plugins/streamingLimits';
import { uploadBody } from '../../../src/plugins/uploadBody';
import { english } from '../../../src/text';

/** A file system in memory: path to content; `null` is a link to a folder. */
function memoryFiles(content: Readonly<Record<string, string | Uint8Array | null>>): PluginFiles {
  const bytes = (path: string): Uint8Array => {
    const found = content[path];
    if (found === undefined || found === null) {
      throw Object.assign(new Error(`ENOENT ${path}`), { code: 'ENOENT' });
    }
    return typeof found === 'string' ? new TextEncoder().encode(found) : found;
  };
  return {
    readFile: async (path) => bytes(path),
    size: async (path) => bytes(path).length,
    list: async (folder) => {
      const entries = new Map<string, FolderEntry>();
      for (const [path, value] of Object.entries(content)) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name = '', ...below] = path.slice(folder.length + 1).split('/');
        const kind = below.length > 0 ? 'folder' : value === null ? 'link' : 'file';
        entries.set(name, { name, kind });
      }
      if (entries.size === 0) throw new Error(`cannot list ${folder}`);
      return [...entries.values()];
    },
  };
}

const both = (folder: string) => ({
  [`${folder}/handler.lua`]: 'return {}',
  [`${folder}/schema.lua`]: 'return {}',
});

describe('findPackages', () => {
  it('finds folders with both files, in order, with the name that the path gives', async () => {
    const files = memoryFiles({
      ...both('w/kong/plugins/beta'),
      ...both('w/alpha'),
      'w/half/handler.lua': '',
      ...both('w/node_modules/x'),
      'w/linked': null,
    });
    const found = await findPackages('w', files);
    assert.deepEqual(
      found.map(({ folder, expectedName }) => [folder, expectedName]),
      [
        ['w/alpha', undefined],
        ['w/kong/plugins/beta', 'beta'],
      ],
    );
  });

  it('takes the folder itself for one', async () => {
    const [found] = await findPackages(
      'w/kong/plugins/beta',
      memoryFiles(both('w/kong/plugins/beta')),
    );
    assert.equal(found?.handlerPath, 'w/kong/plugins/beta/handler.lua');
  });

  it('stops when it is aborted, and fails when the folder cannot be listed', async () => {
    const files = memoryFiles(both('w'));
    await assert.rejects(findPackages('w', files, { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
    await assert.rejects(findPackages('nowhere', files), /cannot list nowhere/);
  });
});

describe('otherLuaFiles', () => {
  it('lists what else lies in the folder, but not the files of another plugin below it', async () => {
    const files = memoryFiles({
      ...both('w/p'),
      'w/p/access.lua': '',
      'w/p/README.md': '',
      'w/p/migrations/init.lua': '',
      ...both('w/p/inner'),
      'w/p/inner/tools.lua': '',
    });
    assert.deepEqual(await otherLuaFiles('w/p', files), ['access.lua', 'migrations/init.lua']);
  });
});

describe('readPackage', () => {
  const read = (handler: string | Uint8Array | null) => {
    const files = memoryFiles({ 'p/handler.lua': handler, 'p/schema.lua': 'return {}\r\n' });
    return readPackage(packageAt('p'), files, english);
  };

  it('keeps every byte of CRLF and non-ASCII text', async () => {
    const text = '-- \u00e4\u20ac\ud83d\ude80\r\nreturn {}\r\n';
    const contents = await read(text);
    const body = uploadBody('x', contents);
    assert.deepEqual(body, { name: 'x', handler: text, schema: 'return {}\r\n' });
    assert.equal(contents.handler.bytes, Buffer.byteLength(text));
    assert.deepEqual(JSON.parse(JSON.stringify(body)), body);
  });

  it('takes away a byte order mark and says so', async () => {
    const { handler } = await read(new Uint8Array([0xef, 0xbb, 0xbf, 0x2d, 0x2d]));
    assert.deepEqual(handler, {
      path: 'p/handler.lua',
      text: '--',
      bytes: 2,
      hasByteOrderMark: true,
    });
  });

  it('says what is wrong with a file that it cannot take', async () => {
    const reason = async (content: string | Uint8Array | null) => {
      const error = await read(content).catch((thrown) => thrown);
      assert.ok(error instanceof PackageError);
      return [error.reason, error.message];
    };
    assert.deepEqual(await reason(null), ['missing', 'p/handler.lua does not exist.']);
    assert.deepEqual(await reason(new Uint8Array([0xff])), [
      'not-utf8',
      'p/handler.lua is not UTF-8 text.',
    ]);
    assert.deepEqual(await reason('x'.repeat(1_048_577)), [
      'too-large',
      'p/handler.lua is far too large for a plugin: 1048577 bytes, and Konnect takes 102400.',
    ]);
  });
});

describe('the limits', () => {
  it('are an error above 102400 bytes and a warning above 100000', () => {
    assert.deepEqual([100_000, 100_001, 102_400, 102_401].map(judgeSize), [
      'fine',
      'warning',
      'warning',
      'error',
    ]);
  });

  it('leave the tags that are there', () => {
    const file = { path: '', text: '', bytes: 0, hasByteOrderMark: false };
    const body = uploadBody('x', { handler: file, schema: file }, ['a']);
    assert.deepEqual(body, { name: 'x', handler: '', schema: '', tags: ['a'] });
  });
});
