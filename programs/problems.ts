/** Errors of the operating system in words, for people. @module */

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a directory, not a file',
  ENOTDIR: 'a part of the path is a file, not a directory',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EEXIST: 'it is there already',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  EADDRINUSE: 'the port is in use by another program',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was closed by the other side',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'no answer',
};

type SystemError = NodeJS.ErrnoException & { address?: string; port?: number; hostname?: string };

/** An error's text; anything can be thrown, even what is no Error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What went wrong, with the system's name for it: 'permission denied (EACCES)'. */
export function problemOf(error: unknown): string {
  const code = (error as SystemError | undefined)?.code;
  if (code === undefined) return messageOf(error);
  const words = WORDS[code];
  return words === undefined ? code : `${words} (${code})`;
}

/** One line for any error; system errors with the file or address that they are about. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, path, address, hostname, port } = error as SystemError;
  if (code !== undefined && syscall !== undefined && WORDS[code] !== undefined) {
    const host = address ?? hostname;
    const where = path ?? (host === undefined ? undefined : `${host}${port === undefined ? '' : `:${port}`}`);
    if (where !== undefined) return `${where}: ${problemOf(error)}`;
  }
  return error.message.split('\n')[0] ?? '';
}

/** The text of a file that a person wrote: UTF-8, or UTF-16 as some Windows programs write it; no byte order mark. */
export function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
