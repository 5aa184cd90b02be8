/** Messages of boards: bytes to values, who may speak, and which part of the service answers. */
import { sql } from 'kysely';
import { FormatError } from '../../../firmware/domain/bytes.js';
import { ShareCode, shareCodeName } from '../../../firmware/domain/share.js';
import { decodeHello } from '../../../firmware/protocol/mite/hello.js';
import { decodeShare, encodeResult } from '../../../firmware/protocol/mite/share.js';
import { type BoardStatus, decodeOnline, decodeStatus } from '../../../firmware/protocol/mite/status.js';
import { DELIVERY, topic } from '../../../firmware/protocol/mite/topics.js';
import type { NodeEvent } from '../../common/events.js';
import type { Logger } from '../../common/logger.js';
import { TokenBuckets } from '../../common/token-bucket.js';
import type { CommandService } from '../../fleet/commands.js';
import type { NodeDatabase } from '../../ports/store.js';
import type { AttestingService } from '../../quorum/attesting.js';
import type { UpdateService } from '../../updates/updates.js';
import type { Dispatcher } from '../../work/assignment.js';
import type { Sessions } from '../../work/sessions.js';
import { DeskClosed, type ShareDesk, type ShareOutcome } from '../../work/verification.js';
import type { BoardMessage, Bus } from './bus.js';
import type { HeaderService } from './headers.js';
import type { ProofService } from './proofs.js';

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

/** Lines about the faults of one device: a log is not to be filled. */
const LINES = { burst: 20, interval: 6_000 };
/** A name that is no active device's is not looked up again for so long (ms), and so many at most in that time. */
const STRANGER_MS = 1_000;
const MAX_STRANGERS = 100;
/** An answer that never comes: a message that was not served is not acknowledged, and its broker keeps it. */
const NEVER = new Promise<void>(() => {});
/** Rows of one statement. */
const CHUNK = 500;

export class FrontDesk {
  private devices = new Map<string, KnownDevice>();
  private readonly online = new Set<string>();
  /** What each device said of itself since the last store. */
  private readonly said = new Map<string, Said>();
  /** By device; '' for all names that are no device's. */
  private readonly complaints = new TokenBuckets(LINES, () => performance.now());
  /** Names that were looked up a moment ago: whether an active device was found. */
  private readonly strangers = new Map<
    string,
    { readonly until: number; readonly found: Promise<boolean> }
  >();
  private readonly serving = new Set<Promise<unknown>>();
  private closed = false;

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
    if (this.closed) return NEVER;
    const { device, kind } = message;
    try {
      const answer = this.handle(message);
      if (answer === undefined) return undefined;
      this.serving.add(answer);
      const done = () => this.serving.delete(answer);
      answer.then(done, done);
      return answer.catch(error => {
        if (error instanceof DeskClosed) return NEVER;
        return this.failed(device, kind, error);
      });
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

  /** Only devices that are known and not revoked are served; an external broker may let others in. */
  private handle(message: BoardMessage): Promise<void> | undefined {
    if (this.devices.get(message.device)?.revoked === false) return this.serve(message);
    return this.find(message.device).then(found => (found ? this.serve(message) : this.refuse(message)));
  }

  private serve(message: BoardMessage): Promise<void> | undefined {
    const { device, kind, payload } = message;
    switch (kind) {
      case 'hello':
        return this.hello(message);
      case 'share':
        return this.share(device, payload);
      case 'status':
        this.status(device, payload);
        return undefined;
      case 'online':
        // A retained message taken away has no payload.
        return payload.length === 0 ? undefined : this.presence(message, decodeOnline(payload));
      case 'getheaders':
        return this.options.headers.request(device, payload);
      case 'getproof':
        return this.options.proofs.request(device, payload);
      case 'verdict':
        return this.verdict(device, payload);
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

  /** What is said under a name that is no device's, or a revoked one's: nothing is kept of a stranger's. */
  private refuse({ device, kind, payload }: BoardMessage): undefined {
    this.complain('warn', device, { kind }, 'a message of an unknown or revoked device');
    if (kind !== 'share') return;
    try {
      const { sequence, jobId } = decodeShare(payload);
      if (this.devices.has(device)) this.options.shares().refuse(device, sequence, jobId);
      else this.options.shares().turnAway(device, sequence, jobId);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
  }

  /** Looks for a device that is not known here, or revoked: it may have been added a moment ago. */
  private find(device: string): Promise<boolean> {
    const now = performance.now();
    const last = this.strangers.get(device);
    if (last !== undefined && now < last.until) return last.found;
    for (const [name, { until }] of this.strangers) if (now >= until) this.strangers.delete(name);
    // More names than an owner has devices to add: the next load finds what was added.
    if (this.strangers.size >= MAX_STRANGERS) return Promise.resolve(false);
    const found = this.lookUp(device);
    this.strangers.set(device, { until: now + STRANGER_MS, found });
    found.catch(() => this.strangers.delete(device));
    return found;
  }

  private async lookUp(device: string): Promise<boolean> {
    const row = await this.options.db
      .selectFrom('devices')
      .select(['revoked_at', 'salt'])
      .where('id', '=', device)
      .executeTakeFirst();
    if (row === undefined) return false;
    if (this.devices.get(device)?.revoked !== false) this.devices.set(device, knownDevice(row));
    if (row.revoked_at !== null) return false;
    this.strangers.delete(device);
    return true;
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
    const isHeard = this.complaints.take(this.devices.has(device) ? device : '');
    this.options.log[isHeard ? level : 'debug']({ device, ...details }, text);
  }

  private async hello({ device, payload, stands }: BoardMessage): Promise<void> {
    const { sessions, dispatcher, log } = this.options;
    const hello = decodeHello(payload);
    const session = await sessions.hello(device, hello, stands);
    if (session === undefined) {
      this.complain('warn', device, {}, 'hello refused: unknown or revoked device, or too many of them');
      return;
    }
    if (session === null) return;
    this.seen(device);
    log.info({ device, board: hello.board, firmware: hello.firmware, rate: hello.rate }, 'hello');
    await dispatcher.give(session);
    if (sessions.get(device) !== session) return; // gone meanwhile, or come again
    this.options.updates.hello(device, hello);
    await this.options.commands.hello(device);
    if (sessions.get(device) !== session) return;
    await this.options.attesting.hello(device, hello.key);
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
    await shares.submit(device, share);
  }

  private async presence({ device, stands }: BoardMessage, online: boolean): Promise<void> {
    const { sessions, dispatcher, bus } = this.options;
    // The embedded broker sees connections itself; the will of a connection that was taken over comes late.
    if (bus().addresses.length > 0) return;
    if (!online) {
      this.gone(device);
      return;
    }
    if (sessions.get(device) !== undefined) return;
    const session = await sessions.resume(device, stands);
    if (session === undefined || session === null) return;
    this.seen(device);
    await dispatcher.give(session);
    const { board, firmware } = await this.options.db
      .selectFrom('devices')
      .select(['board', 'firmware'])
      .where('id', '=', device)
      .executeTakeFirstOrThrow();
    if (sessions.get(device) !== session) return; // as in hello
    if (board !== null && firmware !== null) this.options.updates.hello(device, { board, firmware });
    await this.options.commands.hello(device);
    if (sessions.get(device) !== session) return;
    await this.options.attesting.resume(device);
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
    if (outcome.refused !== undefined) emit({ event: 'block-refused', device, ...outcome.refused });
    const session = sessions.get(device);
    if (session === undefined || session.id !== outcome.session || outcome.target === undefined) return;
    if (sessions.credited(session, outcome.target)) void dispatcher.give(session);
  }

  /** Reads the devices again, after another process changed something. Ends what revoked devices have open. */
  async load(): Promise<void> {
    const rows = await this.options.db.selectFrom('devices').select(['id', 'revoked_at', 'salt']).execute();
    const devices = new Map<string, KnownDevice>();
    for (const row of rows) {
      const device = knownDevice(row);
      const { revoked, salt } = device;
      devices.set(row.id, device);
      const before = this.devices.get(row.id);
      if (before !== undefined && (before.salt !== salt || (revoked && !before.revoked))) {
        this.options.log.info({ device: row.id, revoked }, 'device revoked, or its secret replaced');
        this.options.bus().disconnect(row.id);
        this.gone(row.id);
      }
    }
    this.devices = devices;
    this.strangers.clear();
  }

  /** Serves nothing new. Returns when what is under way has ended. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.serving);
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

function knownDevice(row: { readonly revoked_at: number | null; readonly salt: Uint8Array }): KnownDevice {
  return { revoked: row.revoked_at !== null, salt: Buffer.from(row.salt).toString('hex') };
}

/** A board's state for people, of its own message's bounded parts. */
export function describe({ state, fault, pausedBy, budget, temperature }: BoardStatus): string {
  let text: string = state;
  if (state === 'fault' && fault !== undefined) text += `: ${fault}`;
  if (state === 'paused' && pausedBy !== undefined) text += ` by ${pausedBy.split(',').join(', ')}`;
  if (budget !== undefined && budget < 100) text += ` at ${budget} %`;
  return temperature === undefined ? text : `${text}, ${temperature} C`;
}
