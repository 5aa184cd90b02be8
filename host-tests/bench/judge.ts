/**
 * What a judgement costs on XS, with the board's native hashing and curve: `mite-board --run judge.js --preload
 * judge-lib.js COUNT RAW SPENT` (both in hex) judges COUNT times and prints one JSON line.
 */

import { curve } from '../../firmware/curve/curve.js';
import { sha256, sha256d } from '../../firmware/search/search.js';
import { host } from '../../platforms/host/firmware/host.js';
import { hexToBytes, Judging, judge, useSha256, useSha256d } from './judge-lib.js';

const memory = host.memory;
const now = host.now;

const [count = '1', raw = '', spent = ''] = host.arguments();
if (!useSha256(sha256) || !useSha256d(sha256d)) throw new Error('native hashing is wrong');
const offer = { raw: hexToBytes(raw), spent: hexToBytes(spent) };
const { verdict, reason } = judge(offer, curve);
if (verdict !== 'valid') throw new Error(reason);

// Live memory after each step, over that of the offer itself.
const base = memory();
let slots = 0;
let chunks = 0;
const judging = new Judging(offer, curve);
for (let done = false; !done; ) {
  done = judging.step() !== undefined;
  const { slotBytes, chunkBytes } = memory();
  slots = Math.max(slots, slotBytes - base.slotBytes);
  chunks = Math.max(chunks, chunkBytes - base.chunkBytes);
}
const begun = now();
for (let i = Number(count); i > 0; i--) judge(offer, curve);
const milliseconds = now() - begun;
const { slotPeak, chunkPeak } = memory();
host.print(
  JSON.stringify({
    bench: 'judge',
    milliseconds: milliseconds / Number(count),
    live: slots + chunks,
    // With what was not collected yet; of the whole run, so that it says what the engine let it come to.
    peak: slotPeak - base.slotBytes + chunkPeak - base.chunkBytes,
  }),
);
host.exit(0);
