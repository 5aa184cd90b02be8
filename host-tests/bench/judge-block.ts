/**
 * Judges a list of offers on XS, with the board's native hashing and curve, and prints one JSON line: verdicts, times,
 * the longest step, heap. judge/demo.ts puts the list before this program: `const OFFERS = [[raw, spent], ...]`, each as pieces of
 * hex.
 */
import { curve } from '../../firmware/curve/curve.js';
import { sha256, sha256d } from '../../firmware/search/search.js';
import { host } from '../../platforms/host/firmware/host.js';
import { hexToBytes, Judging, useSha256, useSha256d } from './judge-lib.js';

declare const OFFERS: [raw: string[], spent: string[]][];

if (!useSha256(sha256) || !useSha256d(sha256d)) throw new Error('native hashing is wrong');

const results: [string, string, string, number][] = [];
let longest = 0;
let live = 0;
const total = { milliseconds: 0, steps: 0 };
for (const [raw, spent] of OFFERS) {
  const judging = new Judging({ raw: hexToBytes(raw.join('')), spent: hexToBytes(spent.join('')) }, curve);
  const base = host.memory();
  const begun = host.now();
  for (;;) {
    const before = host.now();
    const judgement = judging.step();
    longest = Math.max(longest, host.now() - before);
    total.steps++;
    if (judgement === undefined) continue;
    const milliseconds = host.now() - begun;
    total.milliseconds += milliseconds;
    const { verdict, reason, policy } = judgement;
    results.push([verdict, reason, policy ?? '', milliseconds]);
    break;
  }
  const { slotBytes, chunkBytes } = host.memory();
  live = Math.max(live, slotBytes - base.slotBytes + chunkBytes - base.chunkBytes);
}
host.print(JSON.stringify({ results, longest, live, ...total }));
host.exit(0);
