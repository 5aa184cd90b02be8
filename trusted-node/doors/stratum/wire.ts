/** One connection's bytes: lines in, served one after another and not faster than allowed, lines out; its deadlines. */
import type { Socket } from 'node:net';
import { TokenBuckets } from '../../common/token-bucket.js';
import { IDLE_MS, LINE_MS, MAX_UNREAD, REQUESTS } from './limits.js';
import { LineReader } from './lines.js';

export interface WireEvents {
  /** The next line is read when this has resolved. Does not reject. */
  line(line: string): Promise<void>;
  /** Called once. */
  closed(reason: string): void;
}

export class Wire {
  private readonly lines = new LineReader();
  private readonly requests: TokenBuckets;
  /** Moment of the last whole line, and of the first byte of one that has begun; monotonic milliseconds. */
  private heardAt: number;
  private begunAt: number | undefined;
  private reason: string | undefined;
  private wake: () => void = () => {};
  private isQuiet = false;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly events: WireEvents,
    private readonly now: () => number,
  ) {
    this.heardAt = now();
    this.requests = new TokenBuckets(REQUESTS, now);
    // A share or a job must not wait for an acknowledgement.
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 60_000);
    socket.on('data', chunk => {
      this.reading = this.read(chunk);
    });
    socket.on('error', error => this.end(error.message));
    socket.on('close', () => {
      this.reason ??= 'closed by the miner';
      this.wake();
      events.closed(this.reason);
    });
  }

  get ended(): boolean {
    return this.reason !== undefined;
  }

  /** Milliseconds since the last whole line. */
  get silence(): number {
    return this.now() - this.heardAt;
  }

  /** Serves no further line; resolves when the one under way is served. What is sent still goes out. */
  async quiet(): Promise<void> {
    this.isQuiet = true;
    this.wake();
    await this.reading;
  }

  send(text: string): void {
    if (this.ended) return;
    this.socket.write(text);
    if (this.socket.writableLength > MAX_UNREAD) this.end('it does not read', true);
  }

  /** What was sent still goes out, unless the other side does not read. */
  end(reason: string, atOnce = false): void {
    if (this.ended) {
      this.socket.destroy();
      return;
    }
    this.reason = reason;
    if (atOnce) this.socket.destroy();
    else this.socket.destroySoon();
    this.wake();
  }

  tick(): void {
    const now = this.now();
    if (this.ended) this.socket.destroy();
    else if (this.begunAt !== undefined && now - this.begunAt > LINE_MS) this.end('a line that does not end');
    else if (this.silence > IDLE_MS) this.end('silent for too long');
  }

  private async read(chunk: Buffer): Promise<void> {
    // Nothing more is read while this is served: what a flood sends stays with the sender.
    this.socket.pause();
    try {
      const lines = this.lines.feed(chunk);
      if (lines.length > 0) {
        this.heardAt = this.now();
        this.begunAt = undefined;
      }
      if (this.lines.pending === 0) this.begunAt = undefined;
      else this.begunAt ??= this.now();
      for (const line of lines) {
        while (!this.ended && !this.isQuiet && !this.requests.take('')) await this.pause(REQUESTS.interval);
        if (this.ended || this.isQuiet) return;
        await this.events.line(line);
      }
    } catch (error) {
      this.end(error instanceof Error ? error.message : String(error));
    }
    this.socket.resume();
  }

  /** Ends early with the connection. */
  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => {};
  }
}
