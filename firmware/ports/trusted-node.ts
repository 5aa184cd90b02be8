/**
 * What a trusted node does for its board besides giving work: headers and proofs of the chain, transactions to judge,
 * commands, firmware updates. A pool does none of this. Senders return false when nothing was sent.
 * @module
 */
import type { Command, Reply } from '../protocol/mite/command.js';
import type { GetHeaders } from '../protocol/mite/getheaders.js';
import type { HeadersView } from '../protocol/mite/headers.js';
import type { Offer } from '../protocol/mite/offer.js';
import type { GetProof, Proof } from '../protocol/mite/proof.js';
import type { BoardStatus } from '../protocol/mite/status.js';
import type { Announcement, Chunk, Fetch, Outcome } from '../protocol/mite/update.js';
import type { VerdictMessage } from '../protocol/mite/verdict.js';

export interface TrustedNode {
  sendGetHeaders(request: GetHeaders): boolean;
  sendGetProof(question: GetProof): boolean;
  sendVerdict(verdict: VerdictMessage): boolean;
  sendStatus(status: BoardStatus): boolean;
  sendReply(reply: Reply): boolean;
  sendFetch(fetch: Fetch): boolean;
  sendOutcome(outcome: Outcome): boolean;
}

export interface TrustedNodeHandlers {
  /** Whether a message of this kind would be looked at now: asked before it is copied. */
  wants(kind: 'offer' | 'proof' | 'chunk'): boolean;
  /** `tip` is true for the shared topic with the newest header. */
  headers(message: HeadersView, tip: boolean): void;
  /** An offer is about to be copied, like a job (WorkSourceHandlers.jobComing). */
  offerComing(): void;
  /** A transaction to be judged. */
  offer(offer: Offer): void;
  proof(proof: Proof): void;
  command(command: Command): void;
  /** `secure`: over TLS. */
  update(announcement: Announcement, secure: boolean): void;
  chunk(chunk: Chunk): void;
}
