// What plugin packages need from a file system; the editor and the command line each bring their own.

/** Paths are written with `/`; names in a folder are joined to it with `/`. */
export interface PluginFiles {
  readFile(path: string): Promise<Uint8Array>;
  /** Size in bytes of what a path leads to, links followed; fails where nothing is. */
  size(path: string): Promise<number>;
  list(folder: string): Promise<readonly FolderEntry[]>;
}

export interface FolderEntry {
  readonly name: string;
  /** What the entry itself is: a link counts as a link, whatever it leads to. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export function joinPath(folder: string, name: string): string {
  if (folder === '.' || folder === '') return name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
