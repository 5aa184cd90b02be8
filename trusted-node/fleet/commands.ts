/**
 * Commands for boards. The command line queues them in the database; the running node sends each device's in order, one
 * at a time, and stores what the board answers. A setting waits for an offline board; what is only meant for now does
 * not.
 */
import { randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import {
  COMMANDS,
  type Command,
  encodeCommand,
  isRemoteKey,
  REMOTE_KEYS,
  type Reply,
} from '../../firmware/protocol/mite/command.js';
import { DAY_MS } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import type { BoardCommands } from '../ports/boards.js';
import type { BoardDoor } from '../ports/door.js';
import type { NodeDatabase, NodeTables } from '../ports/store.js';
import { lastId } from '../store/dialect.js';
import { DeviceError } from './devices.js';

/** The most commands that may wait for one device. */
export const MAX_WAITING = 32;
/** How long a board has to answer (ms), and how often it is asked again in one session. */
const ANSWER_MS = 10_000;
const ATTEMPTS = 3;
/** A command meant for now is dropped if the board has not connected by then (ms). */
const NOW_MS = 60_000;
/** How long answered commands are kept (ms), for whoever waits for the answer. */
const KEEP_MS = DAY_MS;
/** An id is above the last one by up to this much, at random, and a database's first one above the clock's. */
const ID_STEP = 256;
const FIRST_ID_STEP = 1 << 20;

export interface CommandRequest {
  readonly cmd: Command['cmd'];
  readonly key?: string | undefined;
  /** With 'set'; with 'forget-chain' the owner's signature. */
  readonly value?: string | undefined;
}

/** As it is sent. */
function wireOf(id: number, { cmd, key, value }: CommandRequest): Command {
  return cmd === 'forget-chain' ? { id, cmd, sig: value } : { id, cmd, key, value };
}

/**
 * An id above all in this database, and above the seconds since 1970. A board takes its last command's id for a
 * repetition, and that may come from a database that is gone, or of which this is an older copy: mere counting would
 * reach the same number again. Both clocks and counters can be set back, so part of the id is random.
 */
async function nextId(trx: Transaction<NodeTables>): Promise<number> {
  const last = await lastId(trx, 'commands');
  const seconds = Math.floor(Date.now() / 1000);
  return Math.max(last ?? 0, seconds) + randomInt(1, last === undefined ? FIRST_ID_STEP : ID_STEP);
}

/** @throws DeviceError on an unknown or revoked device, a setting that a node may not change, or too many that wait */
export async function queueCommand(
  db: NodeDatabase,
  device: string,
  request: CommandRequest,
): Promise<number> {
  const { cmd, key = null, value = null } = request;
  if (!COMMANDS.includes(cmd)) throw new DeviceError(`there is no command ${cmd}`);
  if (cmd === 'set' && !isRemoteKey(key ?? '')) {
    throw new DeviceError(`a node cannot set ${key || 'that'}, only ${REMOTE_KEYS.join(', ')}`);
  }
  try {
    encodeCommand(wireOf(0, request));
  } catch {
    throw new DeviceError('a value is at most 128 printable ASCII characters');
  }
  return db.transaction().execute(async trx => {
    const known = await trx
      .selectFrom('devices')
      .select('revoked_at')
      .where('id', '=', device)
      .executeTakeFirst();
    if (known === undefined || known.revoked_at !== null) {
      throw new DeviceError(
        known === undefined
          ? `there is no device ${device} (mite-node device list)`
          : `device ${device} is revoked`,
      );
    }
    await trx
      .deleteFrom('commands')
      .where('answered_at', '<', Date.now() - KEEP_MS)
      .execute();
    // The newest value of a setting is the one that counts.
    await trx
      .deleteFrom('commands')
      .where('device', '=', device)
      .where('answered_at', 'is', null)
      .where('cmd', '=', cmd)
      .where('key', 'is', key)
      .execute();
    const { count } = await trx
      .selectFrom('commands')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('device', '=', device)
      .where('answered_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MAX_WAITING)
      throw new DeviceError(`${MAX_WAITING} commands are waiting for ${device} already`);
    const { id } = await trx
      .insertInto('commands')
      .values({ id: await nextId(trx), device, cmd, key, value, created_at: Date.now() })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/**
 * What the board answered: '' when it did as told; undefined while it has not answered, null when a newer command
 * replaced it.
 */
export async function answerTo(db: NodeDatabase, id: number): Promise<string | undefined | null> {
  const row = await db
    .selectFrom('commands')
    .select(['answered_at', 'error'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.answered_at === null ? undefined : (row.error ?? '');
}

interface Waiting extends CommandRequest {
  readonly id: number;
  readonly createdAt: number;
}

interface Sent {
  readonly id: number;
  attempts: number;
  /** Monotonic milliseconds. */
  at: number;
}

export class CommandService implements BoardCommands {
  private waiting = new Map<string, Waiting[]>();
  private readonly sent = new Map<string, Sent>();
  /** Answered here; a `load` under way may not know yet. */
  private ended = new Set<number>();

  constructor(
    private readonly options: {
      readonly db: NodeDatabase;
      readonly door: Pick<BoardDoor, 'command'>;
      readonly log: Logger;
      /** Is the device connected? */
      readonly present: (device: string) => boolean;
      /** Monotonic milliseconds. */
      readonly now: () => number;
    },
  ) {}

  /** Reads the waiting commands, after the database has changed. */
  async load(): Promise<void> {
    const rows = await this.options.db
      .selectFrom('commands')
      .select(['id', 'device', 'cmd', 'key', 'value', 'created_at'])
      .where('answered_at', 'is', null)
      .orderBy('id')
      .execute();
    const waiting = new Map<string, Waiting[]>();
    this.ended = new Set(rows.map(({ id }) => id).filter(id => this.ended.has(id)));
    for (const { id, device, cmd, key, value, created_at } of rows) {
      if (this.ended.has(id)) continue;
      const list = waiting.get(device) ?? [];
      const request = { cmd: cmd as Command['cmd'], key: key ?? undefined, value: value ?? undefined };
      list.push({ id, createdAt: created_at, ...request });
      waiting.set(device, list);
    }
    this.waiting = waiting;
    for (const device of waiting.keys()) this.next(device);
  }

  /** A board has connected or reconnected: it may have missed what was sent. */
  async hello(device: string): Promise<void> {
    const first = this.waiting.get(device)?.[0];
    const again = first !== undefined && this.sent.get(device)?.id === first.id;
    this.sent.delete(device);
    // It has done that, though its answer was lost: do not repeat it.
    if (again && first.cmd === 'restart') await this.end(device, first, '');
    else this.next(device);
  }

  /** Time passed. */
  async tick(): Promise<void> {
    const now = this.options.now();
    for (const device of [...this.waiting.keys()]) {
      // Looked up again: answers arrive while an end is being stored.
      const first = this.waiting.get(device)?.[0];
      if (first === undefined) continue;
      const sent = this.sent.get(device);
      const late = sent?.id === first.id && now - sent.at >= ANSWER_MS;
      if (late && sent.attempts >= ATTEMPTS) {
        await this.end(device, first, 'no answer: the firmware of the board may be too old');
      } else if (first.cmd !== 'set' && Date.now() - first.createdAt > NOW_MS && sent?.id !== first.id) {
        await this.end(device, first, 'the board was away');
      } else if (late) this.next(device);
    }
  }

  reply(device: string, { id, ok, error }: Reply): Promise<void> | undefined {
    const first = this.waiting.get(device)?.[0];
    if (first === undefined || first.id !== id || this.sent.get(device)?.id !== id) return undefined;
    return this.end(device, first, ok ? '' : (error ?? ''));
  }

  /** Sends the oldest waiting command, again if its answer is late. */
  private next(device: string): void {
    const first = this.waiting.get(device)?.[0];
    if (first === undefined || !this.options.present(device)) return;
    const now = this.options.now();
    let sent = this.sent.get(device);
    if (sent?.id !== first.id) sent = { id: first.id, attempts: 0, at: 0 };
    else if (now - sent.at < ANSWER_MS) return;
    sent.attempts++;
    sent.at = now;
    this.sent.set(device, sent);
    this.options.door.command(device, wireOf(first.id, first));
  }

  private async end(device: string, { id, cmd, key }: Waiting, error: string): Promise<void> {
    const list = (this.waiting.get(device) ?? []).filter(entry => entry.id !== id);
    if (list.length > 0) this.waiting.set(device, list);
    else this.waiting.delete(device);
    this.sent.delete(device);
    this.ended.add(id);
    this.options.log.info({ device, cmd, key, ...(error !== '' && { error }) }, 'command answered');
    await this.options.db
      .updateTable('commands')
      .set({ answered_at: Date.now(), error })
      .where('id', '=', id)
      .execute();
    this.next(device);
  }
}
