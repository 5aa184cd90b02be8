/**
 * Bounds what a connection may make the embedded broker hold: mqtt-packet buffers a packet until its stated length
 * is there (up to 256 MB), so the length is checked here, before the broker sees a byte of the packet.
 */
import { Duplex } from 'node:stream';
import { MAX_PACKET } from '../../../firmware/protocol/mite/limits.js';

/** Follows the packet borders of a byte stream. Pure apart from its own position. */
export class PacketScanner {
  /** Bytes of the current packet's body still to come. */
  private body = 0;
  /** Bytes of the fixed header read so far. */
  private header = 0;
  private length = 0;

  constructor(private readonly limit: number = MAX_PACKET) {}

  /** @returns what is wrong, or undefined while every packet keeps to the limit. */
  scan(bytes: Uint8Array): string | undefined {
    let at = 0;
    while (at < bytes.length) {
      if (this.body > 0) {
        const taken = Math.min(this.body, bytes.length - at);
        this.body -= taken;
        at += taken;
        continue;
      }
      const byte = bytes[at++] as number;
      if (this.header > 0) {
        this.length += (byte & 0x7f) * 128 ** (this.header - 1);
        if (this.header + 1 + this.length > this.limit) return `a packet longer than ${this.limit} bytes`;
        if ((byte & 0x80) === 0) {
          this.body = this.length;
          this.header = 0;
          this.length = 0;
          continue;
        }
        if (this.header === 4) return 'a malformed packet length';
      }
      this.header++;
    }
    return undefined;
  }
}

/** A socket whose incoming packets keep to the limit; destroyed with an error at the first that does not. */
export class GuardedConnection extends Duplex {
  private readonly scanner = new PacketScanner();

  constructor(private readonly socket: Duplex) {
    super({ allowHalfOpen: false });
    socket.on('data', (chunk: Buffer) => {
      const fault = this.scanner.scan(chunk);
      if (fault !== undefined) this.destroy(new Error(fault));
      else if (!this.push(chunk)) socket.pause();
    });
    socket.on('end', () => this.push(null));
    socket.on('error', error => this.destroy(error));
    socket.on('close', () => this.destroy());
  }

  override _read(): void {
    this.socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.socket.destroyed) done(new Error('the connection is closed'));
    else if (this.socket.write(chunk)) done();
    else {
      const settle = () => {
        this.socket.off('drain', settle);
        this.socket.off('close', settle);
        done(this.socket.destroyed ? new Error('the connection is closed') : null);
      };
      this.socket.once('drain', settle);
      this.socket.once('close', settle);
    }
  }

  override _final(done: () => void): void {
    this.socket.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.socket.destroy();
    done(error);
  }
}
