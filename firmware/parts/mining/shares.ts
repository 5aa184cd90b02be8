/**
 * From candidate to verdict: checks what the kernel claims, sends what is confirmed, keeps it until the node's result
 * arrives, and counts all of it.
 */
import { sha256dInScript } from '../../domain/hash.js';
import { type Share, ShareCode, shareCodeName } from '../../domain/share.js';
import { compactToTarget, hashToInteger, workOfTarget } from '../../domain/target.js';
import { type MinerCounters, NOTHING_REPORTED } from '../../ports/report.js';
import type { ShareVerdict } from '../../ports/work-source.js';
import type { MinerOutput } from './output.js';
import { PendingShares } from './pending.js';
import { SeenCandidates } from './seen.js';
import { VerdictTotals } from './verdicts.js';
import type { WorkUnit } from './work.js';

/** A share without a result is sent again after this time: the node may have restarted behind the broker. */
export const RESULT_TIMEOUT_MS = 15_000;
/** After this many 'internal' answers a share is given up. */
const MAX_REFUSALS = 5;

export class Shares {
  readonly counters: MinerCounters = { ...NOTHING_REPORTED.miner.counters };
  readonly verdicts = new VerdictTotals();
  readonly #output: MinerOutput;
  readonly #seen = new SeenCandidates();
  readonly #pending = new PendingShares();
  #nextSequence = 1;
  #best = 0n;
  #connected = false;

  constructor(output: MinerOutput) {
    this.#output = output;
  }

  get pending(): number {
    return this.#pending.size;
  }

  /** Expected number of hashes for the best share so far. */
  get best(): bigint {
    return this.#best;
  }

  /** Resends everything that waits for a result: the old connection may have swallowed it or its result. */
  connected(now: number): void {
    this.#connected = true;
    for (let entry = 0; entry < this.#pending.size; entry++) this.#send(entry, now);
  }

  disconnected(): void {
    const pending = this.#pending;
    this.#connected = false;
    this.counters.stale += pending.removeWhere(entry => pending.isStale(entry));
    for (let entry = 0; entry < pending.size; entry++) pending.setSent(entry, undefined);
  }

  /**
   * The tip of all shares so far has passed. Unsent ones are dropped; sent ones wait for their results, but are not
   * sent again. Blocks are always kept: only the node knows what became of them.
   */
  tipPassed(): void {
    const pending = this.#pending;
    this.counters.stale += pending.removeWhere(
      entry => !pending.isBlock(entry) && pending.sentAt(entry) === undefined,
    );
    for (let entry = 0; entry < pending.size; entry++) if (!pending.isBlock(entry)) pending.setStale(entry);
  }

  /** Sends again what has waited too long for its result. */
  tick(now: number): void {
    if (!this.#connected) return;
    const pending = this.#pending;
    this.counters.stale += pending.removeWhere(
      entry => pending.isStale(entry) && overdue(pending.sentAt(entry), now),
    );
    for (let entry = 0; entry < pending.size; entry++)
      if (overdue(pending.sentAt(entry), now)) this.#send(entry, now);
  }

  /** @param unit the work that `workId` of the candidate names. */
  candidate(unit: WorkUnit, nonce: number, versionBits: number, now: number): void {
    if (!this.#seen.add(unit.id, nonce, versionBits)) {
      this.counters.duplicates++;
      return;
    }
    const { job, extranonce2, time } = unit;
    const version = (unit.version ^ versionBits) | 0;
    const sequence = this.#nextSequence;
    const share: Share = {
      sequence,
      jobId: job.id,
      extranonce1: job.extranonce1,
      extranonce2,
      time,
      nonce,
      version,
    };
    // Version bits beyond the unit's belong to other units: they would be counted twice.
    const foreign = (versionBits & ~unit.search.versionMask) !== 0;
    const value = foreign ? 0n : hashToInteger(hashOf(unit.search.header, version, nonce));
    if (foreign || value > hashToInteger(unit.search.target)) {
      const reason = shareCodeName(foreign ? ShareCode.badVersion : ShareCode.lowDifficulty);
      this.counters.mismatches++;
      this.#output.notice('error', 'mismatch', `the hash kernel reported a wrong nonce: ${reason}`, {
        reason,
        jobId: job.id,
      });
      return;
    }
    const isBlock = value <= compactToTarget(job.nBits);
    this.#nextSequence = sequence === 0xffffffff ? 1 : sequence + 1;
    this.counters.found++;
    const work = workOfTarget(value);
    if (work > this.#best) this.#best = work;
    this.#output.notice('info', 'share', isBlock ? 'block found' : 'share found', {
      sequence,
      jobId: job.id,
      height: job.height,
      block: isBlock,
    });
    const { entry, dropped } = this.#pending.add(share, isBlock);
    if (dropped > 0) {
      this.counters.dropped += dropped;
      this.#output.notice('warn', 'share', 'too many shares are waiting for a result: one was dropped');
    }
    if (entry !== undefined && this.#connected) this.#send(entry, now);
  }

  result(result: ShareVerdict): void {
    const { code, sequence, jobId, height } = result;
    const entry = this.#pending.find(sequence, jobId);
    if (entry === undefined) return; // a repeated result
    const reason = shareCodeName(code);
    const fields = { code, reason, sequence, jobId };
    if (code === ShareCode.internal && this.#pending.refused(entry) < MAX_REFUSALS) {
      this.#output.notice('warn', 'result', 'the node could not judge a share; sending it again', fields);
      return;
    }
    this.#pending.remove(entry);
    this.verdicts.count(code);
    if (code === ShareCode.block) {
      this.counters.accepted++;
      this.counters.blocks++;
      this.#output.notice('info', 'block', `block ${height} accepted`, { ...fields, height });
    } else if (code === ShareCode.accepted) {
      this.counters.accepted++;
      this.#output.notice('info', 'result', 'share accepted', fields);
    } else {
      this.counters.rejected++;
      // A share that crosses paths with a new job is nobody's fault.
      if (code === ShareCode.stale)
        this.#output.notice(
          'info',
          'result',
          'share came too late (stale), which is normal now and then',
          fields,
        );
      else this.#output.notice('warn', 'result', `share rejected: ${reason}`, fields);
    }
  }

  #send(entry: number, now: number): void {
    this.#pending.setSent(entry, now);
    this.#output.add(new SendShare(this.#pending, entry));
  }
}

/** Makes the share when it is sent: sixteen at once would be 6 KB of a board's heap. */
class SendShare {
  readonly kind = 'sendShare';
  readonly #pending: PendingShares;
  readonly #entry: number;

  constructor(pending: PendingShares, entry: number) {
    this.#pending = pending;
    this.#entry = entry;
  }

  /** Valid until the miner's next step. */
  get share(): Share {
    return this.#pending.share(this.#entry);
  }
}

function overdue(sentAt: number | undefined, now: number): boolean {
  return sentAt === undefined || now - sentAt >= RESULT_TIMEOUT_MS;
}

/** Of a searched header with this version and nonce: in script, which shares nothing with the kernel. */
function hashOf(searched: Uint8Array, version: number, nonce: number): Uint8Array {
  const header = searched.slice();
  const view = new DataView(header.buffer);
  view.setInt32(0, version, true);
  view.setUint32(76, nonce, true);
  return sha256dInScript(header);
}
