/**
 * What the board says about itself, a share from each part: for the console, the display and the node. No secrets in
 * it.
 */
import type { MemoryFigures, SystemMemory } from './platform.js';

/**
 * connecting  no connection to the node, and no job fresh enough to search
 * waiting     connected, no usable job yet
 * mining      searching (also for a while after the connection was lost)
 * paused      held by something: see `pausedBy`
 * fault       the kernel cannot be trusted: refuses to mine until a restart
 */
export type MinerState = 'connecting' | 'waiting' | 'mining' | 'paused' | 'fault';

/** What may hold the miner while its appliance is busy. */
export type IdleReason = 'schedule' | 'pin' | 'temperature';

/** What may hold the miner. It mines when nothing does. */
export type HoldReason = 'user' | 'node' | 'bench' | 'selftest' | 'update' | IdleReason;

/** Totals since boot. All are exact integers. */
export interface MinerCounters {
  /** Shares that passed the board's own check. */
  found: number;
  /** Accepted by the node, blocks included. */
  accepted: number;
  /** Refused by the node; `reasons` splits them by code. */
  rejected: number;
  /** Blocks the node accepted. */
  blocks: number;
  /** Candidates and shares dropped here because their job had passed. */
  stale: number;
  /** Candidates the searcher named twice. */
  duplicates: number;
  /** Candidates that the check in TypeScript refuted: the kernel erred. Never sent. */
  mismatches: number;
  /** Candidates dropped because the searcher's mailbox was full. */
  lost: number;
  /** Shares dropped because too many were waiting for a result. */
  dropped: number;
}

export interface MinerStatus {
  readonly state: MinerState;
  readonly connected: boolean;
  readonly pausedBy: readonly HoldReason[];
  /** Why it refuses to mine, or ''. */
  readonly fault: string;
  readonly jobId: number | undefined;
  readonly height: number | undefined;
  /** Whole seconds since the job was received. */
  readonly jobAge: number | undefined;
  /** H/s over the last minute. */
  readonly rate: number;
  readonly counters: Readonly<MinerCounters>;
  /** Refusals by the node, by name of the code; only those that happened. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Shares that wait for a result. */
  readonly pending: number;
  /** Expected number of hashes for the best share so far, decimal; '0' without one. */
  readonly best: string;
}

/** The board's own link; all undefined where the operating system keeps the machine online. */
export interface NetworkReport {
  readonly link?: 'wifi' | 'ethernet' | undefined;
  readonly network?: 'off' | 'joining' | 'online' | 'waiting' | undefined;
  /** Of the Wi-Fi that is joined or being joined. */
  readonly ssid?: string | undefined;
  /** Of the board, while it is online. */
  readonly address?: string | undefined;
  /** dBm, while it is known. */
  readonly rssi?: number | undefined;
}

/** A firmware update. */
export interface UpdateReport {
  readonly state: 'none' | 'waiting' | 'loading' | 'restarting' | 'trial' | 'refused' | 'rolledback';
  /** Of the image in question, or ''. */
  readonly version: string;
  /** Loaded, of 100. */
  readonly percent: number;
  /** Why it was refused or rolled back, or ''. */
  readonly reason: string;
}

/** The header chain and the jobs, as the board has checked them. */
export interface ChainReport {
  readonly network: string;
  /** `pool`: works on jobs of a pool, whose chain nobody shows. */
  readonly state: 'starting' | 'syncing' | 'verified' | 'refused' | 'pool';
  /** Of the verified tip. */
  readonly height?: number | undefined;
  /** Display order. */
  readonly hash?: string | undefined;
  /** Expected hashes since the checkpoint, decimal. */
  readonly work?: string | undefined;
  /** Height that the node claims while the board syncs. */
  readonly target?: number | undefined;
  /** Reorganisations go no deeper. */
  readonly anchor?: number | undefined;
  /** The payout check of the newest job; 'off' without payout.address, 'unknown' when a pool's coinbase does not tell. */
  readonly payout: 'off' | 'ok' | 'warn' | 'refused' | 'unknown';
  /** Why the board does not work for its node now; undefined while it does. */
  readonly refused?: string | undefined;
  /** The same for people, or ''. */
  readonly refusal: string;
  /** Since boot, by reason. */
  readonly refusals: Readonly<Record<string, number>>;
}

/** The board's opinion on transactions. */
export interface AttestReport {
  /** X-only public key, 64 hex digits; '' while there is none. */
  readonly key: string;
  readonly valid: number;
  readonly invalid: number;
  readonly notJudged: number;
}

/** Mining in idle time. */
export interface IdleReport {
  /** Percent of the time that the search may take. */
  readonly budget: number;
  /** Why the schedule, the pin or the temperature hold the miner; empty when they do not. */
  readonly pauses: readonly string[];
  /** Degrees Celsius, while they are known. */
  readonly temperature?: number | undefined;
}

/** Everything `status` shows. */
export interface BoardReport extends NetworkReport, IdleReport {
  readonly chain: ChainReport;
  readonly attest: AttestReport;
  readonly miner: MinerStatus;
  /** 'host:port', or '' while it is not set. */
  readonly node: string;
  /** Device id, or ''. */
  readonly device: string;
  /** Random id of this boot, 16 hex digits. */
  readonly boot: string;
  /** Settings that must be set before the board can connect. */
  readonly missing: readonly string[];
  readonly hashes: number;
  readonly threads: number;
  /** The backends of the threads, or '' without a searcher. */
  readonly plan: string;
  /** Candidates of the backends that the searcher refuted. */
  readonly kernelErrors: number;
  readonly connects: number;
  /** Messages of the node that could not be decoded. */
  readonly garbage: number;
  /** Boots in a row that ended without memory. */
  readonly heapEnds: number;
  /** What the last of them was at, or ''. */
  readonly heapDoing: string;
  /** Seconds for which the board still stays away from its node because of that. */
  readonly away: number;
  /** Writes to flash since boot. */
  readonly flashWrites: number;
  /** The last warning or error, or ''. */
  readonly lastError: string;
  readonly update: UpdateReport;
  /** Seconds since boot. */
  readonly uptime: number;
  readonly memory: MemoryFigures;
  /** Of a chip. */
  readonly system?: SystemMemory | undefined;
}

/** What a missing part would report. */
export const NOTHING_REPORTED: BoardReport = {
  miner: {
    state: 'connecting',
    connected: false,
    pausedBy: [],
    fault: '',
    jobId: undefined,
    height: undefined,
    jobAge: undefined,
    rate: 0,
    counters: {
      found: 0,
      accepted: 0,
      rejected: 0,
      blocks: 0,
      stale: 0,
      duplicates: 0,
      mismatches: 0,
      lost: 0,
      dropped: 0,
    },
    reasons: {},
    pending: 0,
    best: '0',
  },
  budget: 100,
  pauses: [],
  node: '',
  device: '',
  boot: '',
  missing: [],
  chain: { network: '', state: 'starting', payout: 'off', refusal: '', refusals: {} },
  attest: { key: '', valid: 0, invalid: 0, notJudged: 0 },
  hashes: 0,
  threads: 0,
  plan: '',
  kernelErrors: 0,
  connects: 0,
  garbage: 0,
  heapEnds: 0,
  heapDoing: '',
  away: 0,
  flashWrites: 0,
  lastError: '',
  update: { state: 'none', version: '', percent: 0, reason: '' },
  uptime: 0,
  memory: { slotBytes: 0, slotPeak: 0, chunkBytes: 0, chunkPeak: 0, limit: 0 },
};
