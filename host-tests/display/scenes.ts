/** Boards as they might be, second by second: for the pictures of the screens and for the tests. */

import type { DisplayReport } from '../../firmware/parts/display/view.js';
import { NOTHING_REPORTED } from '../../firmware/ports/report.js';

export interface Scene {
  readonly name: string;
  /** The second that the picture shows. */
  readonly seconds: number;
  /** @param second since boot; asked in order, from 0 on */
  report(second: number): DisplayReport;
}

/** Hashes since boot of a board that hashes at about `rate`, with the dips that a household makes. Deterministic. */
function hashesOf(rate: number, second: number): number {
  let sum = 0;
  let seed = 7;
  for (let at = 1; at <= second; at++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const noise = 0.97 + (seed >>> 16) / 65536 / 20;
    // Warms up, then the appliance is busy twice.
    const share = at < 8 ? 0 : at > 150 && at < 190 ? 0.1 : at > 380 && at < 420 ? 0.55 : 1;
    sum += Math.floor(rate * share * noise);
  }
  return sum;
}

/** Over the last minute. */
function rateOf(rate: number, second: number): number {
  const from = Math.max(0, second - 60);
  return second === from ? 0 : Math.floor((hashesOf(rate, second) - hashesOf(rate, from)) / (second - from));
}

const QUIET = NOTHING_REPORTED.miner;

const BARE: DisplayReport = {
  miner: QUIET,
  node: 'mite-node.local:8883',
  missing: [],
  chain: { network: 'mainnet', state: 'verified', height: undefined, target: undefined, refusal: '' },
  hashes: 0,
  lastError: '',
  uptime: 0,
  link: 'wifi',
  network: 'online',
  ssid: 'Haus am See',
  rssi: -61,
  budget: 80,
  temperature: 46.2,
};

function mining(rate: number, second: number): DisplayReport {
  const found = Math.floor(second / 9);
  return {
    ...BARE,
    uptime: second,
    hashes: hashesOf(rate, second),
    chain: { ...BARE.chain, height: 925_100 },
    rssi: -61 - (second % 3),
    miner: {
      ...QUIET,
      state: 'mining',
      connected: true,
      jobId: 5,
      height: 925_101,
      jobAge: second % 47,
      rate: rateOf(rate, second),
      best: second < 30 ? '0' : '96636764160',
      counters: { ...QUIET.counters, found, accepted: Math.max(0, found - 2), rejected: found > 2 ? 2 : 0 },
      reasons: found > 2 ? { stale: 2 } : {},
    },
  };
}

function scene(name: string, seconds: number, report: (second: number) => DisplayReport): Scene {
  return { name, seconds, report };
}

const CHIP = 412_000;
const PC = 1_234_000;

/** On the devnet, where blocks are found, and with a share that was wrong. */
function devnet(second: number): DisplayReport {
  const report = mining(PC, second);
  const { miner } = report;
  const blocks = Math.floor(second / 180);
  const height = 412 + Math.floor(second / 20);
  return {
    ...report,
    chain: { ...report.chain, network: 'devnet', height: height - 1 },
    miner: {
      ...miner,
      height,
      best: '327680000',
      jobAge: second % 20,
      counters: { ...miner.counters, blocks, rejected: second < 100 ? 0 : 3 },
      reasons: second < 100 ? {} : { stale: 2, 'low-difficulty': 1 },
    },
  };
}

export const SCENES: readonly Scene[] = [
  scene('status', 548, second => mining(PC, second)),
  scene('devnet', 548, devnet),
  scene('setup', 5, second => ({
    ...BARE,
    node: '',
    network: 'off',
    ssid: undefined,
    rssi: undefined,
    uptime: second,
    missing: ['wifi.ssid', 'node.host', 'device.id', 'device.secret'],
  })),
  scene('error', 402, second => {
    const report = mining(CHIP, second);
    if (second < 390) return report;
    return {
      ...report,
      lastError: 'node: connection refused; next attempt in 12 s',
      rssi: -83,
      miner: { ...report.miner, connected: false, state: 'mining', jobAge: 71 },
    };
  }),
  scene('fault', 75, second => {
    const report = mining(CHIP, second);
    const fault = 'self-test of sha+asm: no backend gives correct results';
    return second < 70
      ? report
      : { ...report, lastError: fault, miner: { ...report.miner, state: 'fault', fault } };
  }),
  scene('refused', 402, second => {
    const report = mining(CHIP, second);
    if (second < 390) return report;
    const refusal = 'its chain (up to height 925,080) has less work than the chain verified up to 925,100';
    const chain = {
      network: 'mainnet',
      state: 'refused',
      height: 925_100,
      target: undefined,
      refusal,
    } as const;
    return { ...report, chain, lastError: refusal, miner: { ...report.miner, state: 'waiting', rate: 0 } };
  }),
];
