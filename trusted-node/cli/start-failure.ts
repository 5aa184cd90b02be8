/** Why a node did not start, as one sentence with what to do about it. */

import type { NodeConfig } from '../config/config.js';
import { StorageError } from '../store/sqlite/database.js';
import { databaseFile, LockedError } from '../store/store.js';

/** What the user sees instead of the system's message; other errors speak for themselves. */
export function startFailure(error: unknown, config: Pick<NodeConfig, 'data' | 'listen' | 'tls'>): Error {
  const text = sentence(error, config);
  if (text !== undefined) return new Error(text, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

function sentence(
  error: unknown,
  { data, listen, tls }: Parameters<typeof startFailure>[1],
): string | undefined {
  if (error instanceof LockedError)
    return `another node uses the data directory ${data}; stop that one, or take another directory`;
  if (error instanceof StorageError) return storage(error, data);
  const { code, syscall, address, port, hostname } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
    hostname?: string;
  };
  if (syscall === 'getaddrinfo')
    return `cannot listen on "${hostname}": no address has this name (${code}); take 0.0.0.0 for all of this machine's`;
  if (syscall !== 'listen' && syscall !== 'bind') return undefined;
  const flag = tls?.port === port && listen?.port !== port ? '--tls-listen' : '--listen';
  const where = `${address?.includes(':') ? `[${address}]` : address}:${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return `another program listens on ${where}; stop it, or take another port (${flag})`;
    case 'EADDRNOTAVAIL':
      return `cannot listen on ${where}: this machine has no such address; 0.0.0.0:${port} takes all it has (${flag})`;
    case 'EACCES':
      return `cannot listen on ${where}: this user may not; take a port above 1023 (${flag})`;
    default:
      return `cannot listen on ${where}: ${code} (${flag})`;
  }
}

function storage({ code, message }: StorageError, data: string): string {
  const file = databaseFile(data);
  switch (code) {
    case 'full':
      return `${message}; make room on the disk of ${data}`;
    case 'corrupt':
      return `${message} (${file}); put a backup in its place, or move it away to start over`;
    case 'io':
      return message.includes(data) ? message : `${message} (${file})`;
    default:
      return message;
  }
}
