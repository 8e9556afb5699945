// Finds what to check at the given paths: the two files of each plugin, or one file alone.
import { joinPath, type PluginFiles } from '../plugins/files';
import { walkFolders } from '../plugins/findPackages';
import { expectedNameOf } from '../plugins/pluginPackage';

export interface Target {
  readonly handlerPath?: string;
  readonly schemaPath?: string;
  readonly expectedName?: string;
  /** Where its files lie, when it is a folder with handler.lua and schema.lua. */
  readonly folder?: string;
}

export interface CollectFiles extends Pick<PluginFiles, 'list'> {
  /** What a path leads to, links followed. */
  kind(path: string): Promise<'file' | 'folder'>;
  absolute(path: string): string;
}

/** `my-handler.lua` and `my-schema.lua` in one folder belong together. */
const pluginFile = /^(.*[/\\])?([^/\\]*?)(handler|schema)\.lua$/;

/** Plugin files at a path, in order. */
export async function collectPaths(path: string, files: CollectFiles): Promise<string[]> {
  if ((await files.kind(path)) === 'file') return pluginFile.test(path) ? [path] : [];
  const paths: string[] = [];
  for await (const { folder, entries } of walkFolders(path.replace(/(?<=.)\/+$/, ''), files)) {
    for (const { name, kind } of entries) {
      const isFile = kind === 'file' || kind === 'link';
      if (isFile && pluginFile.test(name)) paths.push(joinPath(folder, name));
    }
  }
  return paths;
}

/** Puts the files of each plugin together. */
export function toTargets(
  paths: readonly string[],
  files: Pick<CollectFiles, 'absolute'>,
): Target[] {
  const targets = new Map<string, Target>();
  for (const path of paths) {
    const [, folder = '', prefix = '', part = ''] = pluginFile.exec(path) ?? [];
    const known = targets.get(folder + prefix) ?? named(files.absolute(folder || '.'));
    const isWhole = prefix === '' && (known.handlerPath ?? known.schemaPath) !== undefined;
    const place = isWhole ? { folder: folder.slice(0, -1) || '.' } : {};
    targets.set(folder + prefix, { ...known, ...place, [`${part}Path`]: path });
  }
  return [...targets.values()];
}

/** What a plugin requires from its own folder is a module of it, also where the name ends in `handler.lua`. */
export function requiredFiles({
  folder,
  handler = '',
  schema = '',
}: Pick<Target, 'folder'> & {
  readonly handler: string | undefined;
  readonly schema: string | undefined;
}): string[] {
  if (folder === undefined) return [];
  const names = `${handler}\n${schema}`.matchAll(/\brequire\s*\(?\s*["'][\w.-]*\.([\w-]+)["']/g);
  // `require "kong.tools.redis.schema"` does not mean the plugin's own schema.lua.
  return [...names].flatMap(([, name]) =>
    name === 'handler' || name === 'schema' ? [] : [joinPath(folder, `${name}.lua`)],
  );
}

function named(folder: string): Target {
  const expectedName = expectedNameOf(folder);
  return expectedName === undefined ? {} : { expectedName };
}
