/** A port that a program of ours can listen on. */
import { createServer } from 'node:net';

/** @returns `port` where nothing listens on it at 127.0.0.1, else 0: any */
export function freeOr(port: number): Promise<number> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(0));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
}
