/** The status message of protocol v1 from what the parts of the board say. Pure. */

import type { ResetReason } from '../../ports/platform.js';
import type { BoardReport } from '../../ports/report.js';
import { printable } from '../../protocol/mite/json.js';
import type { BoardStatus } from '../../protocol/mite/status.js';

/** @param reset why this boot happened */
export function boardStatus(report: BoardReport, reset: ResetReason): BoardStatus {
  const { miner, memory, chain, attest } = report;
  const { counters } = miner;
  return {
    state: miner.state,
    fault: miner.state === 'fault' ? printable(miner.fault) : undefined,
    boot: report.boot,
    uptime: report.uptime,
    rate: miner.rate,
    hashes: report.hashes,
    threads: report.threads,
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
    connects: report.connects,
    slotBytes: memory.slotBytes,
    slotPeak: memory.slotPeak,
    chunkBytes: memory.chunkBytes,
    chunkPeak: memory.chunkPeak,
    heapLimit: memory.limit,
    rssi: bounded(report.rssi, -128, 0),
    budget: report.budget,
    pausedBy: miner.pausedBy.length > 0 ? miner.pausedBy.join(',') : undefined,
    temperature: bounded(report.temperature, -99, 999),
    reset,
    doing: reset === 'heap' && report.heapDoing !== '' ? report.heapDoing : undefined,
    heapEnds: report.heapEnds > 0 ? report.heapEnds : undefined,
    flashWrites: report.flashWrites,
    chain: chain.state,
    tip: chain.height,
    refused: chain.refused,
    refusals: Object.values(chain.refusals).reduce((sum, count) => sum + count, 0),
    judged: attest.valid + attest.invalid + attest.notJudged,
    payoutCheck: chain.payout,
    ...report.system,
  };
}

function bounded(value: number | undefined, least: number, most: number): number | undefined {
  return value === undefined || Number.isNaN(value)
    ? undefined
    : Math.max(least, Math.min(most, Math.round(value)));
}
