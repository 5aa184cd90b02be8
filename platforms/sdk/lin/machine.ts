/** Linux: the simulator, and the headless board. */
import type { ConnectionHandlers, ResetReason, TlsOptions } from '../../../firmware/ports/platform.js';
import type { Machine } from '../machine.js';
import { LinConsole, openConsole } from './console.js';
import { RecordSlots } from './storage.js';
import { environment, exit, random, restart, restarted } from './system.js';
import { TcpConnection } from './tcp.js';
import { TlsConnection } from './tls.js';

export default {
  get name(): string {
    return environment('MITE_BOARD') ?? 'sim';
  },
  openConsole,
  get plain(): boolean {
    return !LinConsole.interactive;
  },
  get json(): boolean {
    return environment('MITE_JSON') !== undefined;
  },
  openRecord: (name: string) => new RecordSlots(name),
  random,
  resetReason: (): ResetReason => (restarted() ? 'restart' : 'power'),
  connect: (host: string, port: number, handlers: ConnectionHandlers, tls?: TlsOptions) =>
    tls === undefined
      ? new TcpConnection(host, port, handlers)
      : new TlsConnection(host, port, handlers, tls.fingerprint),
  restart,
  exit,
  openClock: () => ({ now: () => Date.now() }),
} satisfies Machine;
