/** What the miner is told and what it asks for. Plain values: nothing here does anything. */
import type { AcceptedJob } from '../../domain/accepted-job.js';
import type { Share } from '../../domain/share.js';
import type { Notice } from '../../ports/notice.js';
import type { HoldReason } from '../../ports/report.js';
import type { SearchEvent, SearchWork } from '../../ports/searcher.js';
import type { ShareVerdict } from '../../ports/work-source.js';

export type MinerEvent =
  | SearchEvent
  /** Everything is wired and the self-test has passed: searching may begin. */
  | { readonly kind: 'started' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected' }
  /** `receivedAt`: ms of the clock of `step`, when its bytes came. */
  | { readonly kind: 'job'; readonly job: AcceptedJob; readonly receivedAt: number }
  /** The verified chain has gone on: jobs that build on this header (32 bytes, internal order) are over. */
  | { readonly kind: 'over'; readonly parent: Uint8Array }
  /** The node was caught: the board stops working on anything it gave. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'result'; readonly result: ShareVerdict }
  /** At least once a second. `hashes` is the searcher's total since boot. */
  | { readonly kind: 'tick'; readonly hashes: number }
  /** Percent of the time that the search takes from now on. */
  | { readonly kind: 'budget'; readonly percent: number }
  | { readonly kind: 'pause'; readonly by: HoldReason }
  | { readonly kind: 'resume'; readonly by: HoldReason }
  /** The kernel failed its self-test, or the searcher could not be made. */
  | { readonly kind: 'fault'; readonly reason: string };

export type MinerCommand =
  | { readonly kind: 'startSearch'; readonly work: SearchWork }
  | { readonly kind: 'nextSearch'; readonly work: SearchWork }
  | { readonly kind: 'stopSearch' }
  | { readonly kind: 'sendShare'; readonly share: Share }
  | { readonly kind: 'sendStatus' }
  | { readonly kind: 'notice'; readonly notice: Notice };
