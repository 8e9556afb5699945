// What lies in a plugin's folder beside the two files that are uploaded.
import { joinPath, type PluginFiles } from './files';
import { walkFolders } from './findPackages';
import { handlerName, schemaName } from './pluginPackage';

/** Lua files as paths from the folder; folders that hold a plugin of their own are left out. */
export async function otherLuaFiles(
  folder: string,
  files: Pick<PluginFiles, 'list'>,
): Promise<string[]> {
  const found: string[] = [];
  const others: string[] = [];
  for await (const { folder: at, entries } of walkFolders(folder, files)) {
    const names = entries.flatMap(({ name, kind }) =>
      kind !== 'folder' && name.endsWith('.lua') ? [name] : [],
    );
    if (at !== folder && names.includes(handlerName)) others.push(`${at}/`);
    if (others.some((other) => `${at}/`.startsWith(other))) continue;
    const own =
      at === folder ? names.filter((name) => name !== handlerName && name !== schemaName) : names;
    found.push(...own.map((name) => joinPath(at, name).slice(joinPath(folder, '').length)));
  }
  return found;
}
