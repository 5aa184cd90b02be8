/**
 * What accepted shares prove over time: exact for the last hour, in memory; by quarters of an hour for two days and by
 * hours for a month, in the database. Statistics: what each device earned is counted elsewhere.
 */
import { sql } from 'kysely';
import { workOfTarget } from '../../firmware/domain/target.js';
import { DAY_MS } from '../common/clock.js';
import { type NodeDatabase, STATEMENT_ROWS } from '../ports/store.js';
import { type Proven, provenRate, type ShareCount } from './proven.js';

/** Seconds that a stored point covers, and how long it is kept (ms). */
const STEPS = [
  { step: 900, keep: 2 * DAY_MS },
  { step: 3600, keep: 32 * DAY_MS },
] as const;
const [FINE, COARSE] = STEPS;
/** Minutes kept in memory for the rate of the last hour. */
const WINDOW_MINUTES = 60;
const MINUTE_MS = 60_000;

export interface Point {
  /** milliseconds since 1970, where it begins */
  at: number;
  /** hashes a second */
  rate: number;
  shares: number;
}

interface Minute {
  readonly minute: number;
  /** shares by expected hashes */
  readonly counts: Map<bigint, number>;
}

interface Sum {
  readonly device: string;
  readonly step: number;
  readonly at: number;
  work: bigint;
  shares: number;
}

export class RateHistory {
  private readonly minutes = new Map<string, Minute[]>();
  /** What is not stored yet. */
  private sums = new Map<string, Sum>();
  private readonly started = Date.now();

  constructor(private readonly db: NodeDatabase) {}

  /** A share was accepted. @param target its job's, 256 bits */
  credited(device: string, target: bigint, now = Date.now()): void {
    const work = workOfTarget(target);
    const minute = Math.floor(now / MINUTE_MS);
    const list = this.minutes.get(device) ?? [];
    this.minutes.set(device, list);
    let last = list.at(-1);
    if (last?.minute !== minute) {
      last = { minute, counts: new Map() };
      list.push(last);
      while (list[0]!.minute <= minute - WINDOW_MINUTES) list.shift();
    }
    last.counts.set(work, (last.counts.get(work) ?? 0) + 1);
    for (const { step } of STEPS) {
      const at = now - (now % (step * 1000));
      const key = `${device}/${step}/${at}`;
      const sum = this.sums.get(key) ?? { device, step, at, work: 0n, shares: 0 };
      sum.work += work;
      sum.shares++;
      this.sums.set(key, sum);
    }
  }

  /** What the shares of the last hour prove, or since this node started. @param devices all of them when left out */
  proven(device?: string, now = Date.now()): Proven {
    const oldest = Math.floor(now / MINUTE_MS) - WINDOW_MINUTES;
    const counts: ShareCount[] = [];
    const lists = device === undefined ? this.minutes.values() : [this.minutes.get(device) ?? []];
    for (const list of lists)
      for (const { minute, counts: found } of list)
        if (minute > oldest) for (const [work, count] of found) counts.push({ work, count });
    const window = (WINDOW_MINUTES - 1) * 60 + (now % MINUTE_MS) / 1000;
    return provenRate(counts, Math.max(1, Math.min(window, (now - this.started) / 1000)));
  }

  /** Adds what came since the last call. A point's work is added in whole hashes, which its column holds exactly. */
  async store(): Promise<void> {
    const sums = [...this.sums.values()];
    if (sums.length === 0) return;
    this.sums = new Map();
    try {
      await this.db.transaction().execute(async trx => {
        for (let i = 0; i < sums.length; i += STATEMENT_ROWS)
          await trx
            .insertInto('rate_history')
            .values(sums.slice(i, i + STATEMENT_ROWS).map(sum => ({ ...sum, work: sum.work.toString() })))
            .onConflict(conflict =>
              conflict.columns(['device', 'step', 'at']).doUpdateSet({
                work: sql<string>`cast(cast(rate_history.work as bigint) + cast(excluded.work as bigint) as text)`,
                shares: sql<number>`rate_history.shares + excluded.shares`,
              }),
            )
            .execute();
      });
    } catch (error) {
      for (const sum of sums) this.putBack(sum);
      throw error;
    }
  }

  private putBack(sum: Sum): void {
    const key = `${sum.device}/${sum.step}/${sum.at}`;
    const since = this.sums.get(key);
    if (since === undefined) this.sums.set(key, sum);
    else {
      since.work += sum.work;
      since.shares += sum.shares;
    }
  }

  async prune(now = Date.now()): Promise<void> {
    for (const { step, keep } of STEPS)
      await this.db
        .deleteFrom('rate_history')
        .where('step', '=', step)
        .where('at', '<', now - keep)
        .execute();
  }

  /** The stored points of the last `seconds`, the oldest first; times without shares have a rate of 0. */
  async curve(device: string, seconds: number, now = Date.now()): Promise<{ step: number; points: Point[] }> {
    const { step } = seconds * 1000 <= FINE.keep ? FINE : COARSE;
    const width = step * 1000;
    const last = now - (now % width);
    const first = last - Math.floor(seconds / step) * width + width;
    const rows = await this.db
      .selectFrom('rate_history')
      .select(['at', 'work', 'shares'])
      .where('device', '=', device)
      .where('step', '=', step)
      .where('at', '>=', first)
      .execute();
    const found = new Map(rows.map(row => [Number(row.at), row]));
    const points: Point[] = [];
    for (let at = first; at <= last; at += width) {
      const row = found.get(at);
      // The newest point is not over yet.
      const time = at === last ? Math.max(1, (now - last) / 1000) : step;
      points.push({ at, rate: row === undefined ? 0 : Number(row.work) / time, shares: row?.shares ?? 0 });
    }
    return { step, points };
  }
}
