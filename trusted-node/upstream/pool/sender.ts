/** Takes shares from the outbox to the connection in use, and their answers back: one at a time, in their order. */
import { equalBytes } from '../../../firmware/domain/bytes.js';
import type { Reject } from '../../../firmware/protocol/stratum/answers.js';
import type { StratumShare } from '../../../firmware/protocol/stratum/requests.js';
import type { Logger } from '../../common/logger.js';
import { SingleFlight } from '../../common/single-flight.js';
import { RETRY_MS } from '../../ports/store.js';
import type { RelayedWork } from '../../ports/upstream.js';
import type { PoolOutbox, PoolShare } from './outbox.js';

/** What takes shares to the pool. */
export interface ShareLink {
  readonly canSubmit: boolean;
  submit(share: StratumShare, token: number): void;
}

export interface SenderOptions {
  readonly outbox: PoolOutbox;
  readonly log: Logger;
  /** For each share whose fate is known and stored. */
  readonly onResult: (share: PoolShare, result: string, text: string) => void;
}

export class Sender {
  private link: ShareLink | undefined;
  private work: RelayedWork | undefined;
  /** Sent on this connection, not answered. */
  private readonly open = new Set<number>();
  /** Sent on an earlier one, or by an earlier run: the pool may have them already. */
  private readonly again = new Set<number>();
  private earlier: number | undefined;
  /** Up to this one all were sent on this connection. */
  private sent = 0;
  private parent: Uint8Array | undefined;
  private readonly sending = new SingleFlight(() => this.send());
  private retry: NodeJS.Timeout | undefined;
  private settling: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly options: SenderOptions) {}

  /** There are new shares. */
  wake(): void {
    if (!this.closed && this.link !== undefined) void this.sending.rerun();
  }

  /** A pool has said which extranonce is this node's: shares of another one are worthless. */
  connected(pool: string, extranonce1: Uint8Array): void {
    this.giveUp({ pool, notWith: extranonce1 });
  }

  /** Shares go there from now on. */
  attach(link: ShareLink, work: RelayedWork): void {
    if (this.link !== link) this.disconnected();
    this.link = link;
    this.work = work;
    if (this.parent !== undefined && !equalBytes(this.parent, work.previousHash))
      this.giveUp({ notOn: work.previousHash });
    this.parent = work.previousHash;
    this.wake();
  }

  disconnected(): void {
    for (const id of this.open) this.again.add(id);
    this.open.clear();
    this.link = undefined;
    this.sent = 0;
  }

  /** @param reject undefined: accepted */
  answered(id: number, reject: Reject | undefined, text: string): void {
    this.open.delete(id);
    const before = this.again.delete(id) || id <= (this.earlier ?? 0);
    // A share that was sent before and is known there is the one that was sent before.
    const result = reject === undefined || (reject === 'duplicate' && before) ? 'accepted' : reject;
    this.settle(async () => {
      const share = await this.options.outbox.answered(id, result);
      if (share !== undefined) this.options.onResult(share, result, text);
    });
    this.wake();
  }

  private giveUp(old: Parameters<PoolOutbox['giveUp']>[1]): void {
    this.settle(async () => {
      const count = await this.options.outbox.giveUp(this.open, old);
      if (count > 0) this.options.log.warn({ count }, 'shares came too late for the pool');
    });
  }

  /** One after the other; what fails is tried again. */
  private settle(work: () => Promise<void>): void {
    const attempt = async (): Promise<void> => {
      for (;;) {
        try {
          return await work();
        } catch (error) {
          this.options.log.error({ err: error }, 'what a pool said of a share could not be stored');
          if (this.closed) return;
          await new Promise(resolve => setTimeout(resolve, RETRY_MS));
        }
      }
    };
    this.settling = this.settling.then(attempt);
  }

  private async send(): Promise<void> {
    try {
      this.earlier ??= await this.options.outbox.newest();
      // What is given up is not sent.
      await this.settling;
      for (;;) {
        const { link, work } = this;
        if (link === undefined || work === undefined || !link.canSubmit) return;
        const { pool, extranonce1 } = work.relay;
        const shares = await this.options.outbox.waiting(pool, extranonce1, this.sent);
        if (shares.length === 0 || this.link !== link) return;
        for (const share of shares) {
          if (!link.canSubmit) return;
          this.sent = share.id;
          this.open.add(share.id);
          link.submit(
            {
              jobId: share.job,
              extranonce2: new Uint8Array(share.extranonce2),
              time: share.time,
              nonce: share.nonce,
              versionBits: share.version_bits ?? undefined,
            },
            share.id,
          );
        }
      }
    } catch (error) {
      this.options.log.error({ err: error }, 'shares for the pool could not be read');
      if (this.retry !== undefined || this.closed) return;
      this.retry = setTimeout(() => {
        this.retry = undefined;
        this.wake();
      }, RETRY_MS);
    }
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.sending.ended();
    await this.settling;
  }
}
