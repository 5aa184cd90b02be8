/** A socket to a pool, and the session on it: bytes to events, commands to bytes. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { MAX_LINE } from '../../../firmware/protocol/stratum/limits.js';
import { LineReader } from '../../../firmware/protocol/stratum/lines.js';
import type { StratumShare } from '../../../firmware/protocol/stratum/requests.js';
import {
  type SessionCommand,
  type SessionEvent,
  type SessionOptions,
  StratumSession,
} from '../../../firmware/protocol/stratum/session.js';
import { problemOf } from '../../../programs/problems.js';
import type { PoolOptions } from './pool.js';

/** What the pool does not read is kept up to this size, bytes. */
const MAX_UNSENT = 262_144;
/** A connection, with TLS's handshake, takes so long at most, ms. */
const CONNECT_MS = 15_000;

export interface Handlers {
  readonly now: () => number;
  /** Everything but `send` and `close`. */
  readonly on: (command: SessionCommand) => void;
  /** Called once, last. `refused`: the pool does not want this user. */
  readonly closed: (reason: string, refused: boolean) => void;
}

export class PoolConnection {
  readonly session: StratumSession;
  /** Lines that were no message, or too long. */
  malformed = 0;
  private readonly socket: Socket;
  private ended = false;
  private deadline: number;

  /** @throws Error when the password cannot be read */
  constructor(
    pool: PoolOptions,
    /** Where the pool wants it, if not where the owner said. */
    port: number | undefined,
    options: Omit<SessionOptions, 'user' | 'password'>,
    private readonly handlers: Handlers,
  ) {
    this.session = new StratumSession({ ...options, user: pool.user, password: pool.password() });
    const to = { host: pool.host, port: port ?? pool.port };
    const opened = (): void => this.step({ kind: 'opened' });
    this.deadline = handlers.now() + CONNECT_MS;
    const { host } = pool;
    this.socket = pool.tls
      ? connectTls({ ...to, ...(isIP(host) === 0 && { servername: host }), ca: pool.ca }, opened)
      : connectTcp(to, opened);
    this.socket.setNoDelay(true);
    const reader = new LineReader(
      MAX_LINE,
      line => this.step({ kind: 'line', line }),
      () => {
        this.malformed++;
        handlers.on({ kind: 'malformed', reason: `a line of more than ${MAX_LINE} bytes` });
      },
    );
    this.socket.on('data', bytes => {
      if (!this.ended) reader.push(bytes);
    });
    this.socket.on('error', error => this.end(problemOf(error), false));
    this.socket.on('close', () => this.end('the pool ended the connection', false));
  }

  /** Time passed. */
  tick(): void {
    if (this.session.step === 'opening' && this.handlers.now() >= this.deadline) this.end('no answer', false);
    else this.step({ kind: 'tick' });
  }

  get canSubmit(): boolean {
    return !this.ended && this.session.canSubmit;
  }

  submit(share: StratumShare, token: number): void {
    this.carryOut(this.session.submit(share, token, this.handlers.now()));
  }

  /** Idempotent; `closed` is not called. */
  close(): void {
    this.ended = true;
    this.socket.destroy();
  }

  private step(event: SessionEvent): void {
    if (!this.ended) this.carryOut(this.session.on(event, this.handlers.now()));
  }

  private carryOut(commands: readonly SessionCommand[]): void {
    for (const command of commands) {
      if (this.ended) return;
      if (command.kind === 'send') this.send(command.line);
      else if (command.kind === 'close') this.end(command.reason, command.refused);
      else {
        if (command.kind === 'malformed') this.malformed++;
        this.handlers.on(command);
      }
    }
  }

  private send(line: string): void {
    this.socket.write(line);
    if (this.socket.writableLength > MAX_UNSENT) this.end('it does not read what is sent', false);
  }

  private end(reason: string, refused: boolean): void {
    if (this.ended) return;
    this.close();
    this.handlers.closed(reason, refused);
  }
}
