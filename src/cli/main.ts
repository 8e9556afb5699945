// `node dist/check.js`: the plugin check for pipelines.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FolderEntry } from '../plugins/files';
import { type CheckFiles, run } from './run';

/** Nothing else goes on in this process, and to wait for each file costs more than to read it. */
const files: CheckFiles = {
  async readFile(path) {
    return readFileSync(path);
  },
  async kind(path) {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  },
  absolute: (path) => resolve(path),
  async list(folder) {
    const entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
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
