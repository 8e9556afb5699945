// `node dist/check.js`: the plugin check for pipelines.
import { readdir, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FolderEntry } from '../plugins/files';
import { type CheckFiles, run } from './run';

const files: CheckFiles = {
  readFile: (path) => readFile(path),
  async kind(path) {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  },
  absolute: (path) => resolve(path),
  async list(folder) {
    const entries = await readdir(folder === '' ? '.' : folder, { withFileTypes: true });
    return entries.map((entry): FolderEntry => {
      const { name } = entry;
      if (entry.isSymbolicLink()) return { name, kind: 'link' };
      if (entry.isDirectory()) return { name, kind: 'folder' };
      return { name, kind: entry.isFile() ? 'file' : 'other' };
    });
  },
};

async function main(): Promise<void> {
  const { exitCode, output, errors } = await run(process.argv.slice(2), files);
  process.stderr.write(errors);
  process.stdout.write(output);
  process.exitCode = exitCode;
}

void main();
