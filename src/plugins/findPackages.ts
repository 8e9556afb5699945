// Looks for plugin packages in a folder and below it.
import { type FolderEntry, joinPath, type PluginFiles } from './files';
import { expectedNameOf, handlerName, type PluginPackage, schemaName } from './pluginPackage';

/** Below this many folders nobody keeps a plugin. */
const maximumDepth = 12;
const skipped = new Set(['node_modules', '.git', '.hg', '.svn', 'lua_modules']);

interface Options {
  readonly signal?: AbortSignal;
}

/** Packages in the order of their paths. Links are not followed; folders that cannot be listed are passed over. */
export async function findPackages(
  root: string,
  files: Pick<PluginFiles, 'list'>,
  { signal }: Options = {},
): Promise<PluginPackage[]> {
  const packages: PluginPackage[] = [];
  for await (const { folder, entries } of walkFolders(root, files, signal)) {
    if (isPackage(entries)) packages.push(packageAt(folder));
  }
  return packages;
}

export function packageAt(folder: string): PluginPackage {
  const expectedName = expectedNameOf(folder);
  return {
    folder,
    handlerPath: joinPath(folder, handlerName),
    schemaPath: joinPath(folder, schemaName),
    ...(expectedName !== undefined && { expectedName }),
  };
}

/** A folder and those below it, parents first. */
export async function* walkFolders(
  root: string,
  files: Pick<PluginFiles, 'list'>,
  signal?: AbortSignal,
): AsyncGenerator<{ folder: string; entries: readonly FolderEntry[] }> {
  const pending = [{ folder: root, depth: 0 }];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    signal?.throwIfAborted();
    const { folder, depth } = next;
    const entries = await listOrNothing(files, folder, depth === 0);
    yield { folder, entries };
    if (depth === maximumDepth) continue;
    const below = entries.filter(({ kind, name }) => kind === 'folder' && !skipped.has(name));
    pending.unshift(
      ...below.map(({ name }) => ({ folder: joinPath(folder, name), depth: depth + 1 })),
    );
  }
}

/** The folder asked for must be readable; one below it may not be. */
async function listOrNothing(
  files: Pick<PluginFiles, 'list'>,
  folder: string,
  isRoot: boolean,
): Promise<readonly FolderEntry[]> {
  try {
    const entries = await files.list(folder);
    return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isRoot) throw error;
    return [];
  }
}

function isPackage(entries: readonly FolderEntry[]): boolean {
  const isFile = (wanted: string) =>
    entries.some(({ name, kind }) => name === wanted && (kind === 'file' || kind === 'link'));
  return isFile(handlerName) && isFile(schemaName);
}
