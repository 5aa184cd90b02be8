/** The scanner against the engine's own parser, which reads the same language and makes everything that it reads. */
import test from 'ava';
import { JsonObject } from '../../firmware/protocol/json-scan.js';
import { Random } from '../cases/random.js';

const DEPTH = 8;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Nested arrays and objects of a value. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** What JSON.parse makes of the bytes, or undefined if the scanner must refuse them. */
function oracle(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return depthOf(value) > DEPTH ? undefined : (value as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

const NAMES = ['v', 'id', 'cmd', 'key', '', 'a"b', 'x\\y', '__proto__', 'toString', 'constructor', 'length'];

function same(bytes: Uint8Array): string | undefined {
  const before = bytes.slice();
  const wanted = oracle(bytes);
  let found: JsonObject | undefined;
  try {
    found = new JsonObject(bytes, DEPTH);
  } catch (error) {
    if ((error as Error).name !== 'FormatError') return `threw ${error}`;
  }
  if ((found === undefined) !== (wanted === undefined)) return `${found ? 'accepted' : 'refused'}`;
  for (const name of found ? NAMES : []) {
    const value = Object.hasOwn(wanted!, name) ? wanted![name] : undefined;
    const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    if ((found!.kind(name) ?? 'undefined') !== kind) return `${name}: ${found!.kind(name)}, not ${kind}`;
    if (found!.string(name) !== (typeof value === 'string' ? value : undefined)) return `${name}: the string`;
    if (found!.boolean(name) !== (typeof value === 'boolean' ? value : undefined))
      return `${name}: the boolean`;
    const number = found!.number(name);
    // A number that is too long for us is not given.
    if (number !== undefined && !Object.is(number, value)) return `${name}: ${number}`;
    if (number === undefined && typeof value === 'number' && `${value}`.length > 32)
      return `${name}: no number`;
  }
  return Buffer.compare(bytes, before) === 0 ? undefined : 'the bytes changed';
}

/** A random value; names and strings with everything that needs an escape, or does not. */
function value(random: Random, depth: number): unknown {
  switch (random.below(depth > 0 ? 9 : 7)) {
    case 0:
      return random.u32();
    case 1:
      return -random.u32() / 8;
    case 2:
      return random.pick([0, -0, 1e21, 5e-324, 2 ** 53, 1.5]);
    case 3:
      return random.bool();
    case 4:
      return null;
    case 5:
    case 6:
      return random.pick([
        '',
        'text',
        'é€😀',
        '"\\/\b\f\n\r\t\u0001',
        '\ud800',
        '\u2028',
        '[{":,',
        'a'.repeat(40),
      ]);
    case 7:
      return Array.from({ length: random.below(5) }, () => value(random, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.below(5) }, () => [random.pick(NAMES), value(random, depth - 1)]),
      );
  }
}

/** The same document otherwise written: blanks, escapes where none are needed. */
function respell(text: string, random: Random): string {
  let spelt = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quoted && character === '\\') {
      spelt += character + text[++i]!;
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (!quoted && '{}[],:'.includes(character)) spelt += ` ${character}\n\t`;
    else if (quoted && character !== '"' && random.below(4) === 0)
      spelt += `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    else spelt += character;
  }
  return spelt;
}

const JUNK = '{}[]:,"\\ntrfalsue0123456789.eE+-ud8ceF \n\t\u0000\u0080é';

function mutated(text: string, random: Random): Uint8Array {
  const bytes = [...encoder.encode(text)];
  for (let left = 1 + random.below(3); left > 0; left--) {
    const at = random.below(bytes.length + 1);
    const byte = random.below(4) === 0 ? random.below(256) : encoder.encode(random.pick([...JUNK]))[0]!;
    const kind = random.below(3);
    if (kind === 0) bytes.splice(at, 1);
    else if (kind === 1) bytes.splice(at, 0, byte);
    else bytes[Math.min(at, bytes.length - 1)] = byte;
  }
  if (random.below(8) === 0) bytes.length = random.below(bytes.length + 1);
  return Uint8Array.from(bytes);
}

test('100,000 documents and as many mutants: accepts and gives exactly what JSON.parse does', t => {
  const random = new Random(8259);
  let taken = 0;
  for (let i = 0; i < 100_000; i++) {
    const document = Object.fromEntries(
      Array.from({ length: random.below(6) }, () => [random.pick(NAMES), value(random, 3)]),
    );
    let text = JSON.stringify(document);
    if (random.bool()) text = respell(text, random);
    const right = encoder.encode(text);
    const wrong = mutated(text, random);
    for (const bytes of [right, wrong]) {
      const problem = same(bytes);
      if (problem !== undefined) {
        t.fail(`${problem}: ${Buffer.from(bytes).toString('latin1')}`);
        return;
      }
    }
    if (oracle(wrong) !== undefined) taken++;
  }
  t.log(`${taken} of the mutants were documents too`);
  t.true(taken > 1_000 && taken < 90_000);
});

test('by hand: what the mutants may miss', t => {
  for (const text of [
    ...['', ' ', '{', '}', '{}', ' {} ', '{}{}', '{},', '[]', '1', '"x"', 'null', '[{}]', '\ufeff{}'],
    ...['{"v"}', '{"v":}', '{"v":1,}', '{,}', '{"v":1 "id":2}', '{v:1}', "{'v':1}", '{"v":1}}', '{"v":[1,]}'],
    ...[
      '{"v":01}',
      '{"v":-}',
      '{"v":1.}',
      '{"v":.5}',
      '{"v":1e}',
      '{"v":1e+}',
      '{"v":+1}',
      '{"v":0x10}',
      '{"v":-0}',
    ],
    ...['{"v":1e3}', '{"v":1.0}', '{"v":1E-2}', '{"v":12345678901234567890}', '{"v":1e999}', '{"v":NaN}'],
    ...[
      '{"v":tru}',
      '{"v":true1}',
      '{"v":nulls}',
      '{"v":falsee}',
      '{"v":"\\x"}',
      '{"v":"\\u12"}',
      '{"v":"\\u12g4"}',
    ],
    ...[
      '{"v":"\\ud83d\\ude00"}',
      '{"v":"\\ud83d"}',
      '{"v":"\\ude00"}',
      '{"v":"\\ud83d\\u0041"}',
      '{"v":"\u007f"}',
    ],
    ...[
      '{"\\u0076":1}',
      '{"v":1,"v":2}',
      '{"v":1,"\\u0076":"x"}',
      '{"":1}',
      '{"v":"a\nb"}',
      '{"v":"\\"',
      '{"v":"\\',
    ],
    `{"v":${'['.repeat(DEPTH - 1)}${']'.repeat(DEPTH - 1)}}`,
    `{"v":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`,
    `{"v":${'{"v":'.repeat(DEPTH - 1)}1${'}'.repeat(DEPTH)}`,
    `{"v":[${'[],'.repeat(320)}1]}`,
    `{"v":${'['.repeat(500)}`,
    `{"v":[}`,
    `{"v":{]}`,
  ])
    t.is(same(encoder.encode(text)), undefined, text);
  for (const bytes of [
    [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d],
    [0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d],
    [0x7b, 0x22, 0xe2, 0x82],
  ])
    t.is(same(Uint8Array.from(bytes)), undefined);
  t.throws(() => new JsonObject(new Uint8Array(0x1_0000), DEPTH), { message: 'too long' });
});
