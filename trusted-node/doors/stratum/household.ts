/** What the door's connections have in common: the node's parts that they call, and the door itself. */
import type { Logger } from '../../common/logger.js';
import type { BoardLog, DeviceList, Presence } from '../../ports/boards.js';
import type { JobGiver, MinerSessions, ShareIntake } from '../../ports/work.js';
import type { WorkerGate } from '../../ports/workers.js';
import type { AddressLimits } from './addresses.js';

export interface Household {
  readonly workers: WorkerGate;
  readonly devices: Pick<DeviceList, 'isActive' | 'find'>;
  readonly sessions: MinerSessions;
  readonly jobs: JobGiver;
  readonly shares: ShareIntake;
  readonly presence: Presence;
  readonly deviceLog: BoardLog;
  readonly log: Logger;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** What a connection needs of the door that it came through. */
export interface Hall {
  readonly addresses: AddressLimits;
  /** A number for a share, in no other connection's use. */
  nextSequence(): number;
}
