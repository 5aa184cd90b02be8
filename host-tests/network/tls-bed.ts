/** What the TLS tests share: a certificate, servers that may lie, and whether the boards have TLS at all. */
import { spawnSync } from 'node:child_process';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from 'node:tls';
import type { ExecutionContext } from 'ava';
import { fingerprintOf, makeCertificate } from '../../trusted-node/doors/mqtt/certificate.js';
import { PROGRAM_MS } from '../support/deadlines.js';
import { BOARD, ROOT } from '../support/processes.js';
import { lacking, skippedWithout } from '../support/tools.js';

export const ASAN = join(ROOT, 'build/host/asan/mite-board');
export const OWN = makeCertificate(['localhost', '127.0.0.1']);
export const PIN = fingerprintOf(OWN.certificate);
export const WRONG_PIN = fingerprintOf(makeCertificate(['localhost']).certificate);

/** Says why and passes when this build of the board has no TLS, or cannot be made. */
export function skipped(t: ExecutionContext, program = BOARD): boolean {
  return skippedWithout(t, ...(program === ASAN ? ['asan', 'libssl'] : ['libssl']));
}

/** Listens on a free port; ends with the test. */
export async function listen(t: ExecutionContext, server: Server, port = 0): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  t.teardown(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

export function tlsServer(
  t: ExecutionContext,
  options: TlsOptions,
  accept: (socket: TLSSocket) => void,
): Promise<number> {
  const server = createTlsServer({ cert: OWN.certificate, key: OWN.key, ...options }, accept);
  server.on('tlsClientError', () => {});
  return listen(t, server);
}

/** A TCP proxy that hands what the server sends through `change`; undefined cuts the connection. */
export function proxy(
  t: ExecutionContext,
  port: number,
  change: () => (bytes: Buffer) => Buffer | undefined,
): Promise<number> {
  return listen(
    t,
    createServer(client => {
      const server = connect(port, '127.0.0.1');
      const alter = change();
      client.on('data', bytes => server.write(bytes)).on('close', () => server.destroy());
      server
        .on('data', bytes => {
          const altered = alter(bytes);
          if (altered === undefined) client.destroy();
          else client.write(altered);
        })
        .on('error', () => {})
        .on('close', () => client.end());
    }),
  );
}

/** OpenSSL's own, since ours are always P-256; undefined without it. */
export function rsaCertificate(): { key: string; certificate: string } | undefined {
  if (lacking('openssl') !== undefined) return undefined;
  const words = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout - -out -';
  const { stdout } = spawnSync('openssl', words.split(' '), { encoding: 'utf8', timeout: PROGRAM_MS });
  const certificate = /-----BEGIN CERTIFICATE-----[\s\S]*-----END CERTIFICATE-----/.exec(stdout)?.[0];
  const key = /-----BEGIN PRIVATE KEY-----[\s\S]*-----END PRIVATE KEY-----/.exec(stdout)?.[0];
  return certificate === undefined || key === undefined ? undefined : { certificate, key };
}
