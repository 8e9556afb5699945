// The disk for the backups of plugins: a file is there whole, and flushed, or not at all.
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFiles } from '../../plugins/backups';

/** @param root need not exist yet */
export function backupFiles(root: string): BackupFiles {
  return {
    folders: () => entries(root),
    list: (folder) => entries(join(root, folder)),
    read: (folder, name) => readFile(join(root, folder, name), 'utf8'),
    write: async (folder, name, text) => {
      const at = join(root, folder);
      await mkdir(at, { recursive: true });
      const passing = join(at, `${name}.${process.pid}.part`);
      await writeFlushed(passing, text);
      await rename(passing, join(at, name));
      await flushFolder(at);
    },
    remove: (folder, name) => rm(join(root, folder, name), { force: true }),
  };
}

async function entries(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name of the new file is part of the folder; Windows has no way to flush that, and no need. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
