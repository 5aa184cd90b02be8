/** The status message of protocol v1 from what the parts of the board say. Pure. */
import type { MinerStatus } from '../mining/events.js';
import type { SearchCounters } from '../mining/searcher.js';
import { printable } from '../protocol/json.js';
import type { BoardStatus } from '../protocol/status.js';
import type { MemoryFigures } from './platform.js';

export interface BoardFacts {
  readonly miner: MinerStatus;
  readonly search: Pick<SearchCounters, 'hashes' | 'threads'>;
  readonly memory: MemoryFigures;
  readonly boot: string;
  readonly uptime: number;
  readonly connects: number;
  /** dBm, while the board is in a Wi-Fi. */
  readonly rssi?: number | undefined;
}

export function boardStatus(facts: BoardFacts): BoardStatus {
  const { miner, search, memory, boot, uptime, connects, rssi } = facts;
  const { counters } = miner;
  return {
    state: miner.state,
    fault: miner.state === 'fault' ? printable(miner.fault) : undefined,
    boot,
    uptime,
    rate: miner.rate,
    hashes: search.hashes,
    threads: search.threads,
    jobId: miner.jobId,
    height: miner.height,
    found: counters.found,
    accepted: counters.accepted,
    blocks: counters.blocks,
    rejected: counters.rejected,
    dropped: counters.stale + counters.dropped,
    queued: miner.pending,
    mismatches: counters.mismatches,
    lost: counters.lost,
    connects,
    slotBytes: memory.slotBytes,
    slotPeak: memory.slotPeak,
    chunkBytes: memory.chunkBytes,
    chunkPeak: memory.chunkPeak,
    heapLimit: memory.limit,
    rssi: rssi === undefined ? undefined : Math.max(-128, Math.min(0, Math.round(rssi))),
  };
}
