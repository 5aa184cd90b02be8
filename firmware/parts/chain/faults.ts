/** What a node whose header breaks a rule tried to do: the owner reads this, not Bitcoin Core's words. */
import { startsPeriod } from '../../domain/chain.js';
import { type ChainPoint, type HeaderFault, headerFields } from '../../domain/chain-point.js';
import type { NetworkRules } from '../../domain/networks.js';
import type { RefusalReason } from '../../domain/refusal.js';
import { compactToTarget } from '../../domain/target.js';

/** @param header 80 bytes, meant to follow `point` */
export function reasonOf(
  rules: NetworkRules,
  fault: HeaderFault,
  point: ChainPoint,
  header: Uint8Array,
): RefusalReason {
  switch (fault) {
    case 'bad-diffbits':
      if (startsPeriod(rules, point.height + 1) && !rules.perBlockRetarget) return 'wrong-retarget';
      return isEasier(headerFields(header).nBits, point.nBits) ? 'low-difficulty' : 'wrong-retarget';
    case 'high-hash':
      return 'no-proof-of-work';
    case 'time-timewarp-attack':
      return 'time-warp';
    case 'bad-version':
      return 'version';
    case 'prev-blk-not-found':
      return 'unlinked';
    case 'time-too-old':
    case 'time-too-new':
      return 'time';
  }
}

function isEasier(nBits: number, than: number): boolean {
  try {
    return compactToTarget(nBits) > compactToTarget(than);
  } catch {
    return true; // not a target at all
  }
}
