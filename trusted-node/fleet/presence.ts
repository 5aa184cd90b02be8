/** Which boards are connected, and what they say about themselves: kept in memory, stored now and then. */
import { sql } from 'kysely';
import type { BoardStatus } from '../../firmware/protocol/mite/status.js';
import type { NodeEvent } from '../common/events.js';
import type { MinerState, Presence } from '../ports/boards.js';
import { type NodeDatabase, STATEMENT_ROWS } from '../ports/store.js';

/** State of a device that is not connected; before its first hello it has none. */
export const GONE = 'gone';

/** What a miner said last: a board says more than others. */
export type LastStatus = MinerState & Partial<BoardStatus>;

/** What was learned about a device since the last store. */
interface Said {
  /** Undefined: as before. */
  readonly rate?: number | undefined;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export class DevicePresence implements Presence {
  private readonly here = new Set<string>();
  /** The last status of those that are connected. */
  private readonly statuses = new Map<string, LastStatus>();
  /** What each device said about itself since the last store. */
  private readonly news = new Map<string, Said>();

  constructor(
    private readonly db: NodeDatabase,
    private readonly emit: (event: NodeEvent) => void,
  ) {}

  came(device: string): void {
    if (this.here.has(device)) return;
    this.here.add(device);
    this.note(device, 'connected');
    this.emit({ event: 'device', device, online: true });
  }

  went(device: string): void {
    if (!this.here.delete(device)) return;
    this.statuses.delete(device);
    this.note(device, GONE);
    this.emit({ event: 'device', device, online: false });
  }

  said(device: string, status: MinerState): void {
    if (this.here.has(device)) this.statuses.set(device, status);
    this.news.set(device, { rate: status.rate, state: stateText(status), at: Date.now() });
  }

  isHere(device: string): boolean {
    return this.here.has(device);
  }

  /** What a connected board said last; undefined before its first word. */
  statusOf(device: string): LastStatus | undefined {
    return this.statuses.get(device);
  }

  /** What the node itself sees of a device. */
  private note(device: string, state: string): void {
    this.news.set(device, { rate: this.news.get(device)?.rate, state, at: Date.now() });
  }

  /** At startup nobody is connected, whatever a killed run has left. */
  async begin(): Promise<void> {
    await this.db
      .updateTable('devices')
      .set({ state: GONE })
      .where('state', 'is not', null)
      .where('state', '!=', GONE)
      .execute();
  }

  /** Stores what the boards said about themselves since the last call. */
  async store(): Promise<void> {
    const news = [...this.news];
    this.news.clear();
    if (news.length === 0) return;
    await this.db.transaction().execute(async trx => {
      for (let i = 0; i < news.length; i += STATEMENT_ROWS) {
        const rows = news
          .slice(i, i + STATEMENT_ROWS)
          .map(([device, { rate, state, at }]) => sql`(${device}, ${rate ?? null}, ${state}, ${at})`);
        await sql`update devices set rate = coalesce(v.column2, rate), state = v.column3, last_seen = v.column4
          from (values ${sql.join(rows)}) as v where id = v.column1`.execute(trx);
      }
    });
  }
}

const kilobytes = (bytes: number) => Math.floor(bytes / 1024);

/** A board's state for people, made from the bounded parts of its own message. */
function stateText(miner: MinerState): string {
  const { state, fault, pausedBy, budget, temperature, freeHeap, minFreeHeap } = miner;
  let text: string = state;
  if (state === 'fault' && fault !== undefined) text += `: ${fault}`;
  if (state === 'paused' && pausedBy !== undefined) text += ` by ${pausedBy.split(',').join(', ')}`;
  if (budget !== undefined && budget < 100) text += ` at ${budget} %`;
  if (temperature !== undefined) text += `, ${temperature} C`;
  if (freeHeap === undefined || minFreeHeap === undefined) return text;
  return `${text}, ${kilobytes(freeHeap)} KB free (least ${kilobytes(minFreeHeap)})`;
}
