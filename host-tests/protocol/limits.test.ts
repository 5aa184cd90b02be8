import test from 'ava';
import { MAX_JSON, MAX_OFFER, MAX_PACKET } from '../../firmware/protocol/mite/limits.js';
import { encodeOffer, packSpent } from '../../firmware/protocol/mite/offer.js';
import { PROOF_MAX_LENGTH } from '../../firmware/protocol/mite/proof.js';
import { type BoardStatus, decodeStatus, encodeStatus } from '../../firmware/protocol/mite/status.js';
import { VECTORS } from '../cases/protocol-vectors.js';

const MEMORY = {
  freeHeap: 0xffff_ffff,
  minFreeHeap: 0xffff_ffff,
  largestFree: 0xffff_ffff,
  stackMachine: 0xffff_ffff,
  stackSearch: 0xffff_ffff,
  stackLink: 0xffff_ffff,
};

test('offer and proof: the largest fit a packet, and one byte more is refused', t => {
  const spent = packSpent([{ value: 1n, script: new Uint8Array(520) }]);
  const raw = new Uint8Array(MAX_OFFER - 8 - spent.length - 2);
  t.is(encodeOffer({ id: 1, spent, raw }).length, MAX_OFFER);
  t.throws(() => encodeOffer({ id: 1, spent, raw: new Uint8Array(raw.length + 1) }), { name: 'RangeError' });
  t.throws(() => packSpent([{ value: 1n, script: new Uint8Array(521) }]), { name: 'RangeError' });
  for (const wrong of [new Uint8Array(0), spent.subarray(1), new Uint8Array(9)])
    t.throws(() => encodeOffer({ id: 1, spent: wrong, raw }), { name: 'RangeError' });
  t.true(MAX_OFFER + 128 < MAX_PACKET && PROOF_MAX_LENGTH + 128 < MAX_PACKET);
});

test('status: the longest that a board can say fits a JSON message', t => {
  const most = Number.MAX_SAFE_INTEGER;
  const encoded = encodeStatus({
    state: 'fault',
    fault: 'x'.repeat(128),
    boot: 'f'.repeat(16),
    uptime: 0xffff_ffff,
    threads: 64,
    jobId: 0xffff_ffff,
    height: 0xffff_ffff,
    rate: most,
    hashes: most,
    found: most,
    accepted: most,
    blocks: most,
    rejected: most,
    dropped: most,
    queued: most,
    mismatches: most,
    lost: most,
    connects: most,
    slotBytes: 0xffff_ffff,
    slotPeak: 0xffff_ffff,
    chunkBytes: 0xffff_ffff,
    chunkPeak: 0xffff_ffff,
    heapLimit: 0xffff_ffff,
    rssi: -128,
    budget: 100,
    pausedBy: 'x'.repeat(64),
    temperature: -99,
    reset: 'x'.repeat(16),
    chain: 'x'.repeat(16),
    tip: 0xffff_ffff,
    refused: 'x'.repeat(32),
    refusals: 0xffff_ffff,
    judged: 0xffff_ffff,
    payoutCheck: 'refused',
    ...MEMORY,
  });
  t.true(encoded.length <= MAX_JSON, `${encoded.length}`);
  t.log(`${encoded.length} bytes`);
  t.is(decodeStatus(encoded).freeHeap, undefined, 'what a chip has left gives way');
});

test('status: a busy board has room for what its memory has left', t => {
  const { value } = VECTORS.find(({ message, name }) => message === 'status' && name.startsWith('waiting'))!;
  const busy = { ...(value as BoardStatus), rssi: -67, budget: 100, temperature: 71, reset: 'watchdog' };
  t.like(decodeStatus(encodeStatus({ ...busy, ...MEMORY })), MEMORY);
});
