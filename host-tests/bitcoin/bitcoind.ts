/** A real bitcoind on regtest: that of PATH, else that of build/bitcoin (fetch.sh). Nothing here can touch another chain. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { RpcClient } from '../../trusted-node/upstream/bitcoin/rpc.js';
import { ANSWER_MS, eventually } from '../support/deadlines.js';
import { freePort, ROOT } from '../support/processes.js';

const PROGRAM =
  (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, 'bitcoind'))
    .find(existsSync) ?? join(ROOT, 'build/bitcoin/bin/bitcoind');

/**
 * Bitcoin Knots keeps a transaction with a lock time of 21 out of its mempool (CAT-21), and the wallet writes an older height
 * into one in ten of its own at random: now and then a suite waited for such a one. Bitcoin Core does not have the setting.
 */
const KNOTS =
  spawnSync(PROGRAM, ['-help'], { encoding: 'utf8' }).stdout?.includes('-rejectparasites') === true;
const POLICY = KNOTS ? ['-rejectparasites=0'] : [];

/** Amounts are floats of coins there; suites compare satoshi. */
export type Json = ReturnType<typeof JSON.parse>;

export class Bitcoind {
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly more: readonly string[],
  ) {}

  /** Started, answering, on regtest. @param more arguments */
  static async start(...more: string[]): Promise<Bitcoind> {
    const node = new Bitcoind(mkdtempSync(join(tmpdir(), 'mite-bitcoind-')), await freePort(), more);
    await node.up();
    return node;
  }

  get cookie(): string {
    return join(this.folder, 'regtest/.cookie');
  }

  get client(): RpcClient {
    const credentials = { kind: 'cookie', file: this.cookie } as const;
    return new RpcClient({ host: '127.0.0.1', port: this.port, credentials });
  }

  /** One call. @throws RpcFailure */
  call(method: string, ...params: unknown[]): Promise<Json> {
    return this.client.call(method, params, z.any(), { maxBytes: 2 ** 26, timeoutMs: ANSWER_MS });
  }

  /** Starts the program and returns at once. */
  begin(): void {
    const child = spawn(
      PROGRAM,
      [
        '-chain=regtest',
        `-datadir=${this.folder}`,
        `-rpcport=${this.port}`,
        '-server',
        '-listen=0',
        '-connect=0',
        '-printtoconsole=0',
        '-fallbackfee=0.0001',
        '-addresstype=bech32',
        ...POLICY,
        ...this.more,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    this.child = child;
    this.ended = new Promise(resolve => {
      child.on('error', error => {
        said += error.message;
        resolve();
      });
      child.on('close', () => resolve());
    });
    void this.ended.then(() => {
      if (said !== '' && !child.killed) process.stderr.write(`bitcoind: ${said}\n`);
    });
  }

  async up(): Promise<void> {
    this.begin();
    await eventually(async () => {
      if (this.child?.exitCode !== null) throw new Error('bitcoind ended at its start');
      try {
        const { chain } = await this.call('getblockchaininfo');
        if (chain !== 'regtest') throw new Error(`bitcoind is on ${chain}`);
        return true;
      } catch (error) {
        if ((error as Error).name !== 'RpcFailure') throw error;
        return false;
      }
    }, 'bitcoind');
  }

  /** Ends as it likes to. */
  async down(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.child?.kill(signal);
    await this.ended;
  }

  async close(): Promise<void> {
    await this.down('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A wallet with coins that can be spent; mines 101 blocks. @returns an address of it */
  async wallet(): Promise<string> {
    await this.call('createwallet', 'suite');
    const address = await this.call('getnewaddress');
    await this.call('generatetoaddress', 101, address);
    return address;
  }

  /** @param salt makes them others than those of another salt, at the same heights */
  async generate(blocks: number, salt = 0): Promise<void> {
    // A push of the salt, dropped, and OP_TRUE.
    const script = `04${salt.toString(16).padStart(8, '0')}7551`;
    for (let left = blocks; left > 0; left -= 500)
      await this.call('generatetodescriptor', Math.min(left, 500), `raw(${script})`);
  }

  log(): string {
    return readFileSync(join(this.folder, 'regtest/debug.log'), 'utf8');
  }
}
