/** Messages of boards: bytes to values, who may speak, and which part of the service answers. */
import { sql } from 'kysely';
import { FormatError } from '../../firmware/domain/bytes.js';
import { ShareCode, shareCodeName } from '../../firmware/domain/share.js';
import { decodeHello } from '../../firmware/protocol/hello.js';
import { decodeShare, encodeResult } from '../../firmware/protocol/share.js';
import { type BoardStatus, decodeOnline, decodeStatus } from '../../firmware/protocol/status.js';
import { DELIVERY, topic } from '../../firmware/protocol/topics.js';
import type { AttestingService } from './attesting.js';
import type { BoardMessage, Bus } from './bus/bus.js';
import type { CommandService } from './commands.js';
import type { Dispatcher } from './dispatch.js';
import type { NodeEvent } from './events.js';
import type { HeaderService } from './headers.js';
import type { Logger } from './logger.js';
import type { ProofService } from './proofs.js';
import type { Sessions } from './sessions.js';
import type { ShareDesk, ShareOutcome } from './shares.js';
import type { NodeDatabase } from './store.js';
import type { UpdateService } from './updates.js';

/** A device as the running node knows it. */
interface KnownDevice {
  readonly revoked: boolean;
  /** Changes with the secret. */
  readonly salt: string;
}

/** What is known of a device since the last store. */
interface Said {
  /** Undefined: as before. */
  readonly rate?: number | undefined;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** State of a device that is not connected; before its first hello it has none. */
export const GONE = 'gone';

/** Lines about the faults of one device at once, and how long one more takes (ms): a log is not to be filled. */
const LINES_BURST = 20;
const LINES_INTERVAL = 6_000;
/** Rows of one statement. */
const CHUNK = 500;

export class FrontDesk {
  private devices = new Map<string, KnownDevice>();
  private readonly online = new Set<string>();
  /** What each device said of itself since the last store. */
  private readonly said = new Map<string, Said>();
  private readonly complaints = new Map<string, { left: number; at: number }>();

  constructor(
    private readonly options: {
      readonly db: NodeDatabase;
      readonly sessions: Sessions;
      readonly dispatcher: Dispatcher;
      readonly updates: UpdateService;
      readonly commands: CommandService;
      readonly headers: HeaderService;
      readonly proofs: ProofService;
      readonly attesting: AttestingService;
      readonly shares: () => ShareDesk;
      readonly bus: () => Bus;
      readonly log: Logger;
      readonly emit: (event: NodeEvent) => void;
    },
  ) {}

  /** Handles one message; see BusHandlers.message. */
  receive(message: BoardMessage): Promise<void> | undefined {
    const { device, kind } = message;
    try {
      return this.handle(message)?.catch(error => this.failed(device, kind, error));
    } catch (error) {
      this.failed(device, kind, error);
      return undefined;
    }
  }

  private failed(device: string, kind: string, error: unknown): void {
    if (error instanceof FormatError || error instanceof RangeError)
      this.complain('warn', device, { kind, reason: error.message }, 'malformed message');
    else this.options.log.error({ err: error, device, kind }, 'a message could not be served');
  }

  private handle({ device, kind, payload }: BoardMessage): Promise<void> | undefined {
    switch (kind) {
      case 'hello':
        return this.hello(device, payload);
      case 'share':
        return this.share(device, payload);
      case 'status':
        this.status(device, payload);
        return undefined;
      case 'online':
        // A retained message taken away has no payload.
        return payload.length === 0 ? undefined : this.presence(device, decodeOnline(payload));
      case 'getheaders':
        return this.serve(device, () => this.options.headers.request(device, payload));
      case 'getproof':
        return this.serve(device, () => this.options.proofs.request(device, payload));
      case 'verdict':
        return this.serve(device, () => this.verdict(device, payload));
      case 'fetch':
        this.options.updates.fetch(device, payload);
        return undefined;
      case 'outcome':
        this.outcome(device, payload);
        return undefined;
      case 'reply':
        return this.options.commands.reply(device, payload);
    }
  }

  /** Serves devices that are known and not revoked; an external broker may let others in. */
  private async serve(device: string, work: () => Promise<void>): Promise<void> {
    if (!this.devices.has(device)) await this.load();
    if (this.devices.get(device)?.revoked === false) await work();
  }

  private async verdict(device: string, payload: Uint8Array): Promise<void> {
    const fault = await this.options.attesting.verdict(device, payload);
    if (fault !== undefined) this.complain('warn', device, { reason: fault }, 'verdict refused');
  }

  private status(device: string, payload: Uint8Array): void {
    const status = decodeStatus(payload);
    this.options.attesting.status(device, status.chain);
    const resting = status.state !== 'mining';
    this.said.set(device, { rate: status.rate, state: describe(status), at: Date.now() });
    this.options.sessions.resting(device, resting);
  }

  private outcome(device: string, payload: Uint8Array): void {
    const { version, state, error } = this.options.updates.outcome(device, payload);
    const bad = state === 'refused' || state === 'rolledback';
    this.complain(bad ? 'warn' : 'info', device, { version, state, reason: error }, 'firmware update');
  }

  /** A line about a fault of a device: the first ones at their level, a flood of them at level debug. */
  private complain(level: 'info' | 'warn', device: string, details: object, text: string): void {
    const now = Date.now();
    const bucket = this.complaints.get(device) ?? { left: LINES_BURST, at: now };
    const left = Math.min(LINES_BURST, bucket.left + Math.max(0, now - bucket.at) / LINES_INTERVAL);
    this.complaints.set(device, { left: left < 1 ? left : left - 1, at: now });
    this.options.log[left < 1 ? 'debug' : level]({ device, ...details }, text);
  }

  private async hello(device: string, payload: Uint8Array): Promise<void> {
    const { sessions, dispatcher, log } = this.options;
    try {
      const hello = decodeHello(payload);
      const session = await sessions.hello(device, hello);
      if (session === undefined) {
        this.complain('warn', device, {}, 'hello refused: unknown or revoked device, or too many of them');
        return;
      }
      this.seen(device);
      log.info({ device, board: hello.board, firmware: hello.firmware, rate: hello.rate }, 'hello');
      await dispatcher.give(session);
      this.options.updates.hello(device, hello);
      await this.options.commands.hello(device);
      await this.options.attesting.hello(device, hello.key);
    } catch (error) {
      if (error instanceof FormatError || error instanceof RangeError) {
        this.complain('warn', device, { kind: 'hello', reason: error.message }, 'malformed message');
      } else log.error({ err: error, device }, 'a hello could not be served');
    }
  }

  private async share(device: string, payload: Uint8Array): Promise<void> {
    const shares = this.options.shares();
    let share: ReturnType<typeof decodeShare>;
    try {
      share = decodeShare(payload);
    } catch (error) {
      this.complain('warn', device, { kind: 'share', reason: String(error) }, 'malformed message');
      if (payload.length < 12) return;
      const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
      shares.malformed(device, view.getUint32(4, true), view.getUint32(8, true));
      return;
    }
    const known = this.devices.get(device) ?? (await this.load().then(() => this.devices.get(device)));
    if (known === undefined || known.revoked) shares.refuse(device, share.sequence, share.jobId);
    else await shares.submit(device, share);
  }

  private async presence(device: string, online: boolean): Promise<void> {
    const { sessions, dispatcher, bus } = this.options;
    // The embedded broker sees connections itself; the will of a connection that was taken over comes late.
    if (bus().addresses.length > 0) return;
    if (!online) {
      this.gone(device);
      return;
    }
    if (sessions.get(device) !== undefined) return;
    try {
      const session = await sessions.resume(device);
      if (session === undefined) return;
      this.seen(device);
      await dispatcher.give(session);
      const { board, firmware } = await this.options.db
        .selectFrom('devices')
        .select(['board', 'firmware'])
        .where('id', '=', device)
        .executeTakeFirstOrThrow();
      if (board !== null && firmware !== null) this.options.updates.hello(device, { board, firmware });
      await this.options.commands.hello(device);
      await this.options.attesting.resume(device);
    } catch (error) {
      this.options.log.error({ err: error, device }, 'a session could not be resumed');
    }
  }

  private seen(device: string): void {
    if (this.online.has(device)) return;
    this.online.add(device);
    this.note(device, 'connected');
    this.options.emit({ event: 'device', device, online: true });
  }

  /** A board's connection ended. */
  gone(device: string): void {
    this.options.sessions.leave(device);
    this.options.updates.gone(device);
    this.options.attesting.gone(device);
    if (!this.online.delete(device)) return;
    this.note(device, GONE);
    this.options.emit({ event: 'device', device, online: false });
  }

  /** What the node itself sees of a device. */
  private note(device: string, state: string): void {
    this.said.set(device, { rate: this.said.get(device)?.rate, state, at: Date.now() });
  }

  /** Sends a share's result and lets the difficulty follow. */
  answer(outcome: ShareOutcome): void {
    const { bus, sessions, dispatcher, log, emit } = this.options;
    const { device, code, sequence, jobId, height, again } = outcome;
    bus()
      .publish(topic(device, 'result'), encodeResult({ code, sequence, jobId, height }), DELIVERY.result)
      .catch(error => log.debug({ device, reason: String(error) }, 'a result was not sent'));
    emit({ event: 'share', device, code, result: shareCodeName(code), sequence, jobId, again });
    const record = { result: shareCodeName(code), jobId, sequence, again };
    if (code > ShareCode.block) this.complain('info', device, record, 'share rejected');
    else log.debug({ device, ...record }, 'share accepted');
    if (again) return;
    if (code === ShareCode.block && outcome.hash !== undefined) {
      log.info({ device, height, hash: outcome.hash }, 'block found');
      emit({ event: 'block', height, hash: outcome.hash, device });
    }
    const session = sessions.get(device);
    if (session === undefined || session.id !== outcome.session || outcome.target === undefined) return;
    if (sessions.credited(session, outcome.target)) void dispatcher.give(session);
  }

  /** Reads the devices again, after another process changed something. Ends what revoked devices have open. */
  async load(): Promise<void> {
    const rows = await this.options.db.selectFrom('devices').select(['id', 'revoked_at', 'salt']).execute();
    const devices = new Map<string, KnownDevice>();
    for (const row of rows) {
      const salt = Buffer.from(row.salt).toString('hex');
      const revoked = row.revoked_at !== null;
      devices.set(row.id, { revoked, salt });
      const before = this.devices.get(row.id);
      if (before !== undefined && (before.salt !== salt || (revoked && !before.revoked))) {
        this.options.log.info({ device: row.id, revoked }, 'device revoked, or its secret replaced');
        this.options.bus().disconnect(row.id);
        this.gone(row.id);
      }
    }
    this.devices = devices;
  }

  /** At the start nobody is here, whatever a run that was killed has left. */
  async begin(): Promise<void> {
    await this.options.db
      .updateTable('devices')
      .set({ state: GONE })
      .where('state', 'is not', null)
      .where('state', '!=', GONE)
      .execute();
  }

  /** Stores what the boards said of themselves since the last call. */
  async store(): Promise<void> {
    const said = [...this.said];
    this.said.clear();
    if (said.length === 0) return;
    await this.options.db.transaction().execute(async trx => {
      for (let i = 0; i < said.length; i += CHUNK) {
        const rows = said
          .slice(i, i + CHUNK)
          .map(([device, { rate, state, at }]) => sql`(${device}, ${rate ?? null}, ${state}, ${at})`);
        await sql`update devices set rate = coalesce(v.column2, rate), state = v.column3, last_seen = v.column4
          from (values ${sql.join(rows)}) as v where id = v.column1`.execute(trx);
      }
    });
  }
}

/** A board's state for people, of its own message's bounded parts. */
export function describe({ state, fault, pausedBy, budget, temperature }: BoardStatus): string {
  let text: string = state;
  if (state === 'fault' && fault !== undefined) text += `: ${fault}`;
  if (state === 'paused' && pausedBy !== undefined) text += ` by ${pausedBy.split(',').join(', ')}`;
  if (budget !== undefined && budget < 100) text += ` at ${budget} %`;
  return temperature === undefined ? text : `${text}, ${temperature} C`;
}
