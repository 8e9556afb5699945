// Reads the files of a plugin package exactly as they will be uploaded.
import type { Translate } from '../text';
import type { PluginFiles } from './files';
import { cannotRead, PackageError } from './packageErrors';
import type { PluginPackage } from './pluginPackage';
import { maximumBytes, readableBytes } from './streamingLimits';

export interface PackageFile {
  readonly path: string;
  /** Without a byte order mark; encoded as UTF-8 it is the file's bytes again. */
  readonly text: string;
  /** Bytes that are uploaded: without a byte order mark. */
  readonly bytes: number;
  readonly hasByteOrderMark: boolean;
}

export interface PackageContents {
  readonly handler: PackageFile;
  readonly schema: PackageFile;
}

export async function readPackage(
  { handlerPath, schemaPath }: Pick<PluginPackage, 'handlerPath' | 'schemaPath'>,
  files: Pick<PluginFiles, 'readFile' | 'size'>,
  t: Translate,
): Promise<PackageContents> {
  const [handler, schema] = await Promise.all([
    readPluginFile(handlerPath, files, t),
    readPluginFile(schemaPath, files, t),
  ]);
  return { handler, schema };
}

/** Fails with a `PackageError` for a file that is missing, unreadable, over a megabyte, or not UTF-8. */
export async function readPluginFile(
  path: string,
  files: Pick<PluginFiles, 'readFile' | 'size'>,
  t: Translate,
): Promise<PackageFile> {
  const size = await files.size(path).catch((cause) => {
    throw cannotRead(path, cause, t);
  });
  if (size > readableBytes) {
    throw new PackageError(
      'too-large',
      path,
      t(
        '{0} is far too large for a plugin: {1} bytes, and Konnect takes {2}.',
        path,
        size,
        maximumBytes,
      ),
    );
  }
  const data = await files.readFile(path).catch((cause) => {
    throw cannotRead(path, cause, t);
  });
  return { path, ...decodePluginFile(path, data, t) };
}

/** The text in the bytes of a file. */
export function decodePluginFile(
  path: string,
  data: Uint8Array,
  t: Translate,
): Omit<PackageFile, 'path'> {
  const hasByteOrderMark = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf;
  const content = hasByteOrderMark ? data.subarray(3) : data;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return { text, bytes: content.length, hasByteOrderMark };
  } catch (cause) {
    throw new PackageError('not-utf8', path, t('{0} is not UTF-8 text.', path), { cause });
  }
}
