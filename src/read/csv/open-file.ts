import { closeSync, fstatSync, openSync } from 'node:fs';
import { DibaoError } from '../../errors.js';

interface OpenFile {
  readonly fd: number;
  readonly size: number;
}

/** The known error for what the operating system says of a file; anything else comes back as it is. */
export function fileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new DibaoError('file-missing', {}, { file: path });
  if (code === 'EISDIR') return new DibaoError('file-is-folder', {}, { file: path });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') {
    return new DibaoError('file-unreadable', { code }, { file: path });
  }
  return error;
}

/**
 * Opens a regular file for reading; the caller closes `fd`. Throws DibaoError file-missing, file-is-folder,
 * file-unreadable, file-not-regular or file-empty.
 */
export function openFile(path: string): OpenFile {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    throw fileError(error, path);
  }
  const stat = fstatSync(fd);
  const code = stat.isDirectory()
    ? 'file-is-folder'
    : !stat.isFile()
      ? 'file-not-regular'
      : stat.size === 0
        ? 'file-empty'
        : null;
  if (code === null) return { fd, size: stat.size };
  closeSync(fd);
  throw new DibaoError(code, {}, { file: path });
}
