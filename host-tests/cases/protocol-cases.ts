import { hexToBytes } from '../../firmware/domain/bytes.js';
import { encodeHeader, headerHash } from '../../firmware/domain/header.js';
import { type Job, jobHeader } from '../../firmware/domain/job.js';
import { checkShare } from '../../firmware/domain/share.js';
import { decodeCommand, encodeReply } from '../../firmware/protocol/mite/command.js';
import { decodeHeaders, encodeHeaders } from '../../firmware/protocol/mite/headers.js';
import { decodeHello, encodeHello } from '../../firmware/protocol/mite/hello.js';
import { decodeJob, encodeJob, JOB_MAX_LENGTH, JOB_MIN_LENGTH } from '../../firmware/protocol/mite/job.js';
import { printable } from '../../firmware/protocol/mite/json.js';
import { MAX_JSON, MAX_PACKET } from '../../firmware/protocol/mite/limits.js';
import { decodeShare, encodeShare } from '../../firmware/protocol/mite/share.js';
import {
  BOARD_KINDS,
  HEADERS_TOPIC,
  isDeviceId,
  mayPublish,
  maySubscribe,
  NODE_KINDS,
  parseTopic,
  topic,
} from '../../firmware/protocol/mite/topics.js';
import { decodeUtf8, encodeUtf8, utf8Length } from '../../firmware/protocol/utf8.js';
import type { Case } from './case.js';
import { CODECS, fromVector } from './protocol-codecs.js';
import { VECTORS, WORK } from './protocol-vectors.js';
import { feedMalformed } from './random.js';

const JOB = VECTORS[0]!;
const job = (changes: Partial<Job> = {}): Job => ({ ...(fromVector(JOB.value) as Job), ...changes });
const zeros = (length: number) => new Uint8Array(length);

const vectorCases: Case[] = VECTORS.map(({ message, name, value, hex, malformed }) => ({
  name: `protocol: ${message}: ${name}${malformed ? ' is refused' : ''}`,
  run(t) {
    const { encode, decode } = CODECS[message]!;
    const bytes = hexToBytes(hex);
    if (malformed) {
      t.throws(() => decode!(bytes), /^FormatError: /);
      t.bytes(bytes, hex, 'input untouched');
      return;
    }
    if (encode) t.bytes(encode(fromVector(value) as never), hex);
    if (decode) t.equal(decode(bytes), fromVector(value));
  },
}));

export const cases: Case[] = [
  ...vectorCases,
  {
    name: 'protocol: the vector share meets the vector job, header and hash as the page says',
    run(t) {
      const decoded = decodeJob(hexToBytes(WORK.job));
      const share = decodeShare(hexToBytes(WORK.share));
      t.bytes(encodeHeader(jobHeader(decoded, share.extranonce2, share)), WORK.header);
      t.bytes(headerHash(hexToBytes(WORK.header)).reverse(), WORK.hash);
      t.ok(checkShare(decoded, share).ok);
      t.equal(checkShare(decoded, { ...share, nonce: share.nonce + 1 }).ok, false);
    },
  },
  {
    name: 'protocol: every cut and every added byte of every message is refused',
    run(t) {
      let inputs = 0;
      let refused = 0;
      for (const { message, hex, malformed } of VECTORS) {
        const decode = CODECS[message]!.decode;
        if (malformed || !decode) continue;
        const bytes = hexToBytes(hex);
        const longer = zeros(bytes.length + 1);
        longer.set(bytes);
        for (let length = 0; length <= bytes.length + 1; length++) {
          if (length === bytes.length) continue;
          inputs++;
          try {
            decode(longer.slice(0, length));
          } catch (error) {
            if ((error as Error).name === 'FormatError') refused++;
          }
        }
      }
      t.equal(refused, inputs);
    },
  },
  {
    name: 'protocol: what a decoder gives shares no memory with its input',
    run(t) {
      for (const { message, value, hex, malformed } of VECTORS) {
        const decode = CODECS[message]!.decode;
        if (malformed || !decode || message === 'mqtt-server') continue;
        const bytes = hexToBytes(hex);
        const decoded = decode(bytes);
        bytes.fill(0xaa);
        t.equal(decoded, fromVector(value), message);
      }
    },
  },
  {
    name: 'protocol: job bounds, each at its end and one beyond',
    run(t) {
      const largest = job({
        extranonce1: zeros(8),
        extranonce2Length: 8,
        coinbasePrefix: zeros(1024),
        coinbaseSuffix: zeros(4096),
        merkleBranch: Array.from({ length: 24 }, () => zeros(32)),
        payoutGroup: 'a'.repeat(32),
      });
      const bytes = encodeJob(largest);
      t.equal(bytes.length, JOB_MAX_LENGTH);
      t.ok(bytes.length + 5 + 2 + 64 + 2 < MAX_PACKET, 'fits a packet');
      t.equal(decodeJob(bytes), largest);
      t.equal(encodeJob(fromVector(VECTORS[1]!.value) as Job).length, JOB_MIN_LENGTH);
      const wrong: Partial<Job>[] = [
        { extranonce1: zeros(0) },
        { extranonce1: zeros(9) },
        { extranonce2Length: 1 },
        { extranonce2Length: 9 },
        { extranonce2Length: 2.5 },
        { coinbasePrefix: zeros(0) },
        { coinbasePrefix: zeros(1025) },
        { coinbaseSuffix: zeros(0) },
        { coinbaseSuffix: zeros(4097) },
        { merkleBranch: Array.from({ length: 25 }, () => zeros(32)) },
        { merkleBranch: [zeros(31)] },
        { payoutGroup: '' },
        { payoutGroup: 'a'.repeat(33) },
        { payoutGroup: 'Ä' },
        { previousHash: zeros(33) },
        { id: -1 },
        { id: 0x1_0000_0000 },
        { height: 0 },
        { version: 0x8000_0000 },
        { nBits: 0 },
        { shareBits: 0x2100ffff + 0x0100_0000 },
        { time: 0 },
        { versionMask: 0x2000_0000 },
        { fees: -1n },
        { fees: 1n << 64n },
        { fees: 1 as never },
      ];
      for (const changes of wrong) t.throws(() => encodeJob(job(changes)), /^RangeError: job: /);
    },
  },
  {
    name: 'protocol: a job decoder takes the length bytes at their ends and nothing beyond',
    run(t) {
      const bytes = encodeJob(fromVector(VECTORS[1]!.value) as Job);
      // extranonce1 length at 72, extranonce2Length at 74, payout group length at 75, prefix at 77, suffix at 80, count at 83
      for (const [at, values] of [
        [72, [0, 9, 255]],
        [74, [0, 1, 9, 255]],
        [75, [0, 33, 255]],
        [78, [4, 255]],
        [81, [16, 255]],
        [83, [1, 24, 25, 255]],
      ] as const) {
        for (const value of values) {
          const changed = bytes.slice();
          changed[at] = value;
          t.throws(() => decodeJob(changed), /^FormatError: /);
        }
      }
    },
  },
  {
    name: 'protocol: share and headers bounds',
    run(t) {
      const share = decodeShare(hexToBytes(WORK.share));
      for (const changes of [
        { sequence: -1 },
        { sequence: 1.5 },
        { jobId: 0x1_0000_0000 },
        { nonce: Number.NaN },
        { version: 0x8000_0000 },
        { extranonce1: zeros(0) },
        { extranonce1: zeros(9) },
        { extranonce2: zeros(1) },
        { extranonce2: zeros(9) },
      ]) {
        t.throws(() => encodeShare({ ...share, ...changes }), /^RangeError: /);
      }
      const headers = Array.from({ length: 64 }, () => zeros(80));
      t.equal(decodeHeaders(encodeHeaders({ startHeight: 7, headers })), { startHeight: 7, headers });
      t.throws(() => encodeHeaders({ startHeight: 0, headers: [...headers, zeros(80)] }), /^RangeError/);
      t.throws(() => encodeHeaders({ startHeight: 0, headers: [zeros(79)] }), /^RangeError/);
      t.throws(
        () => encodeHeaders({ startHeight: 0xffff_ffff, headers: headers.slice(0, 2) }),
        /^RangeError/,
      );
      t.equal(encodeHeaders({ startHeight: 0xffff_ffff, headers: headers.slice(0, 1) }).length, 88);
      const one = encodeHeaders({ startHeight: 0, headers: headers.slice(0, 1) });
      one[2] = 65;
      t.throws(() => decodeHeaders(one), /^FormatError/);
    },
  },
  {
    name: 'protocol: JSON bounds: bytes, depth, types, unknown fields, duplicate and inherited names',
    run(t) {
      const text = (extra: string) => encodeUtf8(`{"v":1,"id":4294967295,"cmd":"stop"${extra}}`);
      const expected = { id: 4294967295, cmd: 'stop' };
      t.equal(decodeCommand(text(',"later":[1,{"x":null}],"é":"\\ud83d\\ude00"')), expected);
      t.equal(decodeCommand(text(`,"x":${'['.repeat(7)}${']'.repeat(7)}`)), expected);
      t.throws(() => decodeCommand(text(`,"x":${'['.repeat(8)}${']'.repeat(8)}`)), /nested too deep/);
      t.equal(
        decodeCommand(text(`,"x":"${'[{'.repeat(40)}\\"[["`)),
        expected,
        'brackets in a string nest nothing',
      );
      const pad = MAX_JSON - text(',"x":""').length;
      t.equal(decodeCommand(text(`,"x":"${'a'.repeat(pad)}"`)), expected);
      t.throws(() => decodeCommand(text(`,"x":"${'a'.repeat(pad + 1)}"`)), /at most 1024/);
      t.throws(() => decodeCommand(zeros(1_000_000)), /at most 1024/);
      t.equal(
        decodeCommand(text(',"cmd":"start"')),
        { id: 4294967295, cmd: 'start' },
        'the last of two wins',
      );
      for (const wrong of [
        '',
        'null',
        '[]',
        '1',
        '"v"',
        '{}',
        '{"v":1,"id":1}',
        '{"v":1,"id":-1,"cmd":"stop"}',
        '{"v":1,"id":4294967296,"cmd":"stop"}',
        '{"v":1,"id":"1","cmd":"stop"}',
        '{"v":1,"id":1e400,"cmd":"stop"}',
        '{"v":"1","id":1,"cmd":"stop"}',
        '{"id":1,"cmd":"stop"}',
        '{"v":1,"id":1,"cmd":"toString"}',
        '{"v":1,"id":1,"cmd":["stop"]}',
        '{"v":1,"__proto__":{"id":1,"cmd":"stop"}}',
        '\ufeff{"v":1,"id":1,"cmd":"stop"}',
        '{"v":1,"id":1,"cmd":"stop"}x',
      ]) {
        t.throws(() => decodeCommand(encodeUtf8(wrong)), /^FormatError: /);
      }
    },
  },
  {
    name: 'protocol: JSON encoders refuse what their decoders would',
    run(t) {
      const hello = {
        boot: '00112233aabbccdd',
        board: 'host',
        firmware: '0.1.0',
        rate: 1,
        versionRolling: true,
      };
      t.equal(decodeHello(encodeHello(hello)), hello);
      for (const changes of [
        { boot: '00112233AABBCCDD' },
        { boot: '00112233aabbccd' },
        { board: '' },
        { board: 'a b' },
        { firmware: '0.1.0\n' },
        { rate: -1 },
        { rate: 2 ** 53 },
        { rate: Number.NaN },
      ]) {
        t.throws(() => encodeHello({ ...hello, ...changes }), /^RangeError: /);
      }
      t.throws(() => encodeReply({ id: 1, ok: false }), /^RangeError: /);
      t.throws(() => encodeReply({ id: 1, ok: false, error: 'two\nlines' }), /^RangeError: /);
      t.ok(encodeReply({ id: 1, ok: false, error: printable('two\nlines é') }).length > 0);
      t.equal(printable('two\nlines é'), 'two?lines ?');
      t.equal(printable(''), '?');
      t.equal(printable('x'.repeat(200)).length, 128);
    },
  },
  {
    name: 'protocol: topics and who may use them',
    run(t) {
      t.equal(topic('kettle-2', 'job'), 'mite/1/kettle-2/job');
      t.equal(parseTopic('mite/1/kettle-2/job'), { scope: 'device', id: 'kettle-2', kind: 'job' });
      t.equal(parseTopic(HEADERS_TOPIC), { scope: 'all', kind: 'headers' });
      for (const id of ['a', '0', 'a'.repeat(32), 'a-', 'headers']) t.ok(isDeviceId(id), id);
      for (const id of ['', '-a', 'a'.repeat(33), 'A', 'a/b', '+', '#', 'ä', 'a b', 'a\n']) {
        t.equal(isDeviceId(id), false, id);
        t.throws(() => topic(id, 'job'), /^RangeError/);
      }
      for (const name of [
        '',
        'mite/1/headers/x/y',
        'mite/2/kettle/job',
        'mite/1/kettle',
        'mite/1/kettle/jobs',
        'mite/1/kettle/toString',
        'mite/1/-/job',
        'mite/1//job',
        'Mite/1/kettle/job',
        '/mite/1/kettle/job',
        'mite/1/kettle/job/',
        `mite/1/kettle/${'x'.repeat(100_000)}`,
      ]) {
        t.throws(() => parseTopic(name), /^FormatError/);
      }
      for (const kind of BOARD_KINDS) {
        t.equal(mayPublish('kettle', `mite/1/kettle/${kind}`), true);
        t.equal(maySubscribe('kettle', `mite/1/kettle/${kind}`), false);
      }
      for (const kind of NODE_KINDS) {
        t.equal(mayPublish('kettle', `mite/1/kettle/${kind}`), false);
        t.equal(maySubscribe('kettle', `mite/1/kettle/${kind}`), true);
      }
      t.equal(maySubscribe('kettle', HEADERS_TOPIC), true);
      t.equal(mayPublish('kettle', HEADERS_TOPIC), false);
      for (const filter of [
        '#',
        '+',
        'mite/#',
        'mite/1/+/job',
        'mite/1/kettle/#',
        'mite/1/kettle/+',
        '$SYS/#',
      ]) {
        t.equal(maySubscribe('kettle', filter), false, filter);
        t.equal(mayPublish('kettle', filter), false, filter);
      }
      t.equal(mayPublish('kettle', 'mite/1/kettle2/share'), false);
    },
  },
  {
    name: 'protocol: UTF-8, both ends of every length (RFC 3629)',
    run(t) {
      for (const [text, hex] of [
        ['', ''],
        ['\0\x7f', '007f'],
        ['\u0080\u07ff', 'c280dfbf'],
        ['\u0800\ud7ff\ue000\uffff', 'e0a080ed9fbfee8080efbfbf'],
        ['\u{10000}\u{10ffff}', 'f0908080f48fbfbf'],
        ['\ufeffa', 'efbbbf61'],
      ] as const) {
        t.bytes(encodeUtf8(text), hex);
        t.equal(decodeUtf8(hexToBytes(hex)), text);
        t.equal(utf8Length(text), hex.length / 2);
      }
      const long = 'aé€😀'.repeat(50);
      t.equal(decodeUtf8(encodeUtf8(long)), long);
      for (const hex of [
        '80', // a continuation alone
        'c080', // overlong
        'c1bf',
        'e09fbf',
        'f08fbfbf',
        'eda080', // surrogates
        'edbfbf',
        'f4908080', // above U+10FFFF
        'f5808080',
        'ff',
        'c2', // cut
        'e0a0',
        'f09080',
        'c261', // broken
        'e28061',
        'f0908061',
      ]) {
        t.throws(() => decodeUtf8(hexToBytes(hex)), /^FormatError: /);
      }
      for (const text of ['\ud800', 'a\udc00', '\ud800a', '\udc00\ud800']) {
        t.throws(() => encodeUtf8(text), /^RangeError: /);
        t.throws(() => utf8Length(text), /^RangeError: /);
      }
    },
  },
  {
    name: 'protocol: 300 malformed inputs to every decoder',
    run(t) {
      for (const [message, { decode }] of Object.entries(CODECS)) {
        if (!decode) continue;
        const samples = VECTORS.filter(vector => vector.message === message).map(vector =>
          hexToBytes(vector.hex),
        );
        t.ok(feedMalformed(1, 300, samples, decode).refused > 0, message);
      }
    },
  },
];
