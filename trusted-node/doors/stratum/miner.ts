/**
 * One miner: its requests, its jobs, and its shares until they are answered. It is served once it has subscribed and a
 * worker of the owner's is authorised.
 */
import { hash, randomBytes } from 'node:crypto';
import { BIP320_MASK, type Job } from '../../../firmware/domain/job.js';
import { ShareCode } from '../../../firmware/domain/share.js';
import type { ShareResult } from '../../../firmware/protocol/mite/share.js';
import { type Stay, VerificationClosed, type Wish } from '../../ports/work.js';
import { easiestFor, softwareOf } from './agents.js';
import type { Hall, Household } from './household.js';
import { LOGIN_MS, MAX_MALFORMED, MAX_PENDING, MAX_REFUSED, MAX_SENT } from './limits.js';
import { readPassword } from './login.js';
import { RateMeter } from './rate.js';
import * as replies from './replies.js';
import {
  type Extensions,
  parseRequest,
  type Request,
  type RequestId,
  type SubmittedShare,
} from './requests.js';
import { ToldJobs } from './told-jobs.js';

/** The door's own name, for miners that ask. */
const SOFTWARE = 'mite-node';

/** uint32 that differs for different shares, but for chance. */
function contentOf({ jobId, extranonce2, time, nonce, versionBits }: SubmittedShare): number {
  const text = [jobId, Buffer.from(extranonce2).toString('hex'), time, nonce, versionBits].join();
  return hash('sha256', text, 'buffer').readUInt32LE(0);
}

/** What the miner is told through. */
export interface Line {
  readonly ended: boolean;
  /** Milliseconds since it last said something. */
  readonly silence: number;
  send(text: string): void;
  end(reason: string): void;
}

export class Miner {
  /** Whether it counts as authorised at its address. */
  wasAuthorised = false;
  private agent = '';
  /** Its extranonce; undefined until it has subscribed. */
  private session: number | undefined;
  private told: ToldJobs | undefined;
  private worker: string | undefined;
  private stay: Stay | undefined;
  private wishes: Wish = {};
  private takesExtranonce = false;
  private readonly begun: number;
  private readonly rateMeter: RateMeter;
  private malformed = 0;
  private refused = 0;
  /** Requests of shares that are not answered yet, by their sequence. */
  private readonly pending = new Map<number, { readonly id: RequestId; readonly jobId: number }>();
  /** Sequences of the newest shares of this connection. */
  private readonly sent = new Set<number>();
  private room: () => void = () => {};

  constructor(
    private readonly house: Household,
    private readonly hall: Hall,
    private readonly line: Line,
    /** Where it connects from. */
    readonly address: string,
    /** Called when a worker is about to be served here. @returns why not, e.g. since it is elsewhere already */
    private readonly claim: (device: string, miner: Miner) => string | undefined,
  ) {
    this.begun = house.now();
    this.rateMeter = new RateMeter(this.begun);
  }

  /** The worker's device; undefined until it is authorised. */
  get device(): string | undefined {
    return this.worker;
  }

  get silence(): number {
    return this.line.silence;
  }

  /** Whether the worker's work comes from here now, or will as soon as its session is stored. */
  get serves(): boolean {
    if (this.line.ended || this.worker === undefined) return false;
    return this.stay === undefined || this.house.sessions.get(this.worker) === this.stay;
  }

  async receive(text: string): Promise<void> {
    const request = parseRequest(text);
    try {
      if (request.kind !== 'malformed') {
        this.malformed = 0;
        await this.serve(request);
        return;
      }
      this.line.send(replies.refusal(request.id, replies.other(`Malformed request: ${request.reason}`)));
      if (++this.malformed >= MAX_MALFORMED) this.line.end('nothing but malformed lines');
    } catch (error) {
      if (error instanceof VerificationClosed) {
        this.line.end('the node stops');
        return;
      }
      this.house.log.error(
        { err: error, from: this.address, kind: request.kind },
        'a request could not be served',
      );
      this.line.send(replies.refusal(request.id, replies.other('Not possible now')));
    }
  }

  private async serve(request: Request): Promise<void> {
    const { id } = request;
    switch (request.kind) {
      case 'subscribe':
        return this.subscribe(id, request.agent, request.session);
      case 'authorize':
        return this.authorize(id, request.user, request.password);
      case 'submit':
        return this.submit(id, request.share);
      case 'configure':
        return this.configure(id, request.extensions);
      case 'suggest':
        this.line.send(replies.answer(id, true));
        if (request.target !== undefined) await this.wish({ suggested: request.target });
        return;
      case 'subscribe-extranonce':
        this.takeExtranonce();
        this.line.send(replies.answer(id, true));
        return;
      case 'version':
        this.line.send(replies.answer(id, SOFTWARE));
        return;
      case 'ping':
        this.line.send(replies.answer(id, 'pong'));
        return;
      case 'unknown':
        this.line.send(replies.refusal(id, replies.other('Unknown method')));
        return;
    }
  }

  private async subscribe(id: RequestId, agent: string, before: number | undefined): Promise<void> {
    if (this.session === undefined) {
      this.session = await this.house.sessions.reserve(before);
      this.agent = agent;
      const least = easiestFor(agent);
      if (least !== undefined) this.wishes = { least, ...this.wishes };
    }
    this.told ??= new ToldJobs(this.house.jobs.extranonceOf(this.session));
    this.told.takesExtranonce = this.takesExtranonce;
    this.line.send(replies.subscribed(id, this.session, this.told.extranonce));
    // Some say who they are first.
    if (this.worker === undefined || this.stay !== undefined) return;
    const fault = await this.begin(this.worker);
    if (fault !== undefined) this.line.end(fault);
    else await this.giveJob(this.worker);
  }

  private async authorize(id: RequestId, user: string, text: string): Promise<void> {
    const { workers, deviceLog } = this.house;
    const { addresses } = this.hall;
    const refuse = (reason: string): void =>
      this.line.send(replies.refusal(id, [replies.NOT_AUTHORISED[0], reason]));
    if (!addresses.mayTry(this.address)) {
      refuse('Too many refused logins');
      this.line.end('too many refused logins of its address');
      return;
    }
    const { secret, suggested } = readPassword(text);
    const admission = await workers.admit(user, secret);
    if (this.line.ended) return;
    if ('refused' in admission) {
      addresses.refused(this.address);
      // Not the name: it may be a secret in the wrong field.
      deviceLog.line(
        'warn',
        '',
        { from: this.address, reason: admission.refused },
        'a Stratum login was refused',
      );
      refuse(admission.refused);
      if (++this.refused >= MAX_REFUSED) this.line.end('too many refused logins');
      return;
    }
    const { device } = admission;
    if (this.worker !== undefined) {
      if (this.worker === device) this.line.send(replies.answer(id, true));
      else refuse('One worker a connection');
      return;
    }
    const taken = this.claim(device, this);
    if (taken !== undefined) {
      refuse(taken);
      return;
    }
    this.worker = device;
    if (suggested !== undefined) this.wishes = { ...this.wishes, suggested };
    const fault = this.session === undefined ? undefined : await this.begin(device);
    if (fault !== undefined) {
      refuse(fault);
      this.line.end(fault);
      return;
    }
    addresses.authorised(this.address);
    this.wasAuthorised = true;
    this.line.send(replies.answer(id, true));
    if (this.session !== undefined) await this.giveJob(device);
  }

  /** @returns why the worker cannot be served */
  private async begin(device: string): Promise<string | undefined> {
    const { sessions, presence, log } = this.house;
    const software = softwareOf(this.agent);
    const stay = await sessions.hello(
      device,
      {
        boot: randomBytes(8).toString('hex'),
        ...software,
        rate: 0,
        versionRolling: this.wishes.versionRolling === true,
        pools: true,
      },
      () => !this.line.ended,
      { session: this.session as number, wish: this.wishes },
    );
    if (stay === undefined) return 'Too many connections of this worker, or not its session';
    if (stay === null) return 'Gone';
    this.stay = stay;
    presence.came(device);
    log.info({ device, from: this.address, ...software }, 'a Stratum miner is served');
    return undefined;
  }

  private giveJob(device: string): Promise<void> {
    return this.house.jobs.give(device);
  }

  private async wish(wish: Wish): Promise<void> {
    this.wishes = { ...this.wishes, ...wish };
    if (this.stay === undefined || !this.serves) return;
    this.house.sessions.wish(this.stay, wish);
    await this.giveJob(this.stay.device);
  }

  /** BIP310. */
  private async configure(id: RequestId, { names, mask, leastTarget }: Extensions): Promise<void> {
    const result: { [name: string]: unknown } = {};
    const wish: { versionRolling?: boolean; least?: bigint } = {};
    for (const name of names) {
      result[name] = false;
      if (name === 'version-rolling' && (mask & BIP320_MASK) !== 0) {
        wish.versionRolling = true;
        result[name] = true;
        result[`${name}.mask`] = replies.hex32(mask & BIP320_MASK);
      } else if (name === 'minimum-difficulty' && leastTarget !== undefined) {
        wish.least = leastTarget;
        result[name] = true;
      } else if (name === 'subscribe-extranonce') {
        this.takeExtranonce();
        result[name] = true;
      } else if (name === 'info') result[name] = true;
    }
    this.line.send(replies.answer(id, result));
    if (Object.keys(wish).length > 0) await this.wish(wish);
  }

  private takeExtranonce(): void {
    this.takesExtranonce = true;
    if (this.told !== undefined) this.told.takesExtranonce = true;
  }

  private async submit(id: RequestId, submitted: SubmittedShare | undefined): Promise<void> {
    const { devices, shares } = this.house;
    const { told, stay } = this;
    if (told === undefined) return this.line.send(replies.refusal(id, replies.NOT_SUBSCRIBED));
    if (stay === undefined) return this.line.send(replies.refusal(id, replies.NOT_AUTHORISED));
    const { device } = stay;
    while (this.pending.size >= MAX_PENDING && !this.line.ended)
      await new Promise<void>(resolve => {
        this.room = resolve;
      });
    if (!devices.isActive(device) && !(await devices.find(device))) {
      this.line.send(replies.refusal(id, replies.NOT_AUTHORISED));
      this.line.end('the worker was revoked');
      return;
    }
    if (this.line.ended) return;
    const sequence = this.sequenceOf(submitted);
    if (submitted === undefined) {
      this.pending.set(sequence, { id, jobId: 0 });
      shares.malformed(device, { sequence, jobId: 0 });
      return;
    }
    const share = told.share(submitted, sequence);
    this.pending.set(sequence, { id, jobId: share.jobId });
    // Not awaited: the next one may be stored with it.
    shares.submit(device, share).catch(error => this.line.end(String(error)));
  }

  /**
   * The same share has the same sequence as long as its session goes on: sent again over another connection, it gets the
   * answer that got lost. Over the same one it is a duplicate.
   */
  private sequenceOf(share: SubmittedShare | undefined): number {
    let sequence = share === undefined ? this.hall.nextSequence() : contentOf(share);
    while (this.pending.has(sequence) || this.sent.has(sequence)) sequence = this.hall.nextSequence();
    this.sent.add(sequence);
    if (this.sent.size > MAX_SENT) this.sent.delete(this.sent.values().next().value as number);
    return sequence;
  }

  /** A share was judged; not one of this connection if its sequence is unknown. */
  answer({ sequence, code }: ShareResult): void {
    const request = this.pending.get(sequence);
    if (request === undefined) return;
    this.pending.delete(sequence);
    this.room();
    const good = code === ShareCode.accepted || code === ShareCode.block;
    if (good) this.rateMeter.add(this.told?.workOf(request.jobId) ?? 0n, this.house.now());
    this.line.send(
      good ? replies.answer(request.id, true) : replies.refusal(request.id, replies.shareFault(code)),
    );
  }

  /** Its newest job. */
  take(job: Job): void {
    const telling = this.told?.tell(job);
    if (telling === undefined) return;
    if ('unfit' in telling) this.line.end(telling.unfit);
    else this.line.send(telling.lines);
  }

  /** Time passed. */
  tick(): void {
    const now = this.house.now();
    if (!this.wasAuthorised && now - this.begun > LOGIN_MS) this.line.end('it did not log in');
  }

  /** What it does, for lists. */
  report(): void {
    if (this.stay === undefined || !this.serves) return;
    this.house.presence.said(this.stay.device, {
      state: 'mining',
      rate: this.rateMeter.rate(this.house.now()),
    });
  }

  /** The connection has ended. */
  gone(): void {
    this.room();
    const { sessions, presence } = this.house;
    if (this.stay === undefined || sessions.get(this.stay.device) !== this.stay) return;
    sessions.leave(this.stay.device);
    presence.went(this.stay.device);
  }
}
