/** `proof`: whether a transaction is in a block of the verified chain. One question at a time, each with a deadline. */

import { equalBytes, FormatError, hashToDisplay } from '../../domain/bytes.js';
import type {
  InclusionCommand,
  InclusionEvent,
  InclusionFailure,
  KnownPoint,
} from '../../domain/inclusion.js';
import { checkBranch, checkTxOutProof, type Included, InclusionCheck } from '../../domain/inclusion.js';
import type { Part } from '../../ports/part.js';
import type { Platform } from '../../ports/platform.js';
import type { ProofListener } from '../../ports/proof.js';
import type { HeadersView } from '../../protocol/mite/headers.js';
import type { GetProof, Proof, ProofForm } from '../../protocol/mite/proof.js';

/** How long the node gets for the proof itself; the headers after it have their own deadlines. */
const ANSWER_MS = 10_000;

const FAILURES: Readonly<Record<InclusionFailure, string>> = {
  'above-tip': 'the proof is for a block above the verified chain',
  'not-in-chain': 'the proof leads to a block that is not in the verified chain',
  'too-deep': 'the block is too deep to check',
  unlinked: 'the headers behind the block do not link to the verified chain',
  withheld: 'the node does not send the headers behind the block',
  reorganised: 'the chain changed meanwhile: ask again',
};

export interface ProofHost {
  /** @returns false when it could not be sent */
  ask(question: GetProof): boolean;
  request(from: number, count: number): void;
  /** Points of the verified chain, the tip first; none while it is not verified. */
  points(): readonly KnownPoint[];
}

interface Question {
  readonly txid: Uint8Array;
  readonly form: ProofForm;
  readonly listener: ProofListener;
}

export class ProofPart implements Part<unknown> {
  readonly #platform: Platform;
  readonly #host: ProofHost;
  #question: Question | undefined;
  #included: Included | undefined;
  #check: InclusionCheck | undefined;
  #timer = 0;
  /** Headers wait for an empty stack: those of one message. */
  #headersTimer = 0;

  constructor(platform: Platform, host: ProofHost) {
    this.#platform = platform;
    this.#host = host;
  }

  /** @param txid 32 bytes, internal order @returns why it cannot begin */
  begin(txid: Uint8Array, form: ProofForm, listener: ProofListener): string | undefined {
    if (this.#question !== undefined) return 'another proof is being checked';
    if (this.#host.points().length === 0) return 'the chain is not verified yet';
    if (!this.#host.ask({ form, txid })) return 'not connected to the node';
    this.#question = { txid, form, listener };
    this.#timer = this.#platform.setTimer(ANSWER_MS, () => this.#fail('the node does not answer'));
    return undefined;
  }

  /** With an empty stack: hashing a branch is a long chain of calls. */
  proof(proof: Proof): void {
    const question = this.#question;
    if (question === undefined || this.#check !== undefined || !equalBytes(proof.txid, question.txid)) return;
    this.#platform.clearTimer(this.#timer);
    this.#timer = this.#platform.setTimer(0, () => this.#examine(question, proof));
  }

  /** A question is open. */
  get waits(): boolean {
    return this.#question !== undefined && this.#check === undefined;
  }

  /** @returns whether these headers were for a proof */
  headers(message: HeadersView): boolean {
    if (this.#headersTimer !== 0 || this.#check?.expects(message.startHeight) !== true) return false;
    const { startHeight } = message;
    const headers = message.read();
    this.#headersTimer = this.#platform.setTimer(0, () => {
      this.#headersTimer = 0;
      this.#step({ kind: 'headers', startHeight, headers });
    });
    return true;
  }

  moved(tip: KnownPoint, reorganised: boolean): void {
    this.#step({ kind: 'moved', tip, reorganised });
  }

  tick(): void {
    this.#step({ kind: 'tick' });
  }

  disconnected(): void {
    this.#fail('the connection to the node was lost');
  }

  #examine({ txid, form }: Question, proof: Proof): void {
    if (proof.form === 'unknown') {
      this.#fail('the node knows no such transaction in a block');
      return;
    }
    if (proof.form !== form) {
      this.#fail('the node sent another kind of proof');
      return;
    }
    const [tip, ...others] = this.#host.points();
    if (tip === undefined) {
      this.#fail('the chain is not verified any more');
      return;
    }
    try {
      this.#included =
        proof.form === 'branch'
          ? checkBranch(txid, proof.header, proof.index, proof.branch)
          : checkTxOutProof(txid, proof.proof);
    } catch (error) {
      if (!(error instanceof FormatError || error instanceof RangeError)) throw error;
      this.#fail(`the proof is wrong: ${error.message}`);
      return;
    }
    this.#check = new InclusionCheck(proof.height, this.#included.headerHash, tip, others);
    this.#step({ kind: 'start' });
  }

  #step(event: InclusionEvent): void {
    for (const command of this.#check?.step(event, this.#platform.monotonic()) ?? []) this.#execute(command);
  }

  #execute(command: InclusionCommand): void {
    switch (command.kind) {
      case 'request':
        this.#host.request(command.from, command.count);
        break;
      case 'failed':
        this.#fail(FAILURES[command.reason]);
        break;
      case 'confirmed': {
        const { height, confirmations } = command;
        const { txid, headerHash } = this.#included!;
        const outcome = { txid: hashToDisplay(txid), height, hash: hashToDisplay(headerHash), confirmations };
        this.#end()?.onProved(outcome);
        break;
      }
    }
  }

  #fail(problem: string): void {
    this.#end()?.onFailed(problem);
  }

  #end(): ProofListener | undefined {
    const listener = this.#question?.listener;
    this.#platform.clearTimer(this.#timer);
    this.#platform.clearTimer(this.#headersTimer);
    this.#headersTimer = 0;
    this.#question = undefined;
    this.#check = undefined;
    this.#included = undefined;
    return listener;
  }
}
