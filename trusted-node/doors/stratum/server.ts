/** Where the door listens: plain TCP or TLS, and how many may come. */
import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Logger } from '../../common/logger.js';
import type { AddressLimits } from './addresses.js';
import { CLOSE_MS, HANDSHAKE_MS, MAX_CONNECTIONS } from './limits.js';

export interface Listen {
  readonly host: string;
  readonly port: number;
  /** PEM */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
}

export interface Listener {
  readonly address: { readonly host: string; readonly port: number; readonly tls: boolean };
  /** Takes no more connections; resolves when all are closed. */
  close(): Promise<void>;
}

/** An address as limits know it: of IPv6 the network, since a host has as many addresses as it likes. */
export function addressKey(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (v4?.[1] !== undefined) return v4[1];
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = (address.split('%')[0] as string).split('::');
  const groups = head === '' ? [] : head.split(':');
  if (address.includes('::')) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * @param accept called for each connection that the limits allow, with its address; it tells the limits when that one ends
 * @throws Error when the address cannot be listened on
 */
export async function listen(
  { host, port, tls }: Listen,
  addresses: AddressLimits,
  log: Logger,
  accept: (socket: Socket, address: string) => void,
): Promise<Listener> {
  const open = new Set<Socket>();
  const context = tls && createSecureContext({ cert: tls.certificate, key: tls.key });
  const server = createServer(socket => {
    const address = addressKey(socket.remoteAddress ?? '');
    const fault = addresses.come(address);
    if (fault !== undefined) {
      log.debug({ from: address, reason: fault }, 'a Stratum connection was turned away');
      socket.destroy();
      return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    if (context === undefined) accept(socket, address);
    else shakeHands(new TLSSocket(socket, { isServer: true, secureContext: context }), address);
  });
  const shakeHands = (secure: TLSSocket, address: string): void => {
    const failed = (reason: string): void => {
      log.debug({ from: address, reason }, 'TLS handshake failed');
      secure.destroy();
    };
    const late = setTimeout(() => failed('too slow'), HANDSHAKE_MS);
    const ended = (): void => {
      clearTimeout(late);
      addresses.left(address, false);
    };
    const wrong = (error: Error): void => failed(error.message);
    secure.once('close', ended);
    secure.on('error', wrong);
    secure.once('secure', () => {
      clearTimeout(late);
      secure.off('close', ended);
      secure.off('error', wrong);
      accept(secure, address);
    });
  };
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      server.on('error', error => log.error({ err: error }, 'listener fault'));
      resolve();
    });
  });
  const bound = server.address();
  return {
    address: {
      host,
      port: typeof bound === 'object' && bound !== null ? bound.port : port,
      tls: tls !== undefined,
    },
    close: () =>
      new Promise(resolve => {
        const late = setTimeout(() => {
          for (const socket of open) socket.destroy();
        }, CLOSE_MS);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
      }),
  };
}
