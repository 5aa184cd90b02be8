/**
 * Which session works on what: takes templates from the upstream, stores them, and gives every present session its job.
 * Tip changes go out at once as clean jobs; changes of the mempool and of the time go out at a bounded rate.
 */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import type { Clock } from '../common/clock.js';
import type { NodeEvent } from '../common/events.js';
import type { Logger } from '../common/logger.js';
import { SingleFlight } from '../common/single-flight.js';
import type { Door } from '../ports/door.js';
import { RETRY_MS } from '../ports/store.js';
import {
  type Admit,
  type Relay,
  type RelayedWork,
  type Template,
  type Upstream,
  UpstreamAway,
} from '../ports/upstream.js';
import type { Extranonce, JobGiver } from '../ports/work.js';
import { describeClock, isClockBehind } from './clock.js';
import type { JobStore } from './jobs.js';
import { ExtranonceLeases, isRelayed, voidedBy } from './relay.js';
import { type ActiveSession, type Sessions, shareTargetOf } from './sessions.js';
import { EXTRANONCE2_LENGTH, type GroupTemplate, sameTemplate, sessionExtranonce } from './templates.js';

/** Least time between two templates on the same tip, milliseconds. */
const MIN_RENEWAL = 5_000;
/** Old jobs are deleted with every tip, and after this time without one (ms). */
const PRUNE_INTERVAL = 600_000;

interface Current {
  readonly template: Template | RelayedWork;
  readonly groups: ReadonlyMap<string, GroupTemplate>;
}

export class JobAssignment implements JobGiver {
  private current: Current | undefined;
  private readonly renewal = new SingleFlight(() => this.build());
  /** When the newest renewal began, monotonic milliseconds. */
  private begun = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private announced = '';
  /** When old jobs were deleted last, monotonic milliseconds. */
  private pruned = 0;
  /** The clock is too far behind for any block to be taken: there are no jobs. */
  private late = false;
  /** Sessions that wait for a job of their own, without a new template. */
  private readonly due = new Set<string>();
  private assigning: Promise<void> = Promise.resolve();
  private readonly leases = new ExtranonceLeases();
  /** Who gets no job of the pool, and was said to: for want of room, or of a firmware that takes one. */
  private readonly leftOut = new Map<string, string>();

  constructor(
    private readonly options: {
      readonly upstream: Upstream;
      readonly jobs: JobStore;
      readonly sessions: Sessions;
      readonly door: Pick<Door, 'giveJob' | 'announceTip'>;
      readonly log: Logger;
      readonly emit: (event: NodeEvent) => void;
      readonly clock: Clock;
      /** Output script of a payout group. */
      readonly scriptOf: (group: string) => Uint8Array;
      /** What a template may include; undefined: everything. Called for each. */
      readonly admission: () => Promise<Admit | undefined>;
      readonly refreshSeconds: number;
      /** Monotonic milliseconds. */
      readonly now: () => number;
    },
  ) {}

  /** The tip has changed. */
  tipChanged(): void {
    void this.announceTip();
    this.renew();
  }

  /** The mempool has changed: a new template as soon as the last one is old enough. */
  poolChanged(): void {
    if (this.current === undefined || this.timer !== undefined) return;
    const wait = this.begun + MIN_RENEWAL - this.options.now();
    this.later(Math.max(0, wait));
  }

  /** Time passed. */
  tick(): void {
    const { refreshSeconds, now, clock } = this.options;
    if (this.renewal.busy) return;
    const old = now() - this.begun >= refreshSeconds * 1000;
    if (old || this.current === undefined || isClockBehind(this.current.template, clock())) this.renew();
  }

  /** The link to the boards is up (again): they may have missed the newest jobs and the tip. */
  async linkUp(): Promise<void> {
    this.announced = '';
    await this.announceTip();
    for (const session of this.options.sessions.all()) this.due.add(session.device);
    await this.flush();
  }

  /** Gives a miner a job now: its session is new, or its difficulty changed. */
  async give(device: string): Promise<void> {
    this.due.add(device);
    await this.flush();
  }

  extranonceOf(session: number): Extranonce {
    const template = this.current?.template;
    if (template !== undefined && isRelayed(template)) {
      const { space } = template.relay;
      // As templates.ts makes jobs of it.
      const extranonce1 =
        space.miners === 0 ? template.prefix.slice(-1) : this.lease(session, template.relay);
      if (extranonce1 !== undefined) return { extranonce1, extranonce2Length: space.own };
    }
    return { extranonce1: sessionExtranonce(session), extranonce2Length: EXTRANONCE2_LENGTH };
  }

  private lease(session: number, relay: Relay): Uint8Array | undefined {
    const present = (id: number): boolean => this.options.sessions.all().some(other => other.id === id);
    return this.leases.lease(session, relay, present);
  }

  private later(milliseconds: number): void {
    if (this.timer !== undefined || this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.renew();
    }, milliseconds);
  }

  private renew(): void {
    if (!this.closed) void this.renewal.rerun();
  }

  private async build(): Promise<void> {
    if (this.closed) return;
    this.begun = this.options.now();
    try {
      await this.makeTemplate();
    } catch (error) {
      // It says itself what is wrong. Boards go on with the jobs they have, and get none that is old.
      if (error instanceof UpstreamAway) this.current = undefined;
      else this.options.log.error({ err: error }, 'no new template');
      this.later(RETRY_MS);
    }
  }

  private async makeTemplate(): Promise<void> {
    const { upstream, jobs, sessions, scriptOf, admission, log, clock } = this.options;
    const at = this.begun;
    const template = await upstream.template(clock(), await admission());
    this.lookAtClock(template);
    if (this.late) return;
    const old = this.current;
    // Every group with a connected device; others get theirs when one of their devices says hello.
    const groups = new Set([...sessions.all().map(session => session.group), ...(old?.groups.keys() ?? [])]);
    const scripts = new Map([...groups].map(group => [group, scriptOf(group)]));
    const made = await jobs.addTemplate(template, scripts);
    this.current = { template, groups: made };
    const fresh = old === undefined || old.template.height !== template.height;
    if (old === undefined || !sameTemplate(old.template, template)) {
      const made = isRelayed(template)
        ? { job: template.relay.job }
        : { transactions: template.transactions.length };
      log.debug({ height: template.height, ...made }, 'new template');
    }
    for (const session of sessions.all()) this.due.add(session.device);
    await this.flush();
    if (!fresh && at - this.pruned < PRUNE_INTERVAL) return;
    this.pruned = at;
    await jobs.prune(template.height);
  }

  /** Reports once that the clock is wrong, and once that it is right again. */
  private lookAtClock(template: Template | RelayedWork): void {
    const { upstream, log, emit, clock } = this.options;
    const [now, { time }] = [clock(), upstream.tip()];
    const late = isClockBehind(template, now);
    if (late) this.current = undefined;
    if (late === this.late) return;
    this.late = late;
    if (late) log.error({ clock: now, tip: time }, describeClock(now, time));
    else log.info({ clock: now, tip: time }, 'the clock is right again: boards get jobs');
    emit({ event: 'clock', behind: late ? time - now : 0 });
  }

  /** Stores and sends the due jobs. One at a time, so that a session's jobs go out in order. */
  private flush(): Promise<void> {
    this.assigning = this.assigning
      .then(() => this.assignDue())
      .catch(error => {
        this.options.log.error({ err: error }, 'jobs could not be given out');
        this.later(RETRY_MS);
      });
    return this.assigning;
  }

  private async groupTemplate(group: string): Promise<GroupTemplate | undefined> {
    const { current } = this;
    if (current === undefined) return undefined;
    const known = current.groups.get(group);
    if (known !== undefined) return known;
    const made = await this.options.jobs.addTemplate(
      current.template,
      new Map([[group, this.options.scriptOf(group)]]),
    );
    if (this.current === current) {
      this.current = { ...current, groups: new Map([...current.groups, ...made]) };
    }
    return made.get(group);
  }

  private async assignDue(): Promise<void> {
    const { upstream, clock } = this.options;
    if (this.current === undefined || isClockBehind(this.current.template, clock())) {
      if (!this.renewal.busy) this.renew();
      return;
    }
    // A template on an old tip is worthless: the renewal under way will serve everybody.
    if (bytesToHex(this.current.template.previousHash) !== bytesToHex(upstream.tip().hash)) return;
    // Removed before any await: whoever becomes due meanwhile stays due.
    const due = [...this.due];
    this.due.clear();
    try {
      await this.assign(due);
    } catch (error) {
      for (const device of due) this.due.add(device);
      throw error;
    }
  }

  private async assign(due: readonly string[]): Promise<void> {
    const { jobs, sessions, clock } = this.options;
    const requests = [];
    const sessionOf = new Map<number, ActiveSession>();
    for (const device of due) {
      const session = sessions.get(device);
      const template = session && (await this.groupTemplate(session.group));
      // A miner that reconnected meanwhile is due again.
      if (session === undefined || sessions.get(device) !== session) continue;
      if (template === undefined) {
        this.due.add(device);
        continue;
      }
      const extranonce1 = template.relay && this.leaseFor(session, template);
      if (extranonce1 === null) continue;
      sessionOf.set(session.id, session);
      requests.push({
        session: session.id,
        device,
        template,
        ...shareTargetOf(session),
        versionRolling: session.versionRolling,
        clean: session.assignedPrevious !== voidedBy(template),
        extranonce1,
      });
    }
    const made = await jobs.assign(requests, clock());
    const workOf = new Map(requests.map(request => [request.session, request.work]));
    for (const { device, session: id, job, template } of made) {
      const session = sessionOf.get(id);
      if (session === undefined || sessions.get(device) !== session) continue;
      session.assignedWork = workOf.get(id);
      session.assignedPrevious = voidedBy(template);
      this.options.door.giveJob(device, job);
    }
  }

  /** What a pool's job has to tell this session from others; null: it gets none. */
  private leaseFor(session: ActiveSession, { relay }: GroupTemplate): Uint8Array | null {
    const { log } = this.options;
    const lease = session.pools ? this.lease(session.id, relay!) : undefined;
    if (lease !== undefined) {
      this.leftOut.delete(session.device);
      return lease;
    }
    const text = session.pools
      ? `no job: the pool leaves room for ${256 ** relay!.space.miners} miners only (extranonce2 is too short)`
      : "no job: this board's firmware does not take those of a pool; update it";
    if (this.leftOut.get(session.device) !== text) log.warn({ device: session.device }, text);
    this.leftOut.set(session.device, text);
    return null;
  }

  /** Once per tip. */
  private async announceTip(): Promise<void> {
    const { hash: tip, height, header } = this.options.upstream.tip();
    const hash = bytesToHex(tip);
    if (hash === this.announced) return;
    this.announced = hash;
    if (header !== undefined) this.options.door.announceTip({ height, header });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.renewal.ended();
    await this.assigning;
  }
}
