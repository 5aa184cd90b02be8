/**
 * A stranger's Stratum V1 client, written from the protocol's description alone: it shares no code with the door, hashes
 * with node:crypto, and knows only what it is told over the socket.
 */
import { hash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { ANSWER_MS } from '../support/deadlines.js';

export interface Answer {
  readonly id: unknown;
  readonly result: unknown;
  readonly error: readonly [code: number, text: string, more: null] | null;
}

export interface Notification {
  readonly method: string;
  readonly params: readonly unknown[];
  /** the line as it came: numbers in it are exact */
  readonly line: string;
}

/** A job as notified, with the difficulty that holds for it. */
export interface StrangersJob {
  readonly id: string;
  readonly previous: string;
  readonly coinb1: string;
  readonly coinb2: string;
  readonly branch: string[];
  readonly version: string;
  readonly bits: string;
  readonly time: string;
  readonly clean: boolean;
  /** hash, as a number, at most */
  readonly target: bigint;
  readonly extranonce1: string;
  readonly extranonce2Size: number;
}

/** Parameters of a submit, without the worker. */
export type Found = [job: string, extranonce2: string, time: string, nonce: string];

const DIFFICULTY_1 = 0xffffn << 208n;

function sha256d(bytes: Uint8Array): Buffer {
  return hash('sha256', hash('sha256', bytes, 'buffer'), 'buffer');
}

/** The target of a decimal, as people would compute it on paper. */
export function targetOfDecimal(text: string): bigint {
  const [whole = '', part = ''] = text.split('.');
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(part)) throw new Error(`not a plain decimal: ${text}`);
  return (DIFFICULTY_1 * 10n ** BigInt(part.length)) / BigInt(whole + part);
}

export class Stranger {
  readonly notifications: Notification[] = [];
  extranonce1 = '';
  extranonce2Size = 0;
  /** as it was written in the newest set_difficulty */
  difficulty = '1';
  job: StrangersJob | undefined;
  closed = false;
  worker = '';
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly watchers = new Set<() => void>();
  private id = 0;
  private subscription: number | undefined;
  private buffer = '';
  private rolled = 0;

  private constructor(readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.buffer += text;
      for (let end = this.buffer.indexOf('\n'); end >= 0; end = this.buffer.indexOf('\n')) {
        const line = this.buffer.slice(0, end);
        this.buffer = this.buffer.slice(end + 1);
        this.heard(line);
      }
      this.woken();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.closed = true;
      this.woken();
    });
  }

  static async connect(
    port: number,
    options: { tls?: boolean; localAddress?: string; host?: string } = {},
  ): Promise<Stranger> {
    const where = { port, host: options.host ?? '127.0.0.1', localAddress: options.localAddress };
    const socket = options.tls ? connectTls({ ...where, rejectUnauthorized: false }) : connect(where);
    const stranger = new Stranger(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once(options.tls ? 'secureConnect' : 'connect', resolve);
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('closed before it was connected')));
    });
    return stranger;
  }

  private heard(line: string): void {
    const message = JSON.parse(line);
    if (message.method === undefined) {
      // At once: the next line may be a job.
      if (this.subscription !== undefined && message.id === this.subscription)
        [, this.extranonce1, this.extranonce2Size] = message.result;
      this.waiting.get(message.id)?.(message);
      this.waiting.delete(message.id);
      return;
    }
    const { method, params } = message;
    this.notifications.push({ method, params, line });
    if (method === 'mining.set_difficulty') {
      const text = /"params":\[([^\]]*)\]/.exec(line)?.[1];
      if (text === undefined) throw new Error(`no difficulty in ${line}`);
      this.difficulty = text;
    } else if (method === 'mining.set_extranonce') {
      [this.extranonce1, this.extranonce2Size] = params;
    } else if (method === 'mining.notify') {
      const [id, previous, coinb1, coinb2, branch, version, bits, time, clean] = params;
      const target = targetOfDecimal(this.difficulty);
      const { extranonce1, extranonce2Size } = this;
      this.job = {
        id,
        previous,
        coinb1,
        coinb2,
        branch,
        version,
        bits,
        time,
        clean,
        target,
        extranonce1,
        extranonce2Size,
      };
    }
  }

  private woken(): void {
    for (const look of [...this.watchers]) look();
  }

  /** Resolves with what `found` returns once that is something. Rejects when the connection ends before. */
  async until<T>(found: () => T | undefined, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void): void => {
        clearTimeout(late);
        this.watchers.delete(look);
        settle();
      };
      const late = setTimeout(() => done(() => reject(new Error(`waited in vain for ${what}`))), ANSWER_MS);
      const look = (): void => {
        const value = found();
        if (value !== undefined) done(() => resolve(value));
        else if (this.closed) done(() => reject(new Error(`closed while waiting for ${what}`)));
      };
      this.watchers.add(look);
      look();
    });
  }

  async ended(): Promise<void> {
    await this.until(() => this.closed || undefined, 'the end');
  }

  send(text: string): void {
    this.socket.write(text);
  }

  request(method: string, params: unknown): Promise<Answer> {
    const id = ++this.id;
    let answer: Answer | undefined;
    this.waiting.set(id, given => {
      answer = given;
    });
    this.send(`${JSON.stringify({ id, method, params })}\n`);
    return this.until(() => answer, `an answer to ${method}`);
  }

  /** @param before name of a subscription to go on with @returns the name of this one */
  async subscribe(agent = 'stranger/1.0', before?: string): Promise<string> {
    this.subscription = this.id + 1;
    const { result } = await this.request(
      'mining.subscribe',
      before === undefined ? [agent] : [agent, before],
    );
    return (result as [[[string, string]]])[0][0][1];
  }

  async authorize(user: string, password: string): Promise<Answer> {
    this.worker = user;
    return this.request('mining.authorize', [user, password]);
  }

  /** Subscribes and authorises, until there is a job. */
  async begin(user: string, password: string): Promise<StrangersJob> {
    await this.subscribe();
    const { error } = await this.authorize(user, password);
    if (error !== null) throw new Error(`not authorised: ${JSON.stringify(error)}`);
    return this.until(() => this.job, 'a job');
  }

  /** The 76 bytes of a header before its nonce. */
  static header(job: StrangersJob, extranonce2: string, version = job.version, time = job.time): Buffer {
    let root = sha256d(Buffer.from(job.coinb1 + job.extranonce1 + extranonce2 + job.coinb2, 'hex'));
    for (const node of job.branch) root = sha256d(Buffer.concat([root, Buffer.from(node, 'hex')]));
    const turned = (hex: string): Buffer => Buffer.from(hex, 'hex').reverse();
    const previous = Buffer.concat((job.previous.match(/.{8}/g) ?? []).map(turned));
    return Buffer.concat([turned(version), previous, root, turned(time), turned(job.bits)]);
  }

  /** Hashes until one meets `target`. @param choice.above what is harder than this does not count */
  mine(job: StrangersJob, choice: { target?: bigint; version?: string; above?: bigint } = {}): Found {
    for (;;) {
      const found = this.search(job, 0x1000000, choice);
      if (found !== undefined) return found;
    }
  }

  /** Tries so many nonces, with an extranonce that was not tried yet. @returns the first that counts */
  search(
    job: StrangersJob,
    hashes: number,
    choice: { target?: bigint; version?: string; above?: bigint } = {},
  ): Found | undefined {
    const { target = job.target, version = job.version, above = -1n } = choice;
    const easiest = target >> 224n;
    const extranonce2 = (this.rolled++ >>> 0).toString(16).padStart(2 * job.extranonce2Size, '0');
    const header = Buffer.concat([Stranger.header(job, extranonce2, version), Buffer.alloc(4)]);
    for (let nonce = 0; nonce < hashes; nonce++) {
      header.writeUInt32LE(nonce, 76);
      const digest = sha256d(header);
      if (BigInt(digest.readUInt32LE(28)) > easiest) continue;
      const value = BigInt(`0x${digest.reverse().toString('hex')}`);
      if (value <= target && value > above)
        return [job.id, extranonce2, job.time, nonce.toString(16).padStart(8, '0')];
    }
    return undefined;
  }

  /** Hash of the header of a share, in the order in which hashes are stored. */
  static hashOf(job: StrangersJob, [, extranonce2, , nonce]: Found): string {
    const tail = Buffer.alloc(4);
    tail.writeUInt32LE(Number.parseInt(nonce, 16));
    return sha256d(Buffer.concat([Stranger.header(job, extranonce2), tail])).toString('hex');
  }

  submit(found: Found, ...more: string[]): Promise<Answer> {
    return this.request('mining.submit', [this.worker, ...found, ...more]);
  }

  /** Finds a share of the newest job and submits it. */
  async share(): Promise<Answer> {
    const job = await this.until(() => this.job, 'a job');
    return this.submit(this.mine(job));
  }

  async close(): Promise<void> {
    this.socket.destroy();
    if (!this.closed) await this.ended();
  }
}
