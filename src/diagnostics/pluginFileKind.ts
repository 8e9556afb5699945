// Which files are plugin files: `handler.lua` and `schema.lua`, the two that a custom plugin consists of.
import { Uri } from 'vscode';

export type PluginFileKind = 'handler' | 'schema';

export const pluginFileKinds: readonly PluginFileKind[] = ['handler', 'schema'];

export function pluginFileKind(uri: Uri): PluginFileKind | undefined {
  return pluginFileKinds.find((kind) => uri.path.endsWith(`/${kind}.lua`));
}

export function pluginFolder(file: Uri): Uri {
  return Uri.joinPath(file, '..');
}

export function pluginFile(folder: Uri, kind: PluginFileKind): Uri {
  return Uri.joinPath(folder, `${kind}.lua`);
}
