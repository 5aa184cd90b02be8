/** The upstream on a real bitcoind, in a separate data directory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { NETWORKS, type NetworkRules } from '../../firmware/domain/networks.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import type { RpcClient } from '../../trusted-node/upstream/bitcoin/rpc.js';
import { BitcoinUpstream } from '../../trusted-node/upstream/bitcoin/upstream.js';
import { eventually } from '../support/deadlines.js';

export function temporary(t: ExecutionContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'mite-bitcoin-'));
  t.teardown(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export interface Running {
  readonly upstream: BitcoinUpstream;
  readonly data: string;
  /** States and reasons, in the order in which they were reported. */
  readonly told: string[];
  /** Heights of the reported tips. */
  readonly tips: number[];
  stop(): Promise<void>;
}

/** Polled ten times a second. */
export function run(
  t: ExecutionContext,
  rpc: RpcClient,
  more: { data?: string; others?: RpcClient[]; rules?: NetworkRules } = {},
): Running {
  const data = more.data ?? temporary(t);
  const told: string[] = [];
  const tips: number[] = [];
  const upstream = new BitcoinUpstream({
    rules: more.rules ?? NETWORKS.regtest,
    data,
    rpc,
    others: more.others ?? [],
    log: openLogger('silent'),
    clock: () => Math.floor(Date.now() / 1000),
    now: () => performance.now(),
    onState: (state, reason) => told.push(reason === '' ? state : `${state}: ${reason}`),
  });
  upstream.onTip(tip => tips.push(tip.height));
  const timer = setInterval(() => void upstream.poll(), 100);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    clearInterval(timer);
    stopped ??= upstream.close();
    return stopped;
  };
  t.teardown(stop);
  return { upstream, data, told, tips, stop };
}

export async function isState({ upstream, told }: Running, state: string): Promise<void> {
  await eventually(() => upstream.state.state === state, `the state ${state} (${told.join(', ')})`);
}
