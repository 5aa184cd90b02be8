/** Sessions: one boot of one device, its extranonce1 and its difficulty. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Hello } from '../../firmware/protocol/mite/hello.js';
import { TokenBuckets } from '../common/token-bucket.js';
import { type NodeDatabase, type Queries, STATEMENT_ROWS } from '../ports/store.js';
import type { MinerSessions, Told, Wish } from '../ports/work.js';
import { type Difficulties, stepFor, withWish } from './difficulty-steps.js';
import type { JobStore } from './jobs.js';
import { MAX_SESSION, SessionNumbers } from './session-numbers.js';
import { onShare, onTick, resumeVardiff, startVardiff, type Vardiff, workForRate } from './vardiff.js';

/** Hellos (or new `online`s) of one device. Each new boot costs an extranonce. */
const HELLOS = { burst: 10, interval: 6_000 };

/** What the session's next share should take; with the compact target where the miner is told its difficulty. */
export function shareTargetOf({ vardiff, difficulties }: ActiveSession): { work: bigint; bits?: number } {
  return difficulties === undefined ? { work: vardiff.work } : stepFor(vardiff.work, difficulties);
}

/** The session a device is in now. */
export interface ActiveSession {
  readonly id: number;
  readonly device: string;
  readonly boot: string;
  readonly group: string;
  versionRolling: boolean;
  /** It takes jobs whose coinbase a pool made. */
  readonly pools: boolean;
  vardiff: Vardiff;
  /** Of a miner that is told difficulties. */
  difficulties: Difficulties | undefined;
  /** Expected hashes of the newest job's share; undefined before the first job. */
  assignedWork: bigint | undefined;
  /** Previous hash of the newest job, hex: the next job with a different one is clean. */
  assignedPrevious: string | undefined;
  /** Difficulty as stored for the next boot. */
  storedWork: bigint | undefined;
  /** The board says that it is not mining. */
  resting: boolean;
}

export class Sessions implements MinerSessions {
  private readonly active = new Map<string, ActiveSession>();
  /** Last sessions of offline devices. */
  private readonly left = new Map<string, ActiveSession>();
  /**
   * The newest hello of each device that waits for the database: a device that leaves meanwhile does not count as
   * connected.
   */
  private readonly arriving = new Map<string, object>();
  private readonly hellos: TokenBuckets;
  private readonly numbers: SessionNumbers;

  /** @param now monotonic milliseconds */
  constructor(
    private readonly db: NodeDatabase,
    private readonly jobs: JobStore,
    private readonly now: () => number,
    /** Expected hashes of a first share without a hint; undefined: for 20 kH/s. */
    private readonly startWork: bigint | undefined,
  ) {
    this.hellos = new TokenBuckets(HELLOS, now);
    this.numbers = new SessionNumbers(db);
  }

  async reserve(before?: number): Promise<number> {
    const known =
      before !== undefined &&
      (await this.db.selectFrom('sessions').select('id').where('id', '=', before).executeTakeFirst());
    return known ? known.id : this.numbers.next();
  }

  wish(session: ActiveSession, wish: Wish): void {
    const difficulties = withWish(session.difficulties ?? {}, wish);
    session.difficulties = difficulties;
    session.versionRolling = wish.versionRolling ?? session.versionRolling;
    const { suggested } = difficulties;
    if (wish.suggested !== undefined && suggested !== undefined)
      session.vardiff = startVardiff(suggested.work, this.now());
  }

  get(device: string): ActiveSession | undefined {
    return this.active.get(device);
  }

  all(): readonly ActiveSession[] {
    return [...this.active.values()];
  }

  /** The device is gone; a hello of the same boot can resume its session. */
  leave(device: string): void {
    this.arriving.delete(device);
    const session = this.active.get(device);
    if (session === undefined) return;
    this.active.delete(device);
    this.left.set(device, session);
  }

  /** @param begin told whether this is still the device's newest arrival, and the device has not left since */
  private async arrive<T>(
    device: string,
    stands: () => boolean,
    begin: (here: () => boolean) => Promise<T>,
  ): Promise<T> {
    const arrival = {};
    const newest = () => this.arriving.get(device) === arrival;
    this.arriving.set(device, arrival);
    try {
      return await begin(() => newest() && stands());
    } finally {
      if (newest()) this.arriving.delete(device);
    }
  }

  /**
   * A device says hello: its session, new or resumed.
   * @param stands whether its connection is still up
   * @returns undefined when the device is unknown, revoked or too noisy; null when it left meanwhile
   * @throws Error when the session cannot be stored, or no extranonce is left
   */
  async hello(
    device: string,
    hello: Hello,
    stands: () => boolean = () => true,
    told?: Told,
  ): Promise<ActiveSession | undefined | null> {
    if (!this.hellos.take(device)) return undefined;
    return this.arrive(device, stands, here => this.begin(device, hello, here, told));
  }

  private async begin(
    device: string,
    hello: Hello,
    here: () => boolean,
    told: Told | undefined,
  ): Promise<ActiveSession | undefined | null> {
    const session = await this.db.transaction().execute(async trx => {
      const known = await activeDevice(trx, device);
      if (known === undefined) return undefined;
      const moment = Date.now();
      const resumed =
        told &&
        (await trx
          .selectFrom('sessions')
          .select(['device', 'boot'])
          .where('id', '=', told.session)
          .executeTakeFirst());
      if (resumed !== undefined && resumed.device !== device) return undefined;
      const boot = resumed?.boot ?? hello.boot;
      await trx
        .updateTable('devices')
        .set({ last_seen: moment, board: hello.board, firmware: hello.firmware })
        .where('id', '=', device)
        .execute();
      const rolling = hello.versionRolling ? 1 : 0;
      const pools = hello.pools ? 1 : 0;
      const row = await trx
        .insertInto('sessions')
        .values({
          ...(told !== undefined && resumed === undefined && { id: told.session }),
          device,
          boot,
          rate: hello.rate,
          version_rolling: rolling,
          pools,
          created_at: moment,
          seen_at: moment,
        })
        .onConflict(conflict =>
          conflict
            .columns(['device', 'boot'])
            .doUpdateSet({ seen_at: moment, rate: hello.rate, version_rolling: rolling, pools }),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      if (row.id > MAX_SESSION) throw new Error('all extranonces are used up');
      return { id: row.id, group: known.payout_group, work: known.work };
    });
    if (session === undefined) return undefined;
    const previous = await this.jobs.lastPrevious(session.id);
    if (!here()) return null;
    const now = this.now();
    const old = this.active.get(device) ?? this.left.get(device);
    this.left.delete(device);
    const active: ActiveSession = {
      id: session.id,
      device,
      boot: hello.boot,
      group: session.group,
      versionRolling: hello.versionRolling,
      difficulties: undefined,
      pools: hello.pools === true,
      vardiff:
        old?.id === session.id
          ? resumeVardiff(old.vardiff, now)
          : resumeVardiff(startVardiff(this.firstWork(hello.rate, session.work), now), now),
      assignedWork: undefined,
      assignedPrevious: previous && Buffer.from(previous).toString('hex'),
      storedWork: undefined,
      resting: false,
    };
    if (told !== undefined) this.wish(active, told.wish);
    this.active.set(device, active);
    return active;
  }

  /**
   * A session for a device that is online but whose hello was not heard (it came while this node or its link to an
   * external broker was down). It gets a new extranonce, since the board may have rebooted meanwhile.
   * @returns as {@link hello}
   */
  async resume(
    device: string,
    stands: () => boolean = () => true,
  ): Promise<ActiveSession | undefined | null> {
    if (this.arriving.has(device)) return null; // its hello was heard
    if (!this.hellos.take(device)) return undefined;
    return this.arrive(device, stands, here => this.beginUnheard(device, here));
  }

  private async beginUnheard(device: string, here: () => boolean): Promise<ActiveSession | undefined | null> {
    const found = await this.db.transaction().execute(async trx => {
      const known = await activeDevice(trx, device);
      if (known === undefined) return undefined;
      const last = await trx
        .selectFrom('sessions')
        .select(['id', 'rate', 'version_rolling', 'pools'])
        .where('device', '=', device)
        .orderBy('seen_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      const moment = Date.now();
      const boot = `unheard-${randomBytes(8).toString('hex')}`;
      const rate = last?.rate ?? 0;
      const rolling = last?.version_rolling ?? 0;
      const pools = last?.pools ?? 0;
      const row = await trx
        .insertInto('sessions')
        .values({ device, boot, rate, version_rolling: rolling, pools, created_at: moment, seen_at: moment })
        .returning('id')
        .executeTakeFirstOrThrow();
      if (row.id > MAX_SESSION) throw new Error('all extranonces are used up');
      return {
        id: row.id,
        boot,
        rate,
        rolling,
        pools,
        last: last?.id,
        group: known.payout_group,
        work: known.work,
      };
    });
    if (found === undefined) return undefined;
    const previous = found.last === undefined ? undefined : await this.jobs.lastPrevious(found.last);
    const known = this.active.get(device);
    if (known !== undefined) return known;
    if (!here()) return null;
    const now = this.now();
    const active: ActiveSession = {
      id: found.id,
      device,
      boot: found.boot,
      group: found.group,
      versionRolling: found.rolling === 1,
      difficulties: undefined,
      pools: found.pools === 1,
      vardiff: resumeVardiff(startVardiff(this.firstWork(found.rate, found.work), now), now),
      assignedWork: undefined,
      assignedPrevious: previous && Buffer.from(previous).toString('hex'),
      storedWork: undefined,
      resting: false,
    };
    this.active.set(device, active);
    return active;
  }

  /** The hint decides, unless vardiff's earlier estimate is close to it and therefore more exact. */
  private firstWork(rate: number, stored: string | null): bigint {
    const known = stored === null ? undefined : BigInt(stored);
    if (rate === 0) return this.startWork ?? known ?? workForRate(0);
    const hinted = workForRate(rate);
    return known !== undefined && known < hinted * 4n && hinted < known * 4n ? known : hinted;
  }

  /** An accepted share of the device's current session. @returns true when a new job is due for its difficulty */
  credited(session: ActiveSession, target: bigint): boolean {
    session.vardiff = onShare(session.vardiff, target, this.now());
    return isDue(session);
  }

  /** Time passed. @returns the sessions that need an easier job */
  tick(): ActiveSession[] {
    const changed: ActiveSession[] = [];
    for (const session of this.active.values()) {
      if (session.resting) continue;
      session.vardiff = onTick(session.vardiff, this.now());
      if (isDue(session)) changed.push(session);
    }
    return changed;
  }

  /** What a board says about itself: one that does not mine is not slow, and keeps its difficulty. */
  resting(device: string, rests: boolean): void {
    const session = this.active.get(device);
    if (session === undefined || session.resting === rests) return;
    session.resting = rests;
    if (!rests) session.vardiff = resumeVardiff(session.vardiff, this.now());
  }

  /** Remembers each board's difficulty for its next boot. */
  async store(): Promise<void> {
    const sessions = this.all();
    const changed = sessions.filter(session => session.storedWork !== session.vardiff.work);
    const works = changed.map(session => session.vardiff.work);
    const rows = changed.map(({ device }, i) => sql`(${device}, ${works[i]!.toString()})`);
    await this.db.transaction().execute(async trx => {
      for (let i = 0; i < rows.length; i += STATEMENT_ROWS) {
        const values = sql.join(rows.slice(i, i + STATEMENT_ROWS));
        await sql`update devices set work = v.column2 from (values ${values}) as v where id = v.column1`.execute(
          trx,
        );
      }
      for (let i = 0; i < sessions.length; i += STATEMENT_ROWS) {
        const ids = sessions.slice(i, i + STATEMENT_ROWS).map(session => session.id);
        await trx.updateTable('sessions').set({ seen_at: Date.now() }).where('id', 'in', ids).execute();
      }
    });
    changed.forEach((session, i) => {
      session.storedWork = works[i];
    });
  }
}

/** Whether the difficulty of its newest job is no longer what it should have. */
function isDue(session: ActiveSession): boolean {
  return session.assignedWork !== undefined && shareTargetOf(session).work !== session.assignedWork;
}

async function activeDevice(trx: Queries, device: string) {
  const known = await trx
    .selectFrom('devices')
    .select(['payout_group', 'work', 'revoked_at'])
    .where('id', '=', device)
    .executeTakeFirst();
  return known?.revoked_at === null ? known : undefined;
}
