// Why a plugin package cannot be read, in words for a person.
import type { Translate } from '../text';

export type PackageErrorReason = 'missing' | 'not-a-file' | 'unreadable' | 'too-large' | 'not-utf8';

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
  const kind = kinds.find(({ codes }) => codes.includes(String(code)));
  const { reason, message } = kind ?? { reason: 'unreadable', message: unreadable };
  return new PackageError(reason, path, message(path, t), { cause });
}

interface Kind {
  readonly reason: PackageErrorReason;
  /** Node's, and VS Code's. */
  readonly codes: readonly string[];
  readonly message: (path: string, t: Translate) => string;
}

const unreadable = (path: string, t: Translate) => t('{0} cannot be read.', path);

const kinds: readonly Kind[] = [
  {
    reason: 'missing',
    codes: ['ENOENT', 'FileNotFound', 'ENOTDIR', 'FileNotADirectory'],
    message: (path, t) => t('{0} does not exist.', path),
  },
  {
    reason: 'not-a-file',
    codes: ['EISDIR', 'FileIsADirectory'],
    message: (path, t) => t('{0} is a folder; a file is needed there.', path),
  },
  {
    reason: 'unreadable',
    codes: ['EACCES', 'EPERM', 'NoPermissions'],
    message: (path, t) => t('{0} cannot be read: its permissions do not allow it.', path),
  },
];
