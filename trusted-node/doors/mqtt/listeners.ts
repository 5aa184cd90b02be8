/** The sockets that devices connect to: plain TCP and, with a certificate, TLS. */
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import type { Logger } from '../../common/logger.js';
import { CONNECT_MS, HANDSHAKE_MS } from './newcomers.js';

export interface Listen {
  readonly host: string;
  readonly port: number;
  /** PEM. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
}

/** Connections of one listener, devices included. */
const MAX_CONNECTIONS = 10_000;
/** Suites with authenticated encryption and a new key for each connection, in OpenSSL's names. */
export const SUITES = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

interface Arrivals {
  /** @returns whether there is room for it; otherwise it was ended */
  hold(socket: Socket, milliseconds: number): boolean;
  secure(raw: Socket, secured: Socket): void;
  listen(socket: Socket): void;
  /** Its TLS handshake did not succeed. */
  failed(socket: Socket): void;
  readonly log: Logger;
}

export class Listeners {
  readonly addresses: { host: string; port: number; tls: boolean }[] = [];
  private readonly servers: Server[] = [];

  constructor(private readonly arrivals: Arrivals) {}

  /** @throws NodeJS.ErrnoException when the address cannot be listened on */
  async open({ host, port, tls }: Listen): Promise<void> {
    const { log } = this.arrivals;
    const server = tls === undefined ? this.plain() : this.secured(tls);
    server.maxConnections = MAX_CONNECTIONS;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        server.on('error', error => log.error({ err: error }, 'listener fault'));
        resolve();
      });
    });
    this.servers.push(server);
    const bound = server.address();
    const taken = typeof bound === 'object' && bound !== null ? bound.port : port;
    this.addresses.push({ host, port: taken, tls: tls !== undefined });
  }

  private settle(socket: Socket): void {
    socket.setNoDelay(true);
    // Notices boards that vanished without MQTT keep-alive.
    socket.setKeepAlive(true, 60_000);
  }

  private plain(): Server {
    return createServer(socket => {
      if (!this.arrivals.hold(socket, CONNECT_MS)) return;
      this.settle(socket);
      this.arrivals.listen(socket);
    });
  }

  private secured({ certificate, key }: NonNullable<Listen['tls']>): Server {
    // The raw socket comes before its handshake begins, the secured one after it; they share their ends.
    const raw = new Map<string, Socket>();
    const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;
    const server = createTlsServer(
      { cert: certificate, key, handshakeTimeout: HANDSHAKE_MS, ciphers: SUITES, honorCipherOrder: true },
      (secured: TLSSocket) => {
        const socket = raw.get(nameOf(secured));
        if (socket === undefined) secured.destroy();
        else this.arrivals.secure(socket, secured);
      },
    );
    server.prependListener('connection', (socket: Socket) => {
      if (!this.arrivals.hold(socket, HANDSHAKE_MS)) return;
      this.settle(socket);
      const name = nameOf(socket);
      raw.set(name, socket);
      socket.once('close', () => raw.delete(name));
    });
    server.on('tlsClientError', (_error, secured: TLSSocket) => {
      const socket = raw.get(nameOf(secured));
      if (socket !== undefined) this.arrivals.failed(socket);
    });
    return server;
  }

  /** Resolves when all connections have ended, too. */
  async close(): Promise<void> {
    await Promise.all(
      this.servers.map(server => new Promise<void>(resolve => server.close(() => resolve()))),
    );
  }
}
