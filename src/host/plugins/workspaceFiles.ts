// The workspace's files for the pure code.
import { FileType, type Uri, workspace } from 'vscode';
import type { FolderEntry, PluginFiles } from '../../plugins/files';

/** @param base any place in the workspace: paths are those of its file system */
export function workspaceFiles(base: Uri): PluginFiles {
  return {
    readFile: async (path) => workspace.fs.readFile(base.with({ path })),
    size: async (path) => (await workspace.fs.stat(base.with({ path }))).size,
    list: async (path) => {
      const entries = await workspace.fs.readDirectory(base.with({ path }));
      return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
    },
  };
}

function kindOf(type: FileType): FolderEntry['kind'] {
  if (type & FileType.SymbolicLink) return 'link';
  if (type & FileType.Directory) return 'folder';
  return type & FileType.File ? 'file' : 'other';
}
