/**
 * A node that says what a test wants it to say, over the real broker. On regtest, where a header costs two hashes: what
 * is tried is not whether a liar can afford it.
 */
import { join } from 'node:path';
import { subsidy } from '../../firmware/domain/chain.js';
import { buildCoinbaseParts } from '../../firmware/domain/coinbase.js';
import { sha256d } from '../../firmware/domain/hash.js';
import { encodeHeader } from '../../firmware/domain/header.js';
import type { Job } from '../../firmware/domain/job.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { compactToTarget, meetsTarget } from '../../firmware/domain/target.js';
import type { TxOutput } from '../../firmware/domain/transaction.js';
import {
  type Command,
  decodeReply,
  encodeCommand,
  type Reply,
} from '../../firmware/protocol/mite/command.js';
import { decodeGetHeaders, type GetHeaders } from '../../firmware/protocol/mite/getheaders.js';
import { encodeHeaders } from '../../firmware/protocol/mite/headers.js';
import { decodeHello } from '../../firmware/protocol/mite/hello.js';
import { encodeJob } from '../../firmware/protocol/mite/job.js';
import { encodeOffer } from '../../firmware/protocol/mite/offer.js';
import {
  decodeGetProof,
  encodeProof,
  type GetProof,
  type Proof,
} from '../../firmware/protocol/mite/proof.js';
import { type BoardStatus, decodeStatus } from '../../firmware/protocol/mite/status.js';
import { DELIVERY, HEADERS_TOPIC, type NodeKind, topic } from '../../firmware/protocol/mite/topics.js';
import { decodeVerdict, type VerdictMessage } from '../../firmware/protocol/mite/verdict.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import type { BoardMessage, Bus } from '../../trusted-node/doors/mqtt/bus.js';
import { openEmbeddedBus } from '../../trusted-node/doors/mqtt/embedded.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { Bench, type Line, type Program, ROOT } from '../support/processes.js';

export const RULES = NETWORKS.regtest;
export const DEVICE = 'board';
const SECRET = 'secret of a test';
/** P2WPKH of 20 times 0x5a, on regtest. */
export const OWNER = 'bcrt1qtfd95kj6tfd95kj6tfd95kj6tfd95kj6qz56sc';
export const OWNER_SCRIPT = Uint8Array.of(0, 20, ...new Array(20).fill(0x5a));
/** XS with its natives under ASan and UBSan. */
export const BOARD_UNDER_TEST = join(ROOT, 'build/host/asan/mite-board');

export interface Mined {
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
  readonly height: number;
  readonly time: number;
}

export const GENESIS: Mined = {
  bytes: encodeHeader(RULES.genesis.header),
  hash: RULES.genesis.hash,
  height: 0,
  time: RULES.genesis.header.time,
};

export interface Choice {
  time?: number;
  nBits?: number;
  version?: number;
  /** Makes it another block. */
  salt?: number;
  /** In place of one that the salt makes. */
  merkleRoot?: Uint8Array;
  /** A header that its proof of work is wrong for. */
  worthless?: boolean;
}

/** A header on top of `parent`, with proof of work for regtest's easiest target. */
export function mine(parent: Mined, choice: Choice = {}): Mined {
  const { time = parent.time + 600, nBits = RULES.powLimitBits, version = 0x20000000, salt = 0 } = choice;
  const merkleRoot = choice.merkleRoot ?? new Uint8Array(32);
  if (choice.merkleRoot === undefined) new DataView(merkleRoot.buffer).setUint32(0, salt);
  const target = compactToTarget(RULES.powLimitBits);
  for (let nonce = 0; ; nonce++) {
    const bytes = encodeHeader({ version, previousHash: parent.hash, merkleRoot, time, nBits, nonce });
    const hash = sha256d(bytes);
    if (meetsTarget(hash, target) !== (choice.worthless === true))
      return { bytes, hash, height: parent.height + 1, time };
  }
}

/** `count` headers on top of `parent`, the parent left out. */
export function mineMany(parent: Mined, count: number, choice: Choice = {}): Mined[] {
  const mined: Mined[] = [];
  for (let last = parent; mined.length < count; mined.push(last)) last = mine(last, choice);
  return mined;
}

export class Liar extends Bench {
  /** What `getheaders` is answered from, by height; undefined: no answer at all. */
  chain: readonly Mined[] | undefined = [GENESIS];
  readonly requests: GetHeaders[] = [];
  readonly statuses: BoardStatus[] = [];
  readonly shares: Uint8Array[] = [];
  readonly verdicts: VerdictMessage[] = [];
  /** Of the board's hellos. */
  readonly keys: (string | undefined)[] = [];
  readonly boots: string[] = [];
  readonly replies: Reply[] = [];
  /** What `getproof` is answered with; undefined: nothing. */
  proof: ((question: GetProof) => Proof) | undefined;
  /** Called for each hello. */
  onHello: () => void = () => {};
  board!: Program;
  program = BOARD_UNDER_TEST;
  #bus!: Bus;
  #nextJob = 1;
  #nextOffer = 1;

  static async open(): Promise<Liar> {
    const liar = new Liar();
    liar.#bus = await openEmbeddedBus({
      listen: [{ host: '127.0.0.1', port: 0 }],
      authenticate: async () => true,
      handlers: { message: message => liar.#take(message), up: () => {}, gone: () => {} },
      log: openLogger('silent'),
    });
    return liar;
  }

  /** Arguments that come before all others. */
  first: readonly string[] = [];

  /** Where boards connect, on the loopback address. */
  get port(): number {
    return this.#bus.addresses[0]!.port;
  }

  /** Starts the board, or starts it again with what it has stored. */
  startBoard(...settings: string[]): Program {
    const set = [
      'node.host=127.0.0.1',
      `node.port=${this.port}`,
      `device.id=${DEVICE}`,
      'chain.network=regtest',
      `payout.address=${OWNER}`,
      'status.interval=1',
      'mining.plan=portable',
      'mining.budget=10',
      'log.level=debug',
      ...settings,
    ];
    this.board = this.start(this.program, [
      ...this.first,
      ...['--data', join(this.directory, DEVICE), '--json'],
      ...set.flatMap(assignment => ['--set', assignment]),
    ]);
    this.board.write(`config set device.secret ${JSON.stringify(SECRET)}`);
    return this.board;
  }

  async close(): Promise<void> {
    await this.#bus.close();
    await this.dispose();
  }

  #take({ kind, payload }: BoardMessage): undefined {
    if (kind === 'hello') {
      const { key, boot } = decodeHello(payload);
      this.keys.push(key);
      this.boots.push(boot);
      this.onHello();
    } else if (kind === 'getproof') {
      const answer = this.proof?.(decodeGetProof(payload));
      if (answer) void this.#bus.publish(topic(DEVICE, 'proof'), encodeProof(answer), DELIVERY.proof);
    } else if (kind === 'verdict') this.verdicts.push(decodeVerdict(payload));
    else if (kind === 'reply') this.replies.push(decodeReply(payload));
    else if (kind === 'status') this.statuses.push(decodeStatus(payload));
    else if (kind === 'share') this.shares.push(payload.slice());
    else if (kind === 'getheaders') {
      const request = decodeGetHeaders(payload);
      this.requests.push(request);
      if (this.chain !== undefined) {
        const { from, count } = request;
        void this.headers(from, this.chain.slice(from, from + count));
      }
    }
    return undefined;
  }

  /** Any bytes, to this board. */
  says(kind: NodeKind, bytes: Uint8Array): Promise<void> {
    return this.#bus.publish(topic(DEVICE, kind), bytes, DELIVERY[kind]);
  }

  commands(command: Command): Promise<void> {
    return this.says('command', encodeCommand(command));
  }

  headers(startHeight: number, mined: readonly Mined[]): Promise<void> {
    const message = encodeHeaders({ startHeight, headers: mined.map(({ bytes }) => bytes) });
    return this.#bus.publish(topic(DEVICE, 'headers'), message, DELIVERY.headers);
  }

  /** Offers a transaction and waits for what the board signs. */
  async judges(raw: Uint8Array, spent: Uint8Array): Promise<VerdictMessage> {
    const id = this.#nextOffer++;
    await this.#bus.publish(topic(DEVICE, 'offer'), encodeOffer({ id, raw, spent }), DELIVERY.offer);
    const deadline = Date.now() + ANSWER_MS;
    for (;;) {
      const found = this.verdicts.find(verdict => verdict.id === id);
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error('no verdict came');
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  announce(mined: Mined, height = mined.height): Promise<void> {
    const message = encodeHeaders({ startHeight: height, headers: [mined.bytes] });
    return this.#bus.publish(HEADERS_TOPIC, message, { qos: 1, retain: true });
  }

  /** A job on top of `parent` that is right in every way, but for `change`. */
  async job(parent: Mined, change: Partial<Job> = {}, outputs?: TxOutput[]): Promise<void> {
    const height = change.height ?? parent.height + 1;
    const { prefix, suffix } = buildCoinbaseParts({
      height,
      outputs: outputs ?? [{ value: subsidy(RULES, height), script: OWNER_SCRIPT }],
      extranonceLength: 8,
    });
    const job: Job = {
      id: this.#nextJob++,
      clean: true,
      height,
      version: 0x20000000,
      previousHash: parent.hash,
      nBits: RULES.powLimitBits,
      time: parent.time + 600,
      minTime: parent.time + 1,
      maxTime: parent.time + 7200,
      versionMask: 0,
      shareBits: 0x1d00ffff,
      extranonce1: Uint8Array.of(0, 0, 0, 1),
      extranonce2Length: 4,
      coinbasePrefix: prefix,
      coinbaseSuffix: suffix,
      merkleBranch: [],
      payoutGroup: 'owner',
      fees: 0n,
      ...change,
    };
    await this.#bus.publish(topic(DEVICE, 'job'), encodeJob(job), DELIVERY.job);
  }

  /** Waits until the board mines on top of `parent`. */
  mines(parent: Mined, from = 0): Promise<Line> {
    return this.board.waitFor(
      line => line.event === 'status' && line.state === 'mining' && line.height === parent.height + 1,
      `mining on ${parent.height}`,
      ANSWER_MS,
      from,
    );
  }

  /** Waits for a refusal, on the console and in the status message, and that the board does not mine. */
  async refuses(reason: string, from = 0, milliseconds = MINING_MS): Promise<Line> {
    const notice = await this.board.waitFor(
      line => line.event === 'check' && line.level === 'error' && line.reason === reason,
      `the refusal "${reason}"`,
      milliseconds,
      from,
    );
    await this.board.waitFor(
      line => line.event === 'status' && line.state === 'waiting' && line.refused === reason,
      'the status after it',
      ANSWER_MS,
      from,
    );
    const deadline = Date.now() + ANSWER_MS;
    while (!this.statuses.some(status => status.refused === reason && status.state === 'waiting')) {
      if (Date.now() > deadline) throw new Error('no status message tells the refusal');
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return notice;
  }
}
