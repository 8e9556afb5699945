// Why a plugin package cannot be read, in words for a person.
import type { Translate } from '../text';

export type PackageErrorReason = 'missing' | 'unreadable' | 'too-large' | 'not-utf8';

export class PackageError extends Error {
  override readonly name = 'PackageError';

  constructor(
    readonly reason: PackageErrorReason,
    readonly path: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** By name: the class exists once in every bundle. */
export function isPackageError(error: unknown): error is PackageError {
  return error instanceof Error && error.name === 'PackageError';
}

export function cannotRead(path: string, cause: unknown, t: Translate): PackageError {
  const { code } = cause as { code?: unknown };
  const isMissing = code === 'ENOENT' || code === 'FileNotFound' || code === 'ENOTDIR';
  const message = isMissing ? t('{0} does not exist.', path) : t('{0} cannot be read.', path);
  return new PackageError(isMissing ? 'missing' : 'unreadable', path, message, { cause });
}
