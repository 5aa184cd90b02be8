/** The status message of protocol v1 from what the parts of the board say. Pure. */

import type { MemoryFigures, ResetReason } from '../../ports/platform.js';
import type { SearchCounters } from '../../ports/searcher.js';
import { printable } from '../../protocol/json.js';
import type { BoardStatus } from '../../protocol/mite/status.js';
import type { AttestReport, ChainReport } from '../console/report.js';
import type { MinerStatus } from '../mining/events.js';

export interface BoardFacts {
  readonly miner: MinerStatus;
  readonly search: Pick<SearchCounters, 'hashes' | 'threads'>;
  readonly memory: MemoryFigures;
  readonly boot: string;
  readonly uptime: number;
  readonly connects: number;
  /** dBm, while the board is in a Wi-Fi. */
  readonly rssi?: number | undefined;
  /** Percent. */
  readonly budget: number;
  /** Degrees Celsius, while they are known. */
  readonly temperature?: number | undefined;
  readonly reset: ResetReason;
  readonly chain: ChainReport;
  readonly attest: AttestReport;
}

export function boardStatus(facts: BoardFacts): BoardStatus {
  const { miner, search, memory, boot, uptime, connects, rssi, budget, temperature, reset } = facts;
  const { chain, attest } = facts;
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
    rssi: bounded(rssi, -128, 0),
    budget,
    pausedBy: miner.pausedBy.length > 0 ? miner.pausedBy.join(',') : undefined,
    temperature: bounded(temperature, -99, 999),
    reset,
    chain: chain.state,
    tip: chain.height,
    refused: chain.refused,
    refusals: Object.values(chain.refusals).reduce((sum, count) => sum + count, 0),
    judged: attest.valid + attest.invalid + attest.notJudged,
    payoutCheck: chain.payout,
  };
}

function bounded(value: number | undefined, least: number, most: number): number | undefined {
  return value === undefined || Number.isNaN(value)
    ? undefined
    : Math.max(least, Math.min(most, Math.round(value)));
}
