/** Messages from boards: bytes to values, who may speak, and which part of the node answers. */
import { FormatError } from '../../../firmware/domain/bytes.js';
import { decodeReply } from '../../../firmware/protocol/mite/command.js';
import { decodeHello } from '../../../firmware/protocol/mite/hello.js';
import { decodeShare } from '../../../firmware/protocol/mite/share.js';
import { decodeOnline, decodeStatus } from '../../../firmware/protocol/mite/status.js';
import { decodeFetch, decodeOutcome } from '../../../firmware/protocol/mite/update.js';
import type { Logger } from '../../common/logger.js';
import type {
  BoardCommands,
  BoardLog,
  DeviceList,
  FirmwareUpdates,
  Presence,
  SecondOpinions,
} from '../../ports/boards.js';
import { type JobGiver, type MinerSessions, type ShareIntake, VerificationClosed } from '../../ports/work.js';
import type { BoardMessage } from './bus.js';
import type { HeaderService } from './headers.js';
import type { ProofService } from './proofs.js';

/** Never resolves: a message that was not served is not acknowledged, and its broker keeps it. */
const NEVER = new Promise<void>(() => {});

export class MessageEntry {
  private readonly serving = new Set<Promise<unknown>>();
  private closed = false;

  constructor(
    private readonly options: {
      readonly devices: DeviceList;
      readonly presence: Presence;
      readonly sessions: MinerSessions;
      readonly jobs: JobGiver;
      readonly shares: ShareIntake;
      readonly updates: FirmwareUpdates;
      readonly commands: BoardCommands;
      readonly attesting: SecondOpinions;
      readonly headers: HeaderService;
      readonly proofs: ProofService;
      /** Whether the broker reports when a connection ends; otherwise the retained `online` does. */
      readonly seesConnections: boolean;
      readonly deviceLog: BoardLog;
      readonly log: Logger;
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
        if (error instanceof VerificationClosed) return NEVER;
        return this.failed(device, kind, error);
      });
    } catch (error) {
      this.failed(device, kind, error);
      return undefined;
    }
  }

  private failed(device: string, kind: string, error: unknown): void {
    const { deviceLog, log } = this.options;
    if (error instanceof FormatError || error instanceof RangeError)
      deviceLog.line('warn', device, { kind, reason: error.message }, 'malformed message');
    else log.error({ err: error, device, kind }, 'a message could not be served');
  }

  /** Only known devices that are not revoked are served; an external broker may let others in. */
  private handle(message: BoardMessage): Promise<void> | undefined {
    const { devices } = this.options;
    if (devices.isActive(message.device)) return this.serve(message);
    return devices.find(message.device).then(found => (found ? this.serve(message) : this.refuse(message)));
  }

  private serve(message: BoardMessage): Promise<void> | undefined {
    const { device, kind, payload } = message;
    const { updates, commands, headers, proofs } = this.options;
    switch (kind) {
      case 'hello':
        return this.hello(message);
      case 'share':
        return this.share(device, payload);
      case 'status':
        this.status(device, payload);
        return undefined;
      case 'online':
        // A deleted retained message has no payload.
        return payload.length === 0 ? undefined : this.online(message, decodeOnline(payload));
      case 'getheaders':
        return headers.request(device, payload);
      case 'getproof':
        return proofs.request(device, payload);
      case 'verdict':
        return this.verdict(device, payload);
      case 'fetch':
        updates.fetch(device, decodeFetch(payload));
        return undefined;
      case 'outcome':
        this.outcome(device, payload);
        return undefined;
      case 'reply':
        return commands.reply(device, decodeReply(payload));
    }
  }

  /** A message under a name that is not a device's, or a revoked one's: nothing is kept of a stranger's. */
  private refuse({ device, kind, payload }: BoardMessage): undefined {
    const { devices, shares, deviceLog } = this.options;
    deviceLog.line('warn', device, { kind }, 'a message of an unknown or revoked device');
    if (kind !== 'share') return;
    try {
      const share = decodeShare(payload);
      if (devices.isKnown(device)) shares.refuse(device, share);
      else shares.turnAway(device, share);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
  }

  private async verdict(device: string, payload: Uint8Array): Promise<void> {
    const { attesting, deviceLog } = this.options;
    const fault = await attesting.verdict(device, payload);
    if (fault !== undefined) deviceLog.line('warn', device, { reason: fault }, 'verdict refused');
  }

  private status(device: string, payload: Uint8Array): void {
    const { attesting, presence, sessions } = this.options;
    const status = decodeStatus(payload);
    attesting.status(device, status.chain);
    presence.said(device, status);
    sessions.resting(device, status.state !== 'mining');
  }

  private outcome(device: string, payload: Uint8Array): void {
    const outcome = decodeOutcome(payload);
    this.options.updates.outcome(device, outcome);
    const { version, state, error } = outcome;
    const level = state === 'refused' || state === 'rolledback' ? 'warn' : 'info';
    this.options.deviceLog.line(level, device, { version, state, reason: error }, 'firmware update');
  }

  private async share(device: string, payload: Uint8Array): Promise<void> {
    const { shares, deviceLog } = this.options;
    let share: ReturnType<typeof decodeShare>;
    try {
      share = decodeShare(payload);
    } catch (error) {
      deviceLog.line('warn', device, { kind: 'share', reason: String(error) }, 'malformed message');
      if (payload.length < 12) return;
      const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
      shares.malformed(device, { sequence: view.getUint32(4, true), jobId: view.getUint32(8, true) });
      return;
    }
    await shares.submit(device, share);
  }

  private async hello({ device, payload, stands }: BoardMessage): Promise<void> {
    const { sessions, jobs, presence, updates, commands, attesting, deviceLog, log } = this.options;
    const hello = decodeHello(payload);
    const stay = await sessions.hello(device, hello, stands);
    if (stay === undefined) {
      const text = 'hello refused: unknown or revoked device, or too many of them';
      deviceLog.line('warn', device, {}, text);
      return;
    }
    if (stay === null) return;
    presence.came(device);
    log.info({ device, board: hello.board, firmware: hello.firmware, rate: hello.rate }, 'hello');
    await jobs.give(device);
    if (sessions.get(device) !== stay) return; // gone meanwhile, or reconnected
    updates.hello(device, hello);
    await commands.hello(device);
    if (sessions.get(device) !== stay) return;
    await attesting.hello(device, hello.key);
  }

  private async online({ device, stands }: BoardMessage, online: boolean): Promise<void> {
    const { devices, sessions, jobs, presence, updates, commands, attesting } = this.options;
    // The embedded broker sees connections itself; the will of a taken-over connection comes late.
    if (this.options.seesConnections) return;
    if (!online) {
      this.gone(device);
      return;
    }
    if (sessions.get(device) !== undefined) return;
    const stay = await sessions.resume(device, stands);
    if (stay === undefined || stay === null) return;
    presence.came(device);
    await jobs.give(device);
    const firmware = await devices.firmwareOf(device);
    if (sessions.get(device) !== stay) return; // as in hello
    if (firmware !== undefined) updates.hello(device, firmware);
    await commands.hello(device);
    if (sessions.get(device) !== stay) return;
    await attesting.resume(device);
  }

  /** A board's connection ended. */
  gone(device: string): void {
    const { sessions, updates, attesting, presence } = this.options;
    sessions.leave(device);
    updates.gone(device);
    attesting.gone(device);
    presence.went(device);
  }

  /** Stops serving. Returns when everything under way has ended. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.serving);
  }
}
