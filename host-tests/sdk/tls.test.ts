/** TLS on the SDK's boards: the gate before the SDK's client, and the headless board against servers that lie. */
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { connect } from 'node:tls';
import test, { type ExecutionContext } from 'ava';
import { MAX_RECORD, RECORD_HEADER, TlsGate } from '../../firmware/protocol/tls-gate.js';
import { Bed } from '../e2e/bed.js';
import { OWN, PIN, proxy, tlsServer, WRONG_PIN } from '../network/tls-bed.js';
import { MINING_MS, TEST_MS } from '../support/deadlines.js';
import { build, SDK_BOARD } from './sdk.js';

const DER = new Uint8Array(new X509Certificate(OWN.certificate).raw);
const ONLY_PINNED = (der: Uint8Array) => (Buffer.from(der).equals(DER) ? undefined : 'another certificate');

function recordsOf(bytes: Buffer): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at + RECORD_HEADER <= bytes.length; ) {
    const end = at + RECORD_HEADER + bytes.readUInt16BE(at + 3);
    records.push(new Uint8Array(bytes.subarray(at, end)));
    at = end;
  }
  return records;
}

/** What a server sends to a client that offers what the SDK's does: whole records, one message each. */
async function handshake(t: ExecutionContext): Promise<Uint8Array[]> {
  const port = await tlsServer(t, { maxVersion: 'TLSv1.2' }, socket => socket.write('hello'));
  const seen: Buffer[] = [];
  const through = await proxy(t, port, () => bytes => {
    seen.push(Buffer.from(bytes));
    return bytes;
  });
  await new Promise<void>((resolve, reject) => {
    const client = connect({
      port: through,
      rejectUnauthorized: false,
      maxVersion: 'TLSv1.2',
      ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256',
      sigalgs: 'ECDSA+SHA256',
      ecdhCurve: 'prime256v1',
      secureOptions: 1 << 14, // SSL_OP_NO_TICKET: the SDK's client takes none
    });
    client.on('error', reject).on('data', () => {
      client.destroy();
      resolve();
    });
  });
  return recordsOf(Buffer.concat(seen));
}

/** The gate's first objection to these records. */
function objection(records: readonly Uint8Array[]): string | undefined {
  const gate = new TlsGate(ONLY_PINNED);
  for (const record of records) {
    const problem = gate.record(record);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The records with a change of the one that holds this handshake message. */
function changed(
  records: readonly Uint8Array[],
  type: number,
  change: (body: Uint8Array) => void,
): Uint8Array[] {
  return records.map(record => {
    if (record[0] !== 22 || record[RECORD_HEADER] !== type) return record;
    const copy = record.slice();
    change(copy.subarray(RECORD_HEADER + 4));
    return copy;
  });
}

test('a correct handshake passes the gate; anything else is refused', async t => {
  const records = await handshake(t);
  t.deepEqual(
    records.slice(0, 6).map(record => record[0]),
    [22, 22, 22, 22, 20, 22],
  );
  t.is(objection(records), undefined);
  const [hello, certificate, exchange, done, change, finished, data] = records as [
    Uint8Array,
    ...Uint8Array[],
  ];
  const signed = (index: number, value: number) => changed(records, 12, body => (body[index] = value));
  const attacks: [string, readonly (Uint8Array | undefined)[], string][] = [
    ['no hash', signed(69, 0), 'the key exchange is not signed'],
    ['SHA-1', signed(69, 2), 'the key exchange is not signed'],
    ['anonymous', signed(70, 0), 'the key exchange is not signed'],
    ['signed with RSA', signed(70, 1), 'the key exchange is not signed'],
    ['another curve', signed(2, 24), 'another key exchange'],
    ['a compressed point', signed(4, 2), 'another key exchange'],
    ['r is 0', changed(records, 12, body => body.fill(0, 77, 77 + body[76]!)), 'malformed signature'],
    ['r is negative', signed(77, 0x80), 'malformed signature'],
    ['r is too long', signed(76, 40), 'malformed signature'],
    [
      'TLS_RSA_WITH_AES_128_CBC_SHA',
      changed(records, 2, body => body.set([0, 0x2f], 35 + body[34]!)),
      'no common cipher',
    ],
    ['another certificate', changed(records, 11, body => (body[40] = body[40]! ^ 1)), 'another certificate'],
    ['two certificate messages', [hello, certificate, certificate], 'unexpected message'],
    ['no certificate', [hello, exchange, done], 'unexpected message'],
    ['no key exchange', [hello, certificate, done], 'unexpected message'],
    ['a key exchange after the end', [hello, certificate, exchange, done, exchange], 'unexpected record'],
    ['data before the handshake', [data], 'unexpected record'],
    ['data before Finished', [hello, certificate, exchange, done, change, data], 'unexpected record'],
    ['change of cipher at once', [hello, change], 'unexpected record'],
    ['no change of cipher', [hello, certificate, exchange, done, finished], 'unexpected record'],
    ['a handshake after the handshake', [...records.slice(0, 6), finished], 'unexpected record'],
    ['SSL 3', [new Uint8Array([22, 3, 0, 0, 1, 2])], 'wrong version number'],
    ['half a message', [hello.slice(0, 20)], 'a split message'],
  ];
  for (const [name, attack, problem] of attacks) t.is(objection(attack as Uint8Array[]), problem, name);
});

test('the gate takes any bytes without an exception, and lets no changed handshake byte lead to another certificate', async t => {
  const records = await handshake(t);
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  let refused = 0;
  for (let round = 0; round < 20_000; round++) {
    const copy = records.slice(0, 6).map(record => record.slice());
    for (let i = 0; i <= random(3); i++) {
      const record = copy[random(6)]!;
      record[random(record.length)] = random(256);
    }
    if (objection(copy) !== undefined) refused++;
  }
  t.true(refused > 5_000);
  t.is(MAX_RECORD, 16_640);
});

/** A headless board that is given this server, and what it said about its node. */
async function said(
  t: ExecutionContext,
  port: number,
  pin: string,
  connected: boolean,
): Promise<string | undefined> {
  const bed = new Bed();
  t.teardown(() => bed.dispose());
  const board = bed.start(SDK_BOARD, [], {
    MITE_DATA: join(bed.directory, 'sdk'),
    MITE_JSON: '1',
    MITE_UNTIL_EOF: '1',
  });
  const settings = { 'node.host': '127.0.0.1', 'node.port': port, 'node.fingerprint': pin, 'node.tls': 'on' };
  for (const [key, value] of Object.entries({
    ...settings,
    'device.id': 'sdk',
    'device.secret': 'not-known',
  }))
    board.write(`config set ${key} ${value}`);
  if (connected) return undefined;
  const line = await board.waitFor(
    line => line.event === 'node' && line.connected === false,
    'a refusal',
    MINING_MS,
  );
  return String(line.text);
}

test.serial(
  'the headless board signs in over TLS, and only to the pinned certificate and its key',
  async t => {
    t.timeout(TEST_MS);
    const skipped = build('sdk-board');
    if (skipped !== undefined) {
      t.log(skipped);
      t.pass();
      return;
    }
    const sent: Buffer[] = [];
    let signedIn: (() => void) | undefined;
    const port = await tlsServer(t, {}, socket => {
      socket
        .on('error', () => {})
        .on('data', bytes => {
          sent.push(Buffer.from(bytes));
          signedIn?.();
        });
    });
    t.regex(
      (await said(t, port, WRONG_PIN, false)) ?? '',
      new RegExp(`wrong certificate: its fingerprint is ${PIN}`),
    );
    // A man in the middle with the right certificate: the point of the key exchange is his, the signature is not.
    const middle = await proxy(t, port, () => bytes => {
      for (const record of recordsOf(bytes)) {
        if (record[0] !== 22) continue;
        const at = bytes.indexOf(record);
        for (let message = RECORD_HEADER; message + 4 < record.length; ) {
          const length = (record[message + 1]! << 16) | (record[message + 2]! << 8) | record[message + 3]!;
          if (record[message] === 12) bytes[at + message + 4 + 20]! ^= 1;
          message += 4 + length;
        }
      }
      return bytes;
    });
    t.regex((await said(t, middle, PIN, false)) ?? '', /TLS: the handshake failed/);
    t.is(sent.length, 0, 'nothing was sent to either');
    const arrived = new Promise<void>(resolve => {
      signedIn = resolve;
    });
    await said(t, port, PIN, true);
    await arrived;
    t.true(Buffer.concat(sent).includes('MQTT'));
  },
);
