/** Real mainnet headers through the board's checks, from a node that serves them in batches. */
import test, { type ExecutionContext } from 'ava';
import { displayToHash, equalBytes, hashToDisplay } from '../../firmware/domain/bytes.js';
import { type ChainPoint, expectedBits, headerFields, nextPoint } from '../../firmware/domain/chain-point.js';
import { sha256d } from '../../firmware/domain/hash.js';
import { type Checkpoint, NETWORKS } from '../../firmware/domain/networks.js';
import { Bootstrap } from '../../firmware/parts/chain/bootstrap.js';
import { ChainFollower } from '../../firmware/parts/chain/follower.js';
import { encodeRecord } from '../../firmware/parts/chain/record.js';
import { vector } from '../domain/vectors.js';

const { mainnet } = NETWORKS;
const FIRST = 822_528;
const LAST = FIRST + 2_027;
const STALE = 823_226;
/** Bitcoin Core 27's assumevalid: of another source than the headers. */
const ASSUMED: Checkpoint = {
  height: 824_000,
  hash: displayToHash('000000000000000000026811d149d4d261995ec5b3f64f439a0a10e1a464af9a'),
};

type Headers = readonly Uint8Array[];

function headersOf(t: ExecutionContext): Uint8Array[] | undefined {
  const bytes = vector(t, 'mainnet-headers-822528.bin');
  return bytes && Array.from({ length: bytes.length / 80 }, (_, i) => bytes.slice(80 * i, 80 * i + 80));
}

/** A point made of the headers from 822,528, a period's first, to `height`. */
function pointFrom(headers: Headers, height: number): ChainPoint {
  const hash = sha256d(headers[height - FIRST]!);
  const bootstrap = new Bootstrap(mainnet, { height, hash });
  let result = bootstrap.take(headers[bootstrap.next - FIRST]!);
  while (result === 'more') result = bootstrap.take(headers[bootstrap.next - FIRST]!);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

/** A board that has verified up to `point`, and knows nothing else. */
function boardAt(point: ChainPoint): { follower: ChainFollower; checkpoint: Checkpoint } {
  const checkpoint = { height: point.height, hash: point.hash };
  const record = encodeRecord(mainnet, checkpoint, { anchor: point, middle: point, tip: point });
  return { follower: new ChainFollower(mainnet, checkpoint, record), checkpoint };
}

/** Answers requests from the chain until there are none; what was refused. */
function serve(follower: ChainFollower, headers: Headers, first: Parameters<ChainFollower['step']>[0]) {
  const refusals: string[] = [];
  let requests = 0;
  let reorganised = 0;
  let clock = headerFields(headers[headers.length - 1]!).time;
  clock += 600;
  for (let commands = follower.step(first, 0, clock); ; ) {
    let request: { from: number; count: number } | undefined;
    for (const command of commands) {
      if (command.kind === 'request') request = command;
      else if (command.kind === 'refused') refusals.push(`${command.reason}: ${command.text}`);
      else if (command.kind === 'moved' && command.reorganised) reorganised++;
    }
    if (request === undefined) return { refusals, requests, reorganised };
    requests++;
    const { from, count } = request;
    const answer = headers.slice(Math.max(0, from - FIRST), Math.max(0, from - FIRST + count));
    commands = follower.step({ kind: 'headers', startHeight: from, headers: answer }, 0, clock);
  }
}

test('all 400 retarget records: nBits of each period follow from the one before', t => {
  const bytes = vector(t, 'mainnet-retarget-headers.bin');
  if (!bytes) return;
  const headers = new Map<number, Uint8Array>();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length; at += 84)
    headers.set(view.getUint32(at, true), bytes.slice(at + 4, at + 84));
  t.is(headers.size, 400);
  for (let start = 2016; start < 403_200; start += 2016) {
    const [first, last, next] = [start - 2016, start - 1, start].map(height => headers.get(height)!);
    const [begun, ended] = [headerFields(first!), headerFields(last!)];
    const hash = sha256d(last!);
    const point: ChainPoint = {
      height: start - 1,
      hash,
      work: 0n,
      times: new Array<number>(11).fill(ended.time - 3_600).with(10, ended.time),
      nBits: ended.nBits,
      periodTime: begun.time,
      periodBits: begun.nBits,
      realBits: ended.nBits,
    };
    t.is(expectedBits(mainnet, point, 0), headerFields(next!).nBits, `${start}`);
    const after = nextPoint(mainnet, point, next!);
    if ('fault' in after) t.fail(`${start}: ${after.fault}`);
    else t.deepEqual([after.periodTime, after.periodBits], [headerFields(next!).time, after.nBits]);
  }
});

test('2,028 headers, across the retarget at 824,544, in batches', t => {
  const headers = headersOf(t);
  if (!headers) return;
  const { follower } = boardAt(pointFrom(headers, FIRST + 10));
  const { refusals, requests } = serve(follower, headers, { kind: 'connected' });
  t.deepEqual(refusals, []);
  const { state, tip } = follower.view();
  t.is(state, 'verified');
  t.is(tip?.height, LAST);
  t.deepEqual(tip?.hash, sha256d(headers.at(-1)!));
  t.deepEqual(follower.find(tip!.hash), tip);
  t.log(`${LAST - FIRST - 10} headers in ${requests} requests to ${hashToDisplay(tip!.hash)}`);
});

test('the stale header of 823,226 is followed as the tip, then left for more work', t => {
  const headers = headersOf(t);
  const stale = vector(t, 'mainnet-stale-header-823226.bin');
  if (!headers || !stale) return;
  const lost = [...headers.slice(0, STALE - FIRST), stale];
  const { follower, checkpoint } = boardAt(pointFrom(headers, FIRST + 10));
  t.deepEqual(serve(follower, lost, { kind: 'connected' }).refusals, []);
  t.deepEqual(follower.view().tip?.hash, sha256d(stale), 'it is as good as any');
  t.is(follower.view().state, 'verified');

  // The winner of that height has the same work: both may be built on.
  const equal = headers.slice(0, STALE - FIRST + 1);
  const told = { kind: 'tip', height: STALE, header: equal.at(-1)! } as const;
  t.deepEqual(serve(follower, equal, told).refusals, []);
  t.deepEqual(follower.view().tip?.hash, sha256d(stale), 'equal work moves nothing');
  t.truthy(follower.find(sha256d(equal.at(-1)!)));
  t.truthy(follower.find(sha256d(stale)));

  const won = headers.slice(0, STALE - FIRST + 2);
  const { refusals, reorganised } = serve(follower, won, {
    kind: 'tip',
    height: STALE + 1,
    header: won.at(-1)!,
  });
  t.deepEqual(refusals, []);
  t.is(reorganised, 1);
  t.deepEqual(follower.view().tip?.hash, sha256d(won.at(-1)!));
  t.is(follower.find(sha256d(stale)), undefined, 'nothing is mined on the stale one');
  // From there to the end; a node that goes back to the stale one is refused.
  t.deepEqual(serve(follower, headers, { kind: 'tip', height: LAST, header: headers.at(-1)! }).refusals, []);
  t.is(follower.view().tip?.height, LAST);
  const { refusals: caught } = serve(follower, lost, { kind: 'connected' });
  t.is(caught.length, 1);
  t.regex(caught[0]!, /^(old-tip|deep-fork|stale-fork)/);
  t.is(follower.view().tip?.height, LAST);
  t.is(checkpoint.height, FIRST + 10);
});

test("Bitcoin Core's assumed block 824,000 as the checkpoint", t => {
  const headers = headersOf(t);
  if (!headers) return;
  t.deepEqual(sha256d(headers[ASSUMED.height - FIRST]!), ASSUMED.hash);
  const follower = new ChainFollower(mainnet, ASSUMED, undefined);
  t.deepEqual(serve(follower, headers, { kind: 'connected' }).refusals, []);
  t.is(follower.view().tip?.height, LAST);
  t.is(follower.view().state, 'verified');
  t.is(pointFrom(headers, ASSUMED.height).times.length, 11);

  // Another header there, or a hash that was mistyped, leads nowhere.
  const mistyped = { ...ASSUMED, hash: sha256d(ASSUMED.hash) };
  const lost = new ChainFollower(mainnet, mistyped, undefined);
  const { refusals } = serve(lost, headers, { kind: 'connected' });
  t.regex(refusals[0] ?? '', /^checkpoint: its headers do not lead to the checkpoint at 824000/);
  t.is(lost.view().tip, undefined);
  const bent = headers.map(header => header.slice());
  bent[1_000]![40]! ^= 1;
  const fooled = new ChainFollower(mainnet, ASSUMED, undefined);
  t.regex(serve(fooled, bent, { kind: 'connected' }).refusals[0] ?? '', /^no-proof-of-work/);
});

test('each of 127 real headers with one bit flipped is refused', t => {
  const headers = headersOf(t);
  if (!headers) return;
  let point = pointFrom(headers, FIRST + 1_900);
  for (let height = FIRST + 1_901; height <= FIRST + 2_027; height++) {
    const header = headers[height - FIRST]!;
    for (let bit = height % 5; bit < 640; bit += 5) {
      const bent = header.slice();
      bent[bit >> 3]! ^= 1 << (bit & 7);
      if (!('fault' in nextPoint(mainnet, point, bent))) t.fail(`${height}, bit ${bit}`);
    }
    const next = nextPoint(mainnet, point, header);
    if ('fault' in next) return t.fail(`${height}: ${next.fault}`);
    point = next;
  }
  t.true(equalBytes(point.hash, sha256d(headers.at(-1)!)));
});
