/** The native curve (firmware/curve): against @noble/curves, the library's own tests, a chip's faults, chips in QEMU. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import test, { type ExecutionContext } from 'ava';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { curve } from '../../trusted-node/common/curve.js';
import { asEcdsa, N, type Signed, scalar, schnorrSample, spoilt, verdict } from '../cases/curve-samples.js';
import { Random } from '../cases/random.js';
import { PROGRAM_MS, TEST_MS } from '../support/deadlines.js';
import { run32, skippedWithout } from '../support/tools.js';
import { countCurve } from './chips.js';

const ROUNDS = 600;
const SPOILT = 4;
/** What the two say of all that XS gives them: the lengths are right there, as the glue has checked. */
const LENGTHS = { ecdsa: [64, 32, 33], schnorr: [64, 32, 32] } as const;

const built = spawnSync('make', ['--no-print-directory', '-f', 'host-tests/curve/curve.mk', 'curve'], {
  encoding: 'utf8',
});

test('the native curve and the library build', t => {
  for (const line of built.stdout.split('\n')) if (line.startsWith('skipped:')) t.log(line);
  t.is(built.status, 0, built.stderr);
});

/** The build with sanitizers has none where they do not run (curve.mk). */
const PROGRAMS = ['oracle-asan', 'oracle-narrow', 'oracle-32'];

/** The command of a program. Where it cannot run, says why, and passes. */
function command(t: ExecutionContext, program: string): readonly string[] | undefined {
  const path = `build/curve/${program}`;
  if (program !== 'oracle-32') return [path];
  return skippedWithout(t, 'm32', 'run32') ? undefined : [...(run32() ?? []), path];
}

interface Question {
  readonly line: string;
  readonly answer: string;
}

function verification(sample: Signed): Question | undefined {
  const parts = [sample.signature, sample.message, sample.publicKey];
  if (parts.some((part, i) => part.length !== LENGTHS[sample.kind][i])) return undefined;
  return {
    line: [sample.kind === 'ecdsa' ? 'e' : 's', ...parts.map(bytesToHex)].join(' '),
    answer: verdict(curve, sample) ? '1' : '0',
  };
}

/** Keys, signatures and verdicts of @noble/curves. */
function questions(): Question[] {
  const random = new Random(0x6d697465);
  const all: Question[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [message, auxiliary] = [random.bytes(32), random.bytes(32)];
    const secret =
      random.below(8) === 0 ? scalar(random.pick([0n, 1n, 2n, N - 1n, N, N + 1n])) : random.bytes(32);
    const key = curve.publicKey(secret);
    all.push({ line: `p ${bytesToHex(secret)}`, answer: key === undefined ? '-' : bytesToHex(key) });
    all.push({
      line: ['g', ...[message, secret, auxiliary].map(bytesToHex)].join(' '),
      answer: key === undefined ? '-' : bytesToHex(curve.signSchnorr(message, secret, auxiliary)),
    });
    all.push(...tweaks(random), ...uncompressed(random));
    const signed = schnorrSample(curve, random);
    for (const sample of [signed, asEcdsa(signed)])
      for (const each of [sample, ...Array.from({ length: SPOILT }, () => spoilt(random, sample))]) {
        const question = verification(each);
        if (question !== undefined) all.push(question);
      }
  }
  return all;
}

/** Taproot's check: right, and with a part of it another. */
function tweaks(random: Random): Question[] {
  const internal = curve.publicKey(scalar(BigInt(1 + random.below(1000))))!;
  const tweak = random.below(8) === 0 ? scalar(random.pick([0n, 1n, N - 1n, N, N + 1n])) : random.bytes(32);
  const output = tweaked(internal, tweak);
  const parities = output === undefined ? [0, 1] : [output.parity, 1 - output.parity];
  const key = output?.key ?? internal;
  const spoiltKey = key.slice();
  spoiltKey[random.below(32)]! ^= 1 << random.below(8);
  return parities.flatMap(parity =>
    [key, spoiltKey].map(end => ({
      line: ['t', ...[internal, tweak, end, Uint8Array.of(parity)].map(bytesToHex)].join(' '),
      answer: curve.checkTweak(internal, tweak, parity, end) ? '1' : '0',
    })),
  );
}

function tweaked(internal: Uint8Array, tweak: Uint8Array): { key: Uint8Array; parity: number } | undefined {
  const { Point } = secp256k1;
  const factor = bytesToNumberBE(tweak);
  if (factor === 0n || factor >= N) return undefined;
  const point = schnorr.utils.lift_x(bytesToNumberBE(internal)).add(Point.BASE.multiply(factor));
  return point.is0()
    ? undefined
    : { key: schnorr.utils.pointToBytes(point), parity: Number(point.toAffine().y & 1n) };
}

/** ECDSA by keys of 65 bytes: plain, with the parity said as well, and with a first byte that is none. */
function uncompressed(random: Random): Question[] {
  const secret = scalar(BigInt(1 + random.below(1000)));
  const hash = random.bytes(32);
  const signature = secp256k1.sign(hash, secret, { prehash: false, format: 'compact' });
  const plain = secp256k1.getPublicKey(secret, false);
  return [4, 6, 7, 5, 2].map(first => {
    const key = plain.slice();
    key[0] = first;
    return {
      line: ['u', ...[signature, hash, key].map(bytesToHex)].join(' '),
      answer: curve.verifyEcdsa(signature, hash, key) ? '1' : '0',
    };
  });
}

let asked: Question[] | undefined;
for (const program of PROGRAMS)
  test.serial(`${program}: keys, signatures and verdicts as with @noble/curves`, t => {
    t.timeout(TEST_MS);
    const words = command(t, program);
    if (words === undefined) return;
    asked ??= questions();
    const { status, stdout, stderr } = spawnSync(words[0]!, words.slice(1), {
      timeout: PROGRAM_MS,
      input: asked.map(question => `${question.line}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 24,
    });
    t.is(status, 0, stderr);
    const answers = stdout.trim().split('\n');
    t.is(answers.length, asked.length);
    t.deepEqual(
      asked.filter((question, i) => question.answer !== answers[i]),
      [],
    );
    const right = asked.filter(question => question.answer === '1').length;
    t.true(right >= 2 * ROUNDS && asked.length > ROUNDS * 2 * (SPOILT + 1), `${right} right ones`);
    t.log(`${asked.length} questions`);
  });

for (const program of PROGRAMS)
  test(`${program}: no signature that does not verify, nothing from a broken library`, t => {
    const words = command(t, program);
    if (words === undefined) return;
    const { status, stdout, stderr } = spawnSync(words[0]!, [...words.slice(1), 'faults'], {
      encoding: 'utf8',
      timeout: PROGRAM_MS,
    });
    const lines = stdout.trim().split('\n');
    t.deepEqual(
      lines.filter(line => !line.startsWith('ok ')),
      [],
    );
    t.is(lines.length, 13);
    t.is(status, 0, stderr);
  });

for (const program of ['upstream', 'upstream-narrow'])
  test(`libsecp256k1's own tests, our table sizes: ${program}`, t => {
    t.timeout(TEST_MS);
    const { status, stdout, stderr } = spawnSync(`build/curve/${program}`, ['1'], {
      encoding: 'utf8',
      timeout: PROGRAM_MS,
    });
    t.is(status, 0, stdout + stderr);
    t.regex(stdout, /^no problems found$/m);
  });

/** What a chip gives: the JavaScript task's C stack beside what everything else takes of it, as before: 10 KB. */
const STACK = JSON.parse(readFileSync('manifests/curve.json', 'utf8')).creation.nativeStack - 10 * 1024;

for (const isa of ['rv32', 'xtensa'] as const)
  test.serial(`${isa}: works in QEMU; stack, memory and flash keep their bounds`, t => {
    t.timeout(TEST_MS);
    const chip = countCurve(isa);
    if (typeof chip === 'string') {
      t.log(chip);
      t.pass();
      return;
    }
    t.is(chip.rows.length, 5);
    for (const { operation, instructions, stack } of chip.rows) {
      t.log(`${operation}: ${instructions} instructions, ${stack} bytes of stack`);
      t.true(stack <= STACK - 512, operation);
      // The Xtensa that QEMU and Debian have multiplies by shifts and adds.
      if (isa === 'rv32')
        t.true(instructions < (operation.startsWith('sign') ? 8_500_000 : 4_000_000), operation);
    }
    t.log(`${chip.flashBytes} bytes of flash, ${chip.staticBytes} of static memory`);
    t.true(chip.flashBytes <= 82_000);
    t.true(chip.staticBytes <= 1024);
  });
