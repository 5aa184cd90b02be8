/**
 * TCP over the SDK's ECMA-419 sockets (modules/io/socket). Of the SDK's two families these are the ones that its own
 * clients now use, and that have one interface for both lwIP and Linux.
 */
import TCP from 'embedded:io/socket/tcp';
// biome-ignore lint/style/useNodejsImportProtocol: the SDK's module of this name
import Net from 'net';
import Timer from 'timer';
import type { Connection, ConnectionHandlers } from '../../../firmware/ports/platform.js';

/** The most bytes that may wait for the socket. */
const MAX_QUEUED = 16_384;

/** Four decimal numbers with dots, as the socket takes them. */
function isAddress(host: string): boolean {
  const parts = host.split('.');
  return parts.length === 4 && parts.every(part => part.length > 0 && part.length < 4 && Number(part) <= 255);
}

export class TcpConnection implements Connection {
  readonly #handlers: ConnectionHandlers;
  readonly #port: number;
  #socket: TCP | undefined;
  #open = false;
  #closed = false;
  /** What the socket takes now. */
  #room = 0;
  #queue: Uint8Array[] = [];
  #queued = 0;

  constructor(host: string, port: number, handlers: ConnectionHandlers) {
    this.#handlers = handlers;
    this.#port = port;
    Timer.set(() => this.#resolve(host), 0); // nothing is reported from inside this call
  }

  write(bytes: Uint8Array): boolean {
    if (!this.#open || this.#closed || this.#queued + bytes.length > MAX_QUEUED) return false;
    if (bytes.length === 0) return true;
    if (this.#queued === 0 && bytes.length <= this.#room) return this.#send(bytes);
    this.#queue.push(bytes.slice());
    this.#queued += bytes.length;
    this.#flush();
    return !this.#closed;
  }

  /** Whether `write` would take this many bytes. */
  takes(count: number): boolean {
    return this.#open && !this.#closed && this.#queued + count <= MAX_QUEUED;
  }

  close(): void {
    if (this.#closed) return;
    this.#flush();
    this.#end();
  }

  #resolve(host: string): void {
    if (this.#closed) return;
    // The SDK's resolver on Linux looks only at a name's first address, which may be ::1.
    const address = host === 'localhost' ? '127.0.0.1' : host;
    if (isAddress(address)) {
      this.#connect(address);
      return;
    }
    if (host.includes(':')) {
      this.#fail('this board reaches IPv4 addresses only');
      return;
    }
    try {
      // One address, the first: neither lwIP nor the SDK on Linux gives more.
      Net.resolve(host, (_name, address) => {
        if (this.#closed) return;
        if (address === undefined) this.#fail('name not found');
        else this.#connect(address);
      });
    } catch {
      this.#fail('cannot look up the name'); // lwIP looks up a few at a time
    }
  }

  #connect(address: string): void {
    try {
      this.#socket = new TCP({
        address,
        port: this.#port,
        nodelay: true,
        onReadable: (count: number) => this.#readable(count),
        onWritable: (count: number) => this.#writable(count),
        onError: () => this.#fail(this.#open ? 'connection lost' : 'cannot connect'),
      });
    } catch {
      this.#fail('no socket');
    }
  }

  #writable(count: number): void {
    if (this.#closed) return;
    this.#room = count;
    if (this.#open) {
      this.#flush();
      return;
    }
    this.#open = true;
    this.#handlers.onOpen();
  }

  #readable(count: number): void {
    while (count > 0 && !this.#closed && this.#socket !== undefined) {
      const bytes = this.#socket.read();
      if (!(bytes instanceof ArrayBuffer) || bytes.byteLength === 0) return;
      count -= bytes.byteLength;
      this.#handlers.onData(new Uint8Array(bytes));
    }
  }

  /** The socket takes at most `room` bytes at once. False when it is gone. */
  #send(bytes: Uint8Array): boolean {
    try {
      const room = this.#socket!.write(bytes);
      this.#room = typeof room === 'number' ? room : this.#room - bytes.length;
      return true;
    } catch {
      Timer.set(() => this.#fail('connection lost'), 0);
      return false;
    }
  }

  #flush(): void {
    while (this.#room > 0 && this.#queued > 0) {
      const first = this.#queue[0]!;
      const part = first.length > this.#room ? first.subarray(0, this.#room) : first;
      if (part === first) this.#queue.shift();
      else this.#queue[0] = first.subarray(part.length);
      this.#queued -= part.length;
      if (!this.#send(part)) return;
    }
  }

  #fail(reason: string): void {
    if (this.#closed) return;
    this.#end();
    this.#handlers.onClose(reason);
  }

  #end(): void {
    this.#closed = true;
    this.#queue = [];
    this.#queued = 0;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }
}
