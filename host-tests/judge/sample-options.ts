/** What the engine-neutral cases' samples are (cases/judge-samples.ts); number i is made with seed 5100 + i. */
import type { SpendOptions } from './spends.js';

export const SAMPLE_SEED = 5100;

export const SAMPLE_OPTIONS: readonly SpendOptions[] = [
  // Signs no outputs: the cases add some.
  { inputs: 2, outputs: 2, hashType: 2 },
  { inputs: 1, outputs: 2, kind: 'p2wpkh', hashType: 1 },
  { inputs: 1, outputs: 2, kind: 'p2tr', hashType: 0, annex: false },
  { inputs: 3, outputs: 3, hashType: 0x83 },
  { inputs: 2, outputs: 1, hashType: 3 },
  { inputs: 4, outputs: 2 },
  { inputs: 3, outputs: 2, kind: 'p2wpkh' },
  { inputs: 3, outputs: 4, kind: 'p2tr' },
];
