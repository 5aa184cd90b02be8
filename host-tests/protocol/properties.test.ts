import test from 'ava';
import fc from 'fast-check';
import {
  decodeCommand,
  decodeReply,
  encodeCommand,
  encodeReply,
} from '../../firmware/protocol/mite/command.js';
import { decodeGetHeaders, encodeGetHeaders } from '../../firmware/protocol/mite/getheaders.js';
import { decodeHeaders, encodeHeaders } from '../../firmware/protocol/mite/headers.js';
import { decodeHello, encodeHello } from '../../firmware/protocol/mite/hello.js';
import { decodeJob, encodeJob } from '../../firmware/protocol/mite/job.js';
import { decodeOffer, encodeOffer, offerFits, packSpent } from '../../firmware/protocol/mite/offer.js';
import {
  decodeGetProof,
  decodeProof,
  encodeGetProof,
  encodeProof,
} from '../../firmware/protocol/mite/proof.js';
import { decodeResult, decodeShare, encodeResult, encodeShare } from '../../firmware/protocol/mite/share.js';
import {
  BOARD_STATES,
  decodeStatus,
  encodeStatus,
  PAYOUT_CHECKS,
} from '../../firmware/protocol/mite/status.js';
import { parseTopic, topic } from '../../firmware/protocol/mite/topics.js';
import {
  decodeVerdict,
  encodeVerdict,
  reasonCode,
  reasonText,
} from '../../firmware/protocol/mite/verdict.js';

const u32 = fc.nat({ max: 0xffff_ffff });
const i32 = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });
const counter = fc.maxSafeNat();
const bytes = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });
const boot = fc.stringMatching(/^[0-9a-f]{16}$/);
const text = fc.stringMatching(/^[\x20-\x7e]{1,128}$/);
// mantissa 1..0x7fffff (positive) with an exponent that neither loses nor exceeds 256 bits
const nBits = fc
  .tuple(fc.integer({ min: 0x8000, max: 0x7f_ffff }), fc.integer({ min: 3, max: 32 }))
  .map(([mantissa, exponent]) => ((exponent << 24) | mantissa) >>> 0);

function roundTrips<V>(
  name: string,
  values: fc.Arbitrary<V>,
  encode: (v: V) => Uint8Array,
  decode: (b: Uint8Array) => V,
) {
  test(`${name}: decode(encode(x)) is x, and encode(decode(b)) is b`, t => {
    fc.assert(
      fc.property(values, value => {
        const encoded = encode(value);
        t.deepEqual(decode(encoded), value);
        t.deepEqual(encode(decode(encoded)), encoded);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
}

const job = fc
  .record({
    id: u32,
    clean: fc.boolean(),
    height: fc.integer({ min: 1, max: 0x7fff_ffff }),
    version: i32,
    previousHash: bytes(32),
    nBits,
    times: fc.tuple(u32, u32, u32),
    versionMask: u32.map(mask => mask & 0x1fff_e000),
    shareBits: nBits,
    extranonce1: bytes(1, 8),
    extranonce2Length: fc.integer({ min: 2, max: 8 }),
    coinbasePrefix: bytes(1, 1024),
    coinbaseSuffix: bytes(1, 4096),
    merkleBranch: fc.array(bytes(32), { maxLength: 24 }),
    fees: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    payoutGroup: fc.stringMatching(/^[a-z0-9-]{1,32}$/),
  })
  .map(({ times, ...rest }) => {
    const [minTime, time, maxTime] = times.sort((a, b) => a - b) as [number, number, number];
    return { ...rest, minTime, time, maxTime };
  });

roundTrips('job', job, encodeJob, decodeJob);
roundTrips(
  'share',
  fc.record({
    sequence: u32,
    jobId: u32,
    extranonce1: bytes(1, 8),
    extranonce2: bytes(2, 8),
    time: u32,
    nonce: u32,
    version: i32,
  }),
  encodeShare,
  decodeShare,
);
roundTrips(
  'result',
  fc
    .record({ code: fc.nat({ max: 11 }), sequence: u32, jobId: u32, height: u32 })
    .map(
      result => (result.code === 1 ? result : { ...result, height: 0 }) as Parameters<typeof encodeResult>[0],
    ),
  encodeResult,
  decodeResult,
);
roundTrips(
  'headers',
  fc.record({
    startHeight: fc.nat({ max: 0xffff_ffff - 64 }),
    headers: fc.array(bytes(80), { maxLength: 64 }),
  }),
  encodeHeaders,
  decodeHeaders,
);
roundTrips(
  'hello',
  fc
    .record({
      boot,
      board: fc.stringMatching(/^[a-z0-9_-]{1,32}$/),
      firmware: fc.stringMatching(/^[A-Za-z0-9._+-]{1,32}$/),
      rate: counter,
      versionRolling: fc.boolean(),
      key: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/), { nil: undefined }),
    })
    .map(({ key, ...rest }) => ({ ...rest, ...(key !== undefined && { key }) })),
  encodeHello,
  decodeHello,
);
roundTrips(
  'status',
  fc
    .record({
      state: fc.constantFrom(...BOARD_STATES),
      fault: text,
      boot,
      uptime: u32,
      threads: fc.nat({ max: 64 }),
      job: fc.option(fc.record({ jobId: u32, height: u32 }), { nil: undefined }),
      signal: fc.option(
        fc.record({
          rssi: fc.integer({ min: -128, max: 0 }),
          budget: fc.integer({ min: 1, max: 100 }),
          pausedBy: fc.stringMatching(/^[a-z,]{1,64}$/),
          temperature: fc.integer({ min: -99, max: 999 }),
          reset: fc.stringMatching(/^[a-z]{1,16}$/),
        }),
        { nil: undefined },
      ),
      checks: fc.record(
        {
          chain: fc.stringMatching(/^[a-z]{1,16}$/),
          tip: u32,
          refused: fc.stringMatching(/^[a-z-]{1,32}$/),
          refusals: u32,
          judged: u32,
          payoutCheck: fc.constantFrom(...PAYOUT_CHECKS),
        },
        { requiredKeys: [] },
      ),
      memory: fc.record(
        {
          freeHeap: u32,
          minFreeHeap: u32,
          largestFree: u32,
          stackMachine: u32,
          stackSearch: u32,
          stackLink: u32,
        },
        { requiredKeys: [] },
      ),
      counters: fc.record({
        rate: counter,
        hashes: counter,
        found: counter,
        accepted: counter,
        blocks: counter,
        rejected: counter,
        dropped: counter,
        queued: counter,
        mismatches: counter,
        lost: counter,
        connects: counter,
        slotBytes: counter,
        slotPeak: counter,
        chunkBytes: counter,
        chunkPeak: counter,
        heapLimit: counter,
      }),
    })
    .map(({ fault, job, signal, checks, memory, counters, ...rest }) => ({
      ...rest,
      ...(rest.state === 'fault' && { fault }),
      ...job,
      // Either fits in any case.
      ...(Object.keys(memory).length > 0 ? memory : { ...signal, ...checks }),
      ...counters,
    })),
  encodeStatus,
  decodeStatus,
);
roundTrips(
  'command',
  fc.oneof(
    fc.record({ id: u32, cmd: fc.constantFrom('start', 'stop', 'restart', 'status') }),
    fc.record({
      id: u32,
      cmd: fc.constant('set'),
      key: fc.stringMatching(/^[a-z0-9.]{1,32}$/),
      value: fc.stringMatching(/^[\x20-\x7e]{0,128}$/),
    }),
  ),
  encodeCommand,
  decodeCommand,
);
roundTrips(
  'reply',
  fc.oneof(
    fc.record({ id: u32, ok: fc.constant(true) }),
    fc.record({ id: u32, ok: fc.constant(false), error: text }),
  ),
  encodeReply,
  decodeReply,
);

roundTrips(
  'getheaders',
  fc
    .integer({ min: 1, max: 64 })
    .chain(count => fc.record({ from: fc.nat({ max: 0xffff_ffff - count + 1 }), count: fc.constant(count) })),
  encodeGetHeaders,
  decodeGetHeaders,
);
roundTrips(
  'offer',
  fc
    .record({
      id: u32,
      spent: fc
        .array(fc.record({ value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), script: bytes(0, 520) }), {
          minLength: 1,
          maxLength: 20,
        })
        .map(packSpent),
      raw: bytes(1, 4000),
    })
    .filter(({ spent, raw }) => offerFits(spent.length, raw.length)),
  encodeOffer,
  decodeOffer,
);

const known = (first: number, last: number) => {
  const codes = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return fc.constantFrom(...codes.map(reasonText).filter(reason => reason !== undefined), 'other');
};
const relayed = fc.constantFrom(
  ...Array.from({ length: 63 }, (_, i) => reasonText(192 + i)).filter(reason => reason !== undefined),
);
roundTrips(
  'verdict',
  fc
    .oneof(
      fc.record({ verdict: fc.constant('valid' as const), reason: fc.oneof(fc.constant('ok'), relayed) }),
      fc.record({ verdict: fc.constant('invalid' as const), reason: known(1, 127) }),
      fc.record({ verdict: fc.constant('not-judged' as const), reason: known(128, 191) }),
    )
    .chain(said =>
      fc
        .record({
          id: u32,
          txid: bytes(32),
          wtxid: bytes(32),
          tipHash: bytes(32),
          tipHeight: u32,
          signature: bytes(64),
        })
        .map(rest => ({ ...said, ...rest })),
    ),
  encodeVerdict,
  decodeVerdict,
);
roundTrips(
  'getproof',
  fc.record({ form: fc.constantFrom('branch' as const, 'txoutproof' as const), txid: bytes(32) }),
  encodeGetProof,
  decodeGetProof,
);
roundTrips(
  'proof',
  fc.oneof(
    fc.record({ form: fc.constant('unknown' as const), txid: bytes(32) }),
    fc.record({
      form: fc.constant('txoutproof' as const),
      txid: bytes(32),
      height: u32,
      proof: bytes(1, 4096),
    }),
    fc
      .record({
        form: fc.constant('branch' as const),
        txid: bytes(32),
        height: u32,
        header: bytes(80),
        index: u32,
        branch: fc.array(bytes(32), { maxLength: 24 }),
      })
      .map(proof => ({ ...proof, index: proof.index % 2 ** proof.branch.length })),
  ),
  encodeProof,
  decodeProof,
);

test('verdict: every number of the table has one text; other texts and numbers that do not fit are "other"', t => {
  const seen = new Set<string>();
  for (let code = 0; code <= 255; code++) {
    const reason = reasonText(code);
    if (reason === undefined) continue;
    t.is(reasonCode(reason), code);
    seen.add(reason);
  }
  t.is(reasonText(255), 'other');
  t.true(seen.size > 30);
  for (const reason of ['', 'toString', '__proto__', 'no such reason']) t.is(reasonCode(reason), 255);
  const hash = new Uint8Array(32);
  const rest = { id: 1, txid: hash, wtxid: hash, tipHash: hash, tipHeight: 1, signature: new Uint8Array(64) };
  const said = (verdict: 'valid' | 'invalid' | 'not-judged', reason: string) =>
    decodeVerdict(encodeVerdict({ verdict, reason, ...rest })).reason;
  t.is(said('invalid', 'a reason of tomorrow'), 'other');
  t.is(said('invalid', 'script-type'), 'other');
  t.is(said('not-judged', 'ok'), 'other');
  t.is(said('valid', ''), 'ok');
  t.is(said('valid', 'minimaldata'), 'minimaldata');
  t.is(said('invalid', 'minimaldata'), 'other');
});

test('topic: parseTopic undoes topic', t => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,31}$/),
      fc.constantFrom('job', 'share', 'online'),
      (id, kind) => {
        t.deepEqual(parseTopic(topic(id, kind)), { scope: 'device', id, kind });
      },
    ),
    { seed: 1 },
  );
});
