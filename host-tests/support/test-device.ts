/** A board in plain JavaScript: mqtt.js for the wire, the real protocol and domain code, real hashing. */
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { headerHash } from '../../firmware/domain/header.js';
import { type Job, jobHeader, jobMerkleRoot } from '../../firmware/domain/job.js';
import type { Share } from '../../firmware/domain/share.js';
import { compactToTarget, hashToInteger } from '../../firmware/domain/target.js';
import { decodeHeaders, type HeadersMessage } from '../../firmware/protocol/mite/headers.js';
import { encodeHello } from '../../firmware/protocol/mite/hello.js';
import { decodeJob } from '../../firmware/protocol/mite/job.js';
import { decodeResult, encodeShare, type ShareResult } from '../../firmware/protocol/mite/share.js';
import { HEADERS_TOPIC, topic } from '../../firmware/protocol/mite/topics.js';
import { ANSWER_MS } from './deadlines.js';

/** Messages of one kind, and whoever waits for the next. */
export class Inbox<T> {
  readonly all: T[] = [];
  private readonly waiters = new Set<() => void>();

  put(value: T): void {
    this.all.push(value);
    for (const wake of [...this.waiters]) wake();
  }

  /** The first value from index `from` that `wanted` accepts. */
  async take(wanted: (value: T) => boolean, from = 0, milliseconds = ANSWER_MS): Promise<T> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const found = this.all.slice(from).find(wanted);
      if (found !== undefined) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`waited in vain; ${this.all.length} messages came`);
      await new Promise<void>(resolve => {
        const done = () => {
          clearTimeout(timer);
          this.waiters.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.waiters.add(done);
      });
    }
  }
}

export class TestDevice {
  readonly jobs = new Inbox<Job>();
  readonly results = new Inbox<ShareResult>();
  readonly tips = new Inbox<HeadersMessage>();
  boot = randomBytes(8).toString('hex');
  sequence = 0;
  closed = false;
  /** The next to try: a device that stands for the same boot continues from here. */
  nonce = 0;

  private constructor(
    readonly id: string,
    readonly client: MqttClient,
  ) {
    (client.stream as Socket).setNoDelay?.(true);
    client.on('close', () => {
      this.closed = true;
    });
    client.on('error', () => {});
    client.on('message', (name, payload) => {
      const bytes = new Uint8Array(payload);
      if (name === topic(id, 'job')) this.jobs.put(decodeJob(bytes));
      else if (name === topic(id, 'result')) this.results.put(decodeResult(bytes));
      else if (name === HEADERS_TOPIC) this.tips.put(decodeHeaders(bytes));
    });
  }

  /** @throws the broker's refusal */
  static async connect(
    url: string,
    id: string,
    secret: string,
    options: IClientOptions = {},
  ): Promise<TestDevice> {
    const client = await mqtt.connectAsync(
      url,
      {
        clientId: id,
        username: id,
        password: secret,
        reconnectPeriod: 0,
        // For hangs only: many nodes at once on a busy machine are slow to answer.
        connectTimeout: 300_000,
        clean: true,
        will: { topic: topic(id, 'online'), payload: Buffer.from('0'), qos: 1, retain: true },
        ...options,
      },
      false,
    );
    const device = new TestDevice(id, client);
    await client.subscribeAsync([topic(id, 'job'), topic(id, 'result'), HEADERS_TOPIC], { qos: 1 });
    await client.publishAsync(topic(id, 'online'), '1', { qos: 1, retain: true });
    return device;
  }

  /** Says hello, with the board's key if it has one, and waits for the job. */
  async hello(rate = 0, key?: string): Promise<Job> {
    const from = this.jobs.all.length;
    const hello = encodeHello({
      boot: this.boot,
      board: 'test',
      firmware: '0.1.0',
      rate,
      versionRolling: true,
      key,
    });
    await this.client.publishAsync(topic(this.id, 'hello'), Buffer.from(hello), { qos: 1 });
    return this.jobs.take(() => true, from);
  }

  get job(): Job {
    const job = this.jobs.all.at(-1);
    if (job === undefined) throw new Error('no job yet');
    return job;
  }

  /**
   * Searches a share of `job` that meets (or, when `meets` is false, misses) the share target.
   * Every call looks at other nonces.
   */
  solve(job: Job, choice: { time?: number; version?: number; meets?: boolean } = {}): Share {
    const { meets = true } = choice;
    const extranonce2 = new Uint8Array(job.extranonce2Length);
    const target = compactToTarget(job.shareBits);
    const time = choice.time ?? job.time;
    const version = choice.version ?? job.version;
    const header = {
      ...jobHeader(job, extranonce2, { time, version }),
      merkleRoot: jobMerkleRoot(job, extranonce2),
    };
    for (;;) {
      const nonce = this.nonce++;
      const hash = headerHash({ ...header, nonce });
      if (hashToInteger(hash) <= target === meets) {
        return {
          sequence: this.sequence++,
          jobId: job.id,
          extranonce1: job.extranonce1,
          extranonce2,
          time,
          nonce,
          version,
        };
      }
    }
  }

  /** Sends a share and waits for its result. */
  async send(share: Share, milliseconds = ANSWER_MS): Promise<ShareResult> {
    const from = this.results.all.length;
    await this.post(share);
    return this.results.take(result => result.sequence === share.sequence, from, milliseconds);
  }

  async post(share: Share): Promise<void> {
    await this.raw('share', encodeShare(share));
  }

  async raw(kind: Parameters<typeof topic>[1], payload: Uint8Array): Promise<void> {
    await this.client.publishAsync(topic(this.id, kind), Buffer.from(payload), { qos: 1 });
  }

  async close(): Promise<void> {
    await this.client.endAsync(true);
  }
}
