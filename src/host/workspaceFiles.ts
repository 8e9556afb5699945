// The workspace's files for the pure code.
import { type Uri, workspace } from 'vscode';
import type { PluginFiles } from '../plugins/files';

/** @param base any place in the workspace: paths are those of its file system */
export function workspaceFiles(base: Uri): Pick<PluginFiles, 'readFile' | 'size'> {
  return {
    readFile: async (path) => workspace.fs.readFile(base.with({ path })),
    size: async (path) => (await workspace.fs.stat(base.with({ path }))).size,
  };
}
