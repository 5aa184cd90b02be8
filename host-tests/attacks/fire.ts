/**
 * Every message that a node may send, as large as it may be or made at random, for a board that is at its fullest: each
 * hash is a share without a result, a large job is searched, a judgement is under way.
 */
import { randomBytes } from 'node:crypto';
import { subsidy } from '../../firmware/domain/chain.js';
import { serializeTransaction } from '../../firmware/domain/transaction.js';
import { encodeHeaders } from '../../firmware/protocol/mite/headers.js';
import { encodeOffer, packSpent } from '../../firmware/protocol/mite/offer.js';
import { encodeProof } from '../../firmware/protocol/mite/proof.js';
import { encodeResult } from '../../firmware/protocol/mite/share.js';
import { encodeAnnouncement, encodeChunk } from '../../firmware/protocol/mite/update.js';
import { encodeUtf8 } from '../../firmware/protocol/utf8.js';
import { mutate, Random } from '../cases/random.js';
import { randomSpend } from '../judge/spends.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { GENESIS, type Liar, type Mined, mine, mineMany, OWNER_SCRIPT, RULES } from './liar.js';

/** Messages between two questions to the board's console: what is sent stays within what the link takes. */
const BATCH = 16;

export interface Peaks {
  readonly slotPeak: number;
  readonly chunkPeak: number;
  readonly heapLimit: number;
}

export class Fire {
  readonly #liar: Liar;
  readonly #random: Random;
  #chain: Mined[] = [];
  #id = 1;
  sent = 0;
  /** Of the largest transaction that is judged. */
  readonly #offer: { readonly raw: Uint8Array; readonly spent: Uint8Array };

  constructor(liar: Liar, seed: number) {
    this.#liar = liar;
    this.#random = new Random(seed);
    const { transaction, spent } = randomSpend(new Random(7), { inputs: 22, outputs: 1, kind: 'p2wpkh' });
    this.#offer = { raw: serializeTransaction(transaction), spent: packSpent(spent) };
  }

  /** The kinds of message, each by its name. */
  readonly kinds: { readonly [kind: string]: () => Promise<void> } = {
    job: () => this.#job(this.#random.below(3) > 0, this.#chain.at(-1)!),
    result: () => {
      const code = this.#random.below(12);
      const height = code === 1 ? 21 : 0;
      const sequence = 1 + this.#random.below(200);
      return this.#liar.says('result', encodeResult({ code, sequence, jobId: 1, height } as never));
    },
    offer: () => this.#liar.says('offer', encodeOffer({ id: this.#id++, ...this.#offer })),
    command: () => {
      const x = this.#random.pick([`[${'[],'.repeat(320)}1]`, `"${'a'.repeat(900)}"`, `{${this.#names()}}`]);
      return this.#liar.says('command', encodeUtf8(`{"v":1,"id":${this.#id++},"cmd":"status","x":${x}}`));
    },
    set: () =>
      this.#liar.commands({
        id: this.#id++,
        cmd: 'set',
        key: 'pause.temperature',
        value: String(60 + this.#random.below(30)),
      }),
    update: () =>
      this.#liar.says(
        'update',
        encodeAnnouncement({
          id: this.#id++,
          board: 'host',
          version: `${this.#random.below(99)}.0.${this.#id}`,
          security: 0,
          size: 1_900_000,
          sha256: 'ab'.repeat(32),
          signature: 'cd'.repeat(64),
        }),
      ),
    chunk: () =>
      this.#liar.says('chunk', encodeChunk({ id: this.#id, offset: 0, bytes: this.#random.bytes(4096) })),
    proof: () =>
      this.#liar.says(
        'proof',
        encodeProof({
          form: 'txoutproof',
          txid: this.#random.bytes(32),
          height: 3,
          proof: this.#random.bytes(4000),
        } as never),
      ),
    malformed: () => {
      const sample = encodeOffer({ id: this.#id++, ...this.#offer });
      const kind = this.#random.pick(['job', 'headers', 'offer', 'result', 'chunk', 'command'] as const);
      return this.#liar.says(kind, mutate(this.#random, sample).subarray(0, 6_000));
    },
  };

  /** These count as a flood, after which the node is refused for a minute. */
  readonly floods: { readonly [kind: string]: () => Promise<void> } = {
    headers: () => this.#liar.headers(this.#random.below(2_000), new Array<Mined>(64).fill(this.#chain[1]!)),
    tip: () => this.#liar.announce(mine(this.#chain.at(-2)!, { salt: this.#random.below(1 << 20) })),
    twin: async () => {
      const twin = mine(this.#chain.at(-2)!, { salt: this.#random.below(2) });
      await this.#liar.announce(twin);
      await this.#job(false, twin);
    },
    'headers of nothing': () =>
      this.#liar.says('headers', encodeHeaders({ startHeight: this.#random.u32() >>> 1, headers: [] })),
  };

  /** Begins a board and fills it: the worst moment. */
  async begin(): Promise<void> {
    const liar = this.#liar;
    this.#chain = [GENESIS, ...mineMany(GENESIS, 40)];
    liar.chain = this.#chain;
    const tip = this.#chain.at(-1)!;
    liar.onHello = () => {
      void liar.announce(tip).then(() => liar.job(tip, { shareBits: RULES.powLimitBits }));
    };
    liar.startBoard();
    await liar.mines(tip);
    await liar.board.waitFor(
      line => line.event === 'status' && line.pending === 16,
      'pending shares',
      MINING_MS,
    );
    await this.kinds.job!();
    await this.kinds.offer!();
  }

  /** Any of `kinds`, for this long. */
  async rage(kinds: readonly (() => Promise<void>)[], milliseconds: number): Promise<Peaks> {
    let peaks = await this.peaks();
    for (const end = Date.now() + milliseconds; Date.now() < end; ) {
      for (let i = 0; i < BATCH; i++) await this.#random.pick(kinds)();
      this.sent += BATCH;
      peaks = await this.peaks();
    }
    return peaks;
  }

  /** It answers. */
  async peaks(): Promise<Peaks> {
    const { board } = this.#liar;
    const { length } = board.lines;
    board.write('status');
    const line = await board.waitFor(
      ({ reply, heapLimit }) => reply === 'status' && heapLimit !== undefined,
      'its status',
      ANSWER_MS,
      length,
    );
    if (length > 20_000) board.lines.splice(0, 15_000);
    return line as unknown as Peaks;
  }

  #job(large: boolean, parent: Mined): Promise<void> {
    const outputs = [
      { value: subsidy(RULES, parent.height + 1), script: OWNER_SCRIPT },
      ...Array.from({ length: large ? 91 : 1 }, () => ({ value: 0n, script: new Uint8Array(34) })),
    ];
    const merkleBranch = Array.from({ length: large ? 24 : 2 }, () => new Uint8Array(randomBytes(32)));
    const clean = this.#random.bool();
    return this.#liar.job(parent, { merkleBranch, clean, shareBits: RULES.powLimitBits }, outputs);
  }

  #names(): string {
    return Array.from({ length: 90 }, () => `"q${this.#random.u32().toString(36)}":1`).join(',');
  }
}
