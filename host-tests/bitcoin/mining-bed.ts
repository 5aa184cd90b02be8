/** bitcoind on regtest, a node behind it, and emulated boards. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bed } from '../e2e/bed.js';
import { ANSWER_MS } from '../support/deadlines.js';
import type { Line, Program } from '../support/processes.js';
import { Bitcoind } from './bitcoind.js';

export class MiningBed extends Bed {
  private constructor(
    readonly bitcoind: Bitcoind,
    /** Of bitcoind's wallet. */
    readonly address: string,
  ) {
    super();
  }

  /** With a chain of 101 blocks and coins that can be spent. */
  static async begin(): Promise<MiningBed> {
    const bitcoind = await Bitcoind.start();
    return new MiningBed(bitcoind, await bitcoind.wallet());
  }

  get nodeFlags(): string[] {
    return [
      '--upstream',
      `bitcoin://127.0.0.1:${this.bitcoind.port}`,
      '--rpc-cookie',
      this.bitcoind.cookie,
      '--network',
      'regtest',
      '--payout-address',
      this.address,
      '--log-level',
      'warn',
    ];
  }

  startBitcoinNode(): Promise<Program> {
    return this.startNode(this.nodeFlags);
  }

  /** A board that checks regtest's chain and that it is paid. */
  async board(id: string): Promise<Program> {
    const { secret } = await this.addDevice(id);
    const board = this.startBoard(id, String(secret));
    for (const line of [
      'config begin',
      'config set chain.network regtest',
      `config set payout.address ${this.address}`,
      'config commit',
      'restart',
    ])
      board.write(line);
    return board;
  }

  /** The event of a block that is the `count`-th since line `from`. */
  async blocks(count: number, from = 0): Promise<Line> {
    let at = from;
    let line: Line = {};
    for (let left = count; left > 0; left--) {
      line = await this.node.waitFor(entry => entry.event === 'block', 'a block', undefined, at);
      at = this.node.lines.indexOf(line) + 1;
    }
    return line;
  }

  /** Hashes of the blocks that lie in the data directory, each checked to be whole. */
  storedBlocks(): string[] {
    const folder = join(this.data, 'blocks');
    return readdirSync(folder).map(name => {
      if (!/^[0-9a-f]{64}\.hex$/.test(name)) throw new Error(`${name} in ${folder}`);
      if (!/^(?:[0-9a-f]{2}){81,}\n$/.test(readFileSync(join(folder, name), 'latin1')))
        throw new Error(`${name} is not whole`);
      return name.slice(0, 64);
    });
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    await this.bitcoind.close();
  }

  /** Confirmations of a block in bitcoind's chain: -1 when it is in another branch, 0 when it is not known. */
  async confirmations(hash: string): Promise<number> {
    try {
      return (await this.bitcoind.call('getblockheader', hash)).confirmations;
    } catch {
      return 0;
    }
  }

  async stateOf(state: string, from = 0): Promise<Line> {
    const is = (line: Line) => line.event === 'upstream' && line.state === state;
    return this.node.waitFor(is, `the state ${state}`, ANSWER_MS, from);
  }
}
