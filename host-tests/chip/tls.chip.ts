/** TLS on a chip (platforms/sdk/link, esp-tls, mbedTLS): whom it believes, and what it says of the others. */

import { createServer } from 'node:net';
import type { TLSSocket } from 'node:tls';
import test from 'ava';
import { HOST_ADDRESS } from '../../tools/emulate/chip.js';
import { fingerprintOf } from '../../trusted-node/doors/mqtt/certificate.js';
import { listen, PIN, rsaCertificate, tlsServer, WRONG_PIN } from '../network/tls-bed.js';
import { MINING_MS, TEST_MS } from '../support/deadlines.js';
import { sleep } from '../support/processes.js';
import { BOARDS, ChipBed, skippedWithoutChip } from './bed.js';

for (const board of BOARDS)
  test(`${board.name}: TLS 1.2 and 1.3, P-256 and RSA, to the pinned certificate alone`, async t => {
    t.timeout(TEST_MS);
    if (skippedWithoutChip(t, board)) return;
    const bed = new ChipBed(board);
    t.teardown(() => bed.dispose());
    bed.burn();
    await bed.boot();
    const heard: Buffer[] = [];
    const accept = (socket: TLSSocket) =>
      socket.on('error', () => {}).on('data', bytes => heard.push(Buffer.from(bytes)));
    const use = async (port: number, pin: string) => {
      const from = bed.events.length;
      await bed.ask('config set node.host nowhere.invalid'); // neither the old port with the new pin nor the reverse
      await bed.ask(`config set node.fingerprint ${pin}`);
      await bed.ask(`config set node.port ${port}`);
      heard.length = 0;
      await bed.ask(`config set node.host ${HOST_ADDRESS}`);
      return from;
    };
    const refused = async (port: number, pin: string, reason: RegExp) => {
      const from = await use(port, pin);
      await bed.hears(
        ({ event, text }) => event === 'node' && reason.test(String(text)),
        `a refusal like ${reason}`,
        from,
      );
      t.is(heard.length, 0, 'nothing was sent');
    };
    const accepted = async (what: string, port: number, pin: string) => {
      const began = Date.now();
      await use(port, pin);
      while (!Buffer.concat(heard).includes('MQTT')) {
        if (Date.now() - began > MINING_MS || !bed.chip.running) throw new Error(`${what}: not signed in`);
        await sleep(200);
      }
      const { freeHeap, minFreeHeap, stackLink } = await bed.status();
      t.log(
        `${board.name}: ${what}: ${Date.now() - began} ms; heap ${freeHeap}, least ${minFreeHeap}; stack left ${stackLink}`,
      );
    };
    await bed.ask('config set device.id chip');
    await bed.ask('config set device.secret not-known-to-anybody');
    await bed.ask('config set node.tls on');
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const versions = { minVersion: version, maxVersion: version };
      const port = await tlsServer(t, versions, accept);
      await refused(port, WRONG_PIN, new RegExp(`wrong certificate: its fingerprint is ${PIN}`));
      await accepted(`${version}, P-256`, port, PIN);
      const rsa = rsaCertificate();
      if (rsa === undefined) continue;
      const other = await tlsServer(t, { ...versions, cert: rsa.certificate, key: rsa.key }, accept);
      await accepted(`${version}, RSA`, other, fingerprintOf(rsa.certificate));
    }
    const ssh = createServer(socket => socket.on('error', () => {}).end('SSH-2.0-hello\r\n'));
    await refused(await listen(t, ssh), PIN, /TLS: wrong version number/);
    const weak = await tlsServer(t, { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }, accept);
    await refused(weak, PIN, /TLS: refused by the peer/);
  });
