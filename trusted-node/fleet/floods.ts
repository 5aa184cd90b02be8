/** Devices that send more than they may: told once, and kept for `mite-node status`. */
import { sql } from 'kysely';
import type { NodeEvent } from '../common/events.js';
import type { Logger } from '../common/logger.js';
import type { NodeDatabase, Queries } from '../ports/store.js';

/** A device is slowed, or cut off. */
export interface Flooding {
  readonly device: string;
  /** Of its messages. */
  readonly kind: string;
  /** For how long it is cut off (ms); 0: it is only slowed. */
  readonly cutFor: number;
}

export class FloodRecord {
  /** Not stored yet. */
  private readonly news = new Map<
    string,
    { kind: string; at: number; cutUntil: number | null; cuts: number }
  >();

  constructor(
    private readonly db: NodeDatabase,
    private readonly log: Logger,
    private readonly emit: (event: NodeEvent) => void,
  ) {}

  note({ device, kind, cutFor }: Flooding): void {
    const at = Date.now();
    const cuts = (this.news.get(device)?.cuts ?? 0) + (cutFor > 0 ? 1 : 0);
    this.news.set(device, { kind, at, cutUntil: cutFor > 0 ? at + cutFor : null, cuts });
    this.emit({ event: 'flood', device, kind, cutFor });
    if (cutFor === 0) this.log.warn({ device, kind }, 'a device sends more than it may: it is slowed');
    else
      this.log.warn(
        { device, kind, seconds: cutFor / 1000 },
        'a device goes on sending more than it may: it is cut off for a while',
      );
  }

  async store(): Promise<void> {
    const news = [...this.news];
    this.news.clear();
    if (news.length === 0) return;
    await this.db.transaction().execute(async trx => {
      for (const [device, { kind, at, cutUntil, cuts }] of news)
        await trx
          .insertInto('floods')
          .values({ device, kind, at, cut_until: cutUntil, cuts })
          .onConflict(conflict =>
            conflict.column('device').doUpdateSet({
              kind,
              at,
              cut_until: sql`coalesce(${cutUntil}, floods.cut_until)`,
              cuts: sql`floods.cuts + ${cuts}`,
            }),
          )
          .execute();
    });
  }
}

export interface FloodRow {
  readonly device: string;
  readonly kind: string;
  readonly at: number;
  readonly cutUntil: number | undefined;
  readonly cuts: number;
}

/** @param since milliseconds since 1970: older ones are left out */
export async function recentFloods(db: Queries, since: number): Promise<FloodRow[]> {
  const rows = await db.selectFrom('floods').selectAll().where('at', '>=', since).orderBy('device').execute();
  return rows.map(({ device, kind, at, cut_until, cuts }) => ({
    device,
    kind,
    at,
    cutUntil: cut_until ?? undefined,
    cuts,
  }));
}
