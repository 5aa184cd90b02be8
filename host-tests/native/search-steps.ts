import { headerCheck, Search, sha256, sha256d } from '../../firmware/search/search.js';

// The search module on an XS machine, by whatever host: sdk/main.ts on the Moddable SDK, board.ts on the host board.

let print: (line: string) => void = () => {};
let failed = false;

function check(passed: boolean, name: string): void {
  print(`${passed ? 'ok' : 'not ok'} ${name}`);
  if (!passed) failed = true;
}

function throws(kind: new () => Error, run: () => void, name: string): void {
  try {
    run();
  } catch (error) {
    check(error instanceof kind, `${name}: ${error}`);
    return;
  }
  check(false, `${name}: nothing thrown`);
}

const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16));

const genesis = fromHex(
  '0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3' +
    '888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c',
);
const target = fromHex('0000000000000000000000000000000000000000000000000000ffff00000000');
const NONCE = 2083236893;

let search: Search;
let left = -1;
let found = 0;
let wakes = 0;

function begin(): void {
  check(hex(sha256(fromHex('616263'))).startsWith('ba7816bf8f01cfea'), 'sha256');
  check(hex(sha256d(genesis)).startsWith('6fe28c0ab6f1b372'), 'sha256d');
  check(headerCheck(genesis, target), 'header check');
  throws(RangeError, () => new Search(0), 'no threads');
  throws(RangeError, () => new Search(1.5), 'one and a half threads');
  throws(TypeError, () => new Search('2' as unknown as number), 'threads as text');
  throws(RangeError, () => headerCheck(genesis.subarray(1), target), 'a short header');
  throws(TypeError, () => headerCheck(genesis, 'target' as unknown as Uint8Array), 'a target of text');
  throws(TypeError, () => sha256([1, 2] as unknown as Uint8Array), 'sha256 of an array');

  search = new Search(2);
  check(search.selftest() === undefined, 'self-test');
  check(search.read() === undefined && !search.counters().running, 'nothing runs yet');
  const work = {
    id: 0xfffffffe,
    header: genesis,
    target,
    firstNonce: NONCE - 100_000,
    lastNonce: NONCE + 50_000,
    versionMask: 0x6000,
  };
  throws(RangeError, () => search.start({ ...work, id: -1 }), 'a negative id');
  throws(RangeError, () => search.start({ ...work, firstNonce: 2, lastNonce: 1 }), 'a range upside down');
  throws(RangeError, () => search.next({ ...work, target: target.subarray(0, 31) }), 'a short target');
  throws(RangeError, () => search.start({ ...work, versionMask: 0x3e000 }), 'five version bits');
  check(search.backends.at(-1) === 'portable' && search.plans.at(-1) === 'portable*2', 'backends and plans');
  throws(RangeError, () => search.use('portable*3'), 'a plan with too many threads');
  throws(RangeError, () => search.use('portable+'), 'half a plan');
  throws(TypeError, () => search.use(2 as unknown as string), 'a plan that is no text');
  for (const plan of [...search.backends, ...search.plans]) {
    search.use(plan);
    check(search.plan === plan && search.selftest() === undefined, `self-test of ${plan}`);
    const lanes = plan.endsWith('*2') ? 2 : 1;
    const moves = [0, 1, 2].filter(thread => search.progress(thread) !== undefined).length;
    check(moves === lanes, `${plan}: ${moves} threads that may move`);
  }
  search.onWake = () => {
    wakes++;
    for (let event = search.read(); event; event = search.read()) {
      if (event.kind === 'candidate' && event.workId === work.id && event.nonce === NONCE)
        found += event.versionBits === 0 ? 1 : 100;
      if (event.kind === 'exhausted') left--;
    }
  };
  search.start(work);
  search.next({ ...work, id: 3, firstNonce: 0xffffff00, lastNonce: 0xffffffff, versionMask: 0 });
  left = 2;
}

/** Called at first and after each wake, or now and then. 0 ends well, below 0 badly. */
export function step(printLine: (line: string) => void): number {
  print = printLine;
  if (left < 0) begin();
  if (left > 0 && !failed) return left;
  check(found === 1, 'genesis found through onWake');
  check(wakes > 0 && wakes <= 3, `${wakes} wakes`);
  check(search.counters().hashes === 150_001 * 4 + 256, 'every nonce counted');
  check(search.counters().kernelErrors === 0 && search.failing() === undefined, 'no errors');
  search.stop();
  search.close();
  search.close();
  throws(TypeError, () => search.counters(), 'a closed search');
  return failed ? -1 : 0;
}
