/** The client's side of Stratum V1: what servers of the field say, as the board and the node read it. */
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import { DIFFICULTY_1_TARGET } from '../../firmware/domain/target.js';
import { JsonObject } from '../../firmware/protocol/json-scan.js';
import { readSubscription, readVersionMask, verdictOf } from '../../firmware/protocol/stratum/answers.js';
import { MAX_COINBASE_PART, MAX_DEPTH, MAX_LINE } from '../../firmware/protocol/stratum/limits.js';
import { LineReader } from '../../firmware/protocol/stratum/lines.js';
import { readServerMessage, type ServerMessage } from '../../firmware/protocol/stratum/messages.js';
import { suggestDifficulty } from '../../firmware/protocol/stratum/requests.js';
import {
  ANSWER_MS,
  FIRST_JOB_MS,
  type SessionCommand,
  SILENCE_MS,
  StratumSession,
  VERDICT_MS,
} from '../../firmware/protocol/stratum/session.js';
import { encodeUtf8 } from '../../firmware/protocol/utf8.js';
import type { Case } from './case.js';
import { Random } from './random.js';

const read = (text: string): ServerMessage => readServerMessage(encodeUtf8(text));
const fields = (text: string): JsonObject => new JsonObject(encodeUtf8(text), MAX_DEPTH);

/** Block 1 of mainnet's previous hash: genesis, as a pool writes it. */
const PREVIOUS = '0a8ce26f72b3f1b646a2a6c14ff763ae65831e939c085ae10019d66800000000';
const INTERNAL = '6fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000';

export const NOTIFY =
  `{"id":null,"method":"mining.notify","params":["b3ba","${PREVIOUS}","01000000010000","ffffffff00",` +
  `["${'ab'.repeat(32)}"],"20000000","1d00ffff","4966bc61",true]}`;

const SESSION = {
  agent: 'mite/1',
  user: 'porch',
  password: 'x',
  difficulty: undefined,
  plain: false,
  resume: '',
} as const;

/** Feeds lines one after the other. */
function say(session: StratumSession, now: number, ...lines: string[]): SessionCommand[] {
  return lines.flatMap(line => [...session.on({ kind: 'line', line: encodeUtf8(line) }, now)]);
}

const SUBSCRIBED = '{"id":2,"result":[[["mining.notify","ae68"]],"08000002",4],"error":null}';
const AUTHORISED = '{"id":4,"result":true,"error":null}';
const sent = (commands: readonly SessionCommand[]): string =>
  commands.map(command => (command.kind === 'send' ? command.line : `<${command.kind}>`)).join('');

export const cases: Case[] = [
  {
    name: 'stratum client: mining.notify, whose previous hash has its words swapped',
    run(t) {
      const message = read(NOTIFY);
      if (message.kind !== 'notify') throw new Error(message.kind);
      const { job } = message;
      t.equal(job.id, 'b3ba');
      t.equal(bytesToHex(job.previousHash), INTERNAL);
      t.equal([bytesToHex(job.coinbase1), bytesToHex(job.coinbase2)].join(), '01000000010000,ffffffff00');
      t.equal(job.branch.length, 1);
      t.equal([job.version, job.nBits, job.time].join(), `${0x20000000},${0x1d00ffff},${0x4966bc61}`);
      t.ok(job.clean);
      for (const [from, to, clean] of [
        ['true]', 'false]', false],
        ['true]', '0]', false],
        ['true]', '1]', true],
        [',true]', ']', true],
        ['"b3ba"', '17', true],
        ['20000000', 'ffffffff', true],
      ] as const) {
        const other = read(NOTIFY.replace(from, to));
        t.equal(other.kind === 'notify' && other.job.clean, clean, to);
      }
      for (const [from, to] of [
        ['20000000', '2000000'],
        ['20000000', '200000000'],
        ['"b3ba"', '""'],
        ['"b3ba"', `"${'a'.repeat(65)}"`],
        ['01000000010000', '0100000001000'],
        ['01000000010000', ''],
        ['01000000010000', '00'.repeat(MAX_COINBASE_PART + 1)],
        ['ababab', 'abxbab'],
        ['"method":"mining.notify"', '"method":7'],
        ['"params":[', '"params":{"a":['],
      ] as const) {
        let refused = '';
        try {
          read(NOTIFY.replace(from, to));
        } catch (error) {
          refused = (error as Error).name;
        }
        t.equal(refused, 'FormatError', `${from} -> ${to}`);
      }
      const long = read(NOTIFY.replace('01000000010000', '00'.repeat(MAX_COINBASE_PART)));
      t.equal(long.kind, 'notify', 'a coinbase far above 255 bytes');
    },
  },
  {
    name: 'stratum client: difficulties are exact, whatever their form; what is none is refused',
    run(t) {
      const target = (value: string): bigint => {
        const message = read(`{"id":null,"method":"mining.set_difficulty","params":[${value}]}`);
        if (message.kind !== 'target') throw new Error(message.kind);
        return message.target;
      };
      for (const [text, expected] of [
        ['1', DIFFICULTY_1_TARGET],
        ['"1"', DIFFICULTY_1_TARGET],
        ['512.0', DIFFICULTY_1_TARGET / 512n],
        ['0.001', DIFFICULTY_1_TARGET * 1000n],
        ['1e-06', DIFFICULTY_1_TARGET * 1_000_000n],
        ['0.0000152587890625', DIFFICULTY_1_TARGET << 16n],
      ] as const)
        t.equal(target(text), expected, text);
      for (const text of ['0', '-1', '1e30000', 'null', 'true', '"NaN"', '""', '[1]', '1e999', '0.0', '']) {
        let refused = '';
        try {
          target(text);
        } catch (error) {
          refused = (error as Error).name;
        }
        t.equal(refused, 'FormatError', text);
      }
      const exact = read(`{"method":"mining.set_target","params":["${'00'.repeat(4)}${'ff'.repeat(28)}"]}`);
      t.equal(exact.kind === 'target' && exact.target, (1n << 224n) - 1n);
      t.equal(
        suggestDifficulty(5, '0.000001'),
        '{"id":5,"method":"mining.suggest_difficulty","params":[0.000001]}\n',
      );
    },
  },
  {
    name: 'stratum client: a share’s answer in all the shapes of the field',
    run(t) {
      for (const [text, expected] of [
        ['{"id":7,"result":true,"error":null}', 'ok'],
        ['{"id":7,"result":true}', 'ok'],
        ['{"id":7,"jsonrpc":"2.0","result":true,"error":[]}', 'ok'],
        ['{"id":7,"result":{"status":"OK"},"error":null}', 'ok'],
        ['{"id":7,"error":null,"result":false}', 'other:'],
        ['{"id":7,"result":null,"error":null}', 'other:'],
        ['{"id":7,"result":null,"error":[21,"Job not found",null]}', 'stale:Job not found'],
        ['{"id":7,"result":true,"error":[22,"Duplicate share",null]}', 'duplicate:Duplicate share'],
        [
          '{"id":7,"error":{"code":23,"message":"Low difficulty share"}}',
          'low-difficulty:Low difficulty share',
        ],
        [
          '{"id":7,"error":{"code":-1,"message":"ntime out of range"},"result":null}',
          'time:ntime out of range',
        ],
        ['{"id":7,"result":false,"error":"Above target"}', 'low-difficulty:Above target'],
        ['{"id":7,"result":false,"error":["Stale share"]}', 'stale:Stale share'],
        [
          '{"id":7,"result":false,"error":null,"reject-reason":"Invalid version mask"}',
          'version:Invalid version mask',
        ],
        [
          '{"id":7,"result":null,"error":[24,"Unauthorized worker",null]}',
          'unauthorised:Unauthorized worker',
        ],
        ['{"id":7,"result":null,"error":[20,"Other/Unknown",null]}', 'other:Other/Unknown'],
        ['{"id":7,"result":false,"error":"line\\nbreak\\u00e9"}', 'other:line?break?'],
      ] as const) {
        const verdict = verdictOf(fields(text));
        t.equal(verdict.ok ? 'ok' : `${verdict.reject}:${verdict.text}`, expected, text);
      }
    },
  },
  {
    name: 'stratum client: subscriptions and version masks in their shapes',
    run(t) {
      for (const [result, expected] of [
        ['[[["mining.set_difficulty","b4"],["mining.notify","ae68"]],"08000002",4]', 'ae68 08000002 4'],
        ['[["mining.notify","ae68"],"08000002",4]', 'ae68 08000002 4'],
        ['[[],"0800",8]', ' 0800 8'],
        ['[null,"",2]', '  2'],
      ] as const) {
        const { session, extranonce1, extranonce2Size } = readSubscription(fields(`{"result":${result}}`));
        t.equal(`${session} ${bytesToHex(extranonce1)} ${extranonce2Size}`, expected);
      }
      for (const [result, mask] of [
        ['{"version-rolling":true,"version-rolling.mask":"1fffe000"}', 0x1fffe000],
        ['{"version-rolling":true,"version-rolling.mask":"FFFFFFFF","minimum-difficulty":true}', 0xffffffff],
        ['{"version-rolling":false}', 0],
        ['{"version-rolling":"no such thing"}', 0],
        ['{"version-rolling":true,"version-rolling.mask":"1fffe0001"}', 0],
        ['true', 0],
      ] as const)
        t.equal(readVersionMask(fields(`{"result":${result}}`)), mask, result);
    },
  },
  {
    name: 'stratum client: requests of the server, reconnects and messages',
    run(t) {
      for (const [text, expected] of [
        ['{"id":1,"method":"client.get_version","params":[]}', { kind: 'request', id: 1, method: 'version' }],
        ['{"id":"a","method":"mining.ping"}', { kind: 'request', id: 'a', method: 'ping' }],
        ['{"id":9,"method":"mining.later","params":[]}', { kind: 'request', id: 9, method: 'unknown' }],
        ['{"id":null,"method":"mining.later","params":{}}', { kind: 'other', text: 'mining.later' }],
        ['{"id":null,"result":null,"error":[20,"x",null]}', { kind: 'other', text: 'an answer to nothing' }],
        ['{"method":"client.show_message","params":["hello\\u0007"]}', { kind: 'show', text: 'hello?' }],
        [
          '{"method":"mining.set_version_mask","params":["00c00000"]}',
          { kind: 'versionMask', mask: 0xc00000 },
        ],
        [
          '{"method":"client.reconnect","params":[]}',
          { kind: 'reconnect', host: undefined, port: undefined, wait: 0 },
        ],
        ['{"method":"client.reconnect"}', { kind: 'reconnect', host: undefined, port: undefined, wait: 0 }],
        [
          '{"method":"client.reconnect","params":["pool.example","3334","7"]}',
          { kind: 'reconnect', host: 'pool.example', port: 3334, wait: 7 },
        ],
        [
          '{"method":"client.reconnect","params":["a",99999,-1]}',
          { kind: 'reconnect', host: 'a', port: undefined, wait: 0 },
        ],
      ] as const)
        t.equal(JSON.stringify(read(text)), JSON.stringify(expected), text);
    },
  },
  {
    name: 'stratum client: lines in pieces of any size, and lines without end, in bounded memory',
    run(t) {
      const random = new Random(11);
      const lines = [
        'a',
        NOTIFY,
        'x'.repeat(MAX_LINE),
        'y'.repeat(MAX_LINE + 1),
        '',
        'z'.repeat(40_000),
        'end',
      ];
      const ends = ['\n', '\r\n'];
      const stream = encodeUtf8(lines.map((line, i) => line + ends[i % 2]!).join(''));
      for (let round = 0; round < 5; round++) {
        const got: number[] = [];
        let long = 0;
        const reader = new LineReader(
          MAX_LINE,
          line => got.push(line.length),
          () => long++,
        );
        for (let at = 0; at < stream.length; ) {
          const size = random.between(1, round === 0 ? 3 : 20_000);
          reader.push(stream.subarray(at, at + size));
          at += size;
        }
        t.equal(got.join(), [1, NOTIFY.length, MAX_LINE, 3].join());
        t.equal(long, 2);
      }
    },
  },
  {
    name: 'stratum client: the handshake step by step; a job keeps the target and extranonce of its time',
    run(t) {
      const session = new StratumSession({ ...SESSION, difficulty: '0.5', resume: 'old' });
      t.equal(sent(session.on({ kind: 'opened' }, 0)).includes('"mining.configure"'), true);
      const subscribe = say(
        session,
        0,
        '{"id":1,"result":{"version-rolling":true,"version-rolling.mask":"ffffffff"},"error":null}',
      );
      t.equal(sent(subscribe), '{"id":2,"method":"mining.subscribe","params":["mite/1","old"]}\n');
      const authorize = say(session, 0, SUBSCRIBED);
      t.ok(sent(authorize).includes('"mining.authorize","params":["porch","x"]'));
      t.equal(say(session, 0, '{"method":"mining.set_difficulty","params":[2]}', NOTIFY).length, 0, 'early');
      const ready = say(session, 0, AUTHORISED);
      t.equal(ready.map(({ kind }) => kind).join(), 'send,ready,job');
      const [, , first] = ready;
      if (first?.kind !== 'job') throw new Error('no job');
      t.equal(first.job.versionMask, 0x1fffe000);
      t.equal(first.job.target, DIFFICULTY_1_TARGET / 2n);
      t.equal(
        say(
          session,
          0,
          '{"method":"mining.set_difficulty","params":[0.25]}',
          '{"method":"mining.set_extranonce","params":["77",3]}',
        ).length,
        0,
        'nothing until the next job',
      );
      const [second] = say(session, 0, NOTIFY);
      if (second?.kind !== 'job') throw new Error('no job');
      t.equal(second.job.target, DIFFICULTY_1_TARGET * 4n);
      t.equal(`${bytesToHex(second.job.extranonce1)} ${second.job.extranonce2Size}`, '77 3');
      t.equal(first.job.target, DIFFICULTY_1_TARGET / 2n);
      const share = {
        jobId: 'b3ba',
        extranonce2: hexToBytes('00ff01'),
        time: 1,
        nonce: 0xfedcba98,
        versionBits: 0x2000,
      };
      t.equal(
        sent(session.submit(share, 40, 0)),
        '{"id":10,"method":"mining.submit","params":["porch","b3ba","00ff01","00000001","fedcba98","00002000"]}\n',
      );
      t.ok(sent(session.submit({ ...share, versionBits: undefined }, 41, 0)).endsWith('"fedcba98"]}\n'));
      t.equal(
        JSON.stringify(say(session, 0, '{"id":11,"result":false,"error":null}', '{"id":"10","result":true}')),
        JSON.stringify([
          { kind: 'rejected', token: 41, reject: 'other', text: '' },
          { kind: 'accepted', token: 40 },
        ]),
      );
      t.equal(say(session, 0, '{"id":10,"result":true}').length, 0, 'answered before');
    },
  },
  {
    name: 'stratum client: servers that know less, refuse, or fall silent',
    run(t) {
      const simple = new StratumSession(SESSION);
      simple.on({ kind: 'opened' }, 0);
      t.ok(
        sent(say(simple, 0, '{"id":1,"result":null,"error":[-3,"Method not found",null]}')).includes(
          'subscribe',
        ),
      );
      say(simple, 0, SUBSCRIBED);
      const [, job] = say(simple, 0, '{"id":3,"error":"unknown method","result":null}', AUTHORISED, NOTIFY);
      t.ok(job?.kind === 'job' && job.job.versionMask === undefined);

      const mute = new StratumSession(SESSION);
      mute.on({ kind: 'opened' }, 0);
      t.equal(mute.on({ kind: 'tick' }, ANSWER_MS - 1).length, 0);
      t.ok(
        sent(mute.on({ kind: 'tick' }, ANSWER_MS)).includes('mining.subscribe'),
        'configure has no answer',
      );
      t.equal(mute.on({ kind: 'tick' }, 2 * ANSWER_MS)[0]?.kind, 'close');
      t.equal(say(mute, 3 * ANSWER_MS, SUBSCRIBED).length, 0, 'closed for good');

      const plain = new StratumSession({ ...SESSION, plain: true });
      t.ok(sent(plain.on({ kind: 'opened' }, 0)).startsWith('{"id":2,"method":"mining.subscribe"'));
      t.equal((sent(say(plain, 0, SUBSCRIBED)).match(/\n/g) ?? []).length, 1, 'authorize alone');
      const refused = say(plain, 0, '{"id":4,"result":false,"error":[24,"no such user",null]}');
      t.equal(
        JSON.stringify(refused),
        '[{"kind":"close","refused":true,"reason":"it refuses this user: no such user"}]',
      );

      const idle = new StratumSession({ ...SESSION, plain: true });
      idle.on({ kind: 'opened' }, 0);
      say(idle, 0, SUBSCRIBED, AUTHORISED);
      t.equal(idle.on({ kind: 'tick' }, FIRST_JOB_MS)[0]?.kind, 'close', 'no job');
      const late = new StratumSession({ ...SESSION, plain: true });
      late.on({ kind: 'opened' }, 0);
      say(late, 0, SUBSCRIBED, AUTHORISED, NOTIFY);
      t.equal(late.on({ kind: 'tick' }, SILENCE_MS - 1).length, 0);
      const share = {
        jobId: 'b3ba',
        extranonce2: new Uint8Array(4),
        time: 1,
        nonce: 1,
        versionBits: undefined,
      };
      late.submit(share, 1, SILENCE_MS - 1);
      say(late, SILENCE_MS - 1, 'not json', NOTIFY);
      t.equal(late.on({ kind: 'tick' }, SILENCE_MS - 1 + VERDICT_MS)[0]?.kind, 'close', 'no verdict');
    },
  },
];
