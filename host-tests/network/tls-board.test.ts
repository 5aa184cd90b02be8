/** TLS end to end: the emulated board, the real node, mosquitto; wrong pins, plain ports, kills in the middle. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test from 'ava';
import { Bed } from '../e2e/bed.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { BOARD, freePort, type Line, type Program } from '../support/processes.js';
import { MOSQUITTO, skippedWithout } from '../support/tools.js';
import { listen, OWN, PIN, proxy, skipped, tlsServer, WRONG_PIN } from './tls-bed.js';

function startBoard(bed: Bed, port: number, device: Line, settings: Record<string, string>): Program {
  const all: Record<string, string> = {
    'node.host': '127.0.0.1',
    'node.port': `${port}`,
    'node.tls': 'on',
    'device.id': String(device.device),
    'device.secret': String(device.secret),
    'status.interval': '1',
    'mining.plan': 'portable',
    ...settings,
  };
  const set = Object.entries(all).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  return bed.start(BOARD, ['--data', join(bed.directory, 'board'), '--json', ...set]);
}

const isDown = (line: Line, text: string) =>
  line.event === 'node' && line.connected === false && String(line.text).includes(text);
const isUp = (line: Line) => line.event === 'node' && line.connected === true;

test.serial(
  'with the node: the right pin opens, a wrong one is refused and corrected on the console, a killed node comes back',
  async t => {
    if (skipped(t)) return;
    const bed = new Bed();
    try {
      const { fingerprint } = await bed.command('tls', 'make', '--json');
      const device = await bed.addDevice('kitchen');
      t.is(device.fingerprint, fingerprint);
      const port = await freePort();
      const flags = ['--tls-listen', `127.0.0.1:${port}`];
      await bed.startNode(flags);
      const board = startBoard(bed, port, device, { 'node.fingerprint': WRONG_PIN });
      const down = await board.waitFor(line => isDown(line, 'wrong certificate'), 'the refusal');
      t.true(String(down.text).includes(String(fingerprint)), 'shows what the node has');
      t.true(Number(down.retryMs) >= 500, 'with a delay');
      const status = await board.waitFor(line => line.event === 'status', 'a status');
      t.is(status.connected, false);
      t.false(board.lines.some(isUp));

      const colons = String(fingerprint).toUpperCase().match(/../g)!.join(':');
      board.write(`config set node.fingerprint ${colons}`);
      await board.waitFor(isUp, 'the connection');
      await board.waitFor(line => line.event === 'block', 'a block over TLS', MINING_MS);

      await bed.node.kill('SIGKILL');
      let from = board.lines.length;
      await board.waitFor(line => line.event === 'node' && line.connected === false, 'the loss', ANSWER_MS);
      await bed.startNode(flags);
      await board.waitFor(isUp, 'the connection again', ANSWER_MS, from);
      await board.waitFor(line => line.event === 'block', 'a block after it', MINING_MS, from);

      from = board.lines.length;
      board.write(`config set node.port ${bed.port}`); // the node's plain listener
      await board.waitFor(line => isDown(line, 'TLS: '), 'TLS to a plain port', ANSWER_MS, from);
      from = board.lines.length;
      board.write('config set node.tls off');
      await board.waitFor(isUp, 'plain TCP there', ANSWER_MS, from);
      t.false(
        [...board.lines, ...bed.node.lines].some(line =>
          JSON.stringify(line).includes(String(device.secret)),
        ),
        'the secret is nowhere',
      );
    } finally {
      await bed.dispose();
    }
  },
);

test.serial('until the certificate proves right, the board sends nothing but its hello', async t => {
  if (skipped(t)) return;
  const bed = new Bed();
  try {
    let bytes = 0;
    let opened = 0;
    const port = await tlsServer(t, {}, socket => {
      opened++;
      socket.on('data', data => (bytes += data.length));
    });
    const device = { device: 'kitchen', secret: 'a-secret-of-some-length' };
    const board = startBoard(bed, port, device, { 'node.fingerprint': WRONG_PIN });
    await board.waitFor(line => isDown(line, 'wrong certificate'), 'the refusal');
    await board.waitFor(line => line.event === 'status' && Number(line.uptime) >= 4, 'several attempts');
    t.deepEqual([opened, bytes], [0, 0]);
    t.is(board.lines.filter(line => isDown(line, 'wrong certificate') && line.level === 'warn').length, 1);
  } finally {
    await bed.dispose();
  }
});

test.serial('cut at any point of the handshake, the board tries again until it succeeds', async t => {
  if (skipped(t)) return;
  const bed = new Bed();
  try {
    await bed.command('tls', 'make', '--json');
    const device = await bed.addDevice('kitchen');
    const port = await freePort();
    await bed.startNode(['--tls-listen', `127.0.0.1:${port}`]);
    // Bytes of the server that pass on each attempt; afterwards all.
    const cuts = [0, 5, 90, 300];
    let attempts = 0;
    const cutting = await proxy(t, port, () => {
      const limit = cuts[attempts++] ?? Number.POSITIVE_INFINITY;
      let passed = 0;
      return bytes => {
        passed += bytes.length;
        return passed > limit ? undefined : bytes;
      };
    });
    const board = startBoard(bed, cutting, device, { 'node.fingerprint': String(device.fingerprint) });
    await board.waitFor(isUp, 'the connection', MINING_MS);
    t.true(attempts > cuts.length);
    t.true(board.lines.some(line => isDown(line, 'TLS: closed by the peer during the handshake')));
  } finally {
    await bed.dispose();
  }
});

test.serial('a server that never answers the handshake does not hold up the board', async t => {
  if (skipped(t)) return;
  const bed = new Bed();
  try {
    const port = await listen(
      t,
      createServer(() => {}),
    );
    const device = { device: 'kitchen', secret: 'a-secret-of-some-length' };
    const board = startBoard(bed, port, device, { 'node.fingerprint': PIN });
    t.truthy(await board.waitFor(line => isDown(line, 'no connection to'), 'the end of the wait', ANSWER_MS));
  } finally {
    await bed.dispose();
  }
});

test.serial('through mosquitto with TLS', async t => {
  if (skippedWithout(t, 'mosquitto')) return;
  if (skipped(t)) return;
  const bed = new Bed();
  try {
    const device = await bed.addDevice('kitchen');
    const [plain, secure] = [await freePort(), await freePort()];
    const file = (name: string, text: string) => {
      const full = join(bed.directory, name);
      writeFileSync(full, text, { mode: 0o600 });
      return full;
    };
    mkdirSync(bed.directory, { recursive: true });
    const configuration = file(
      'mosquitto.conf',
      [
        'allow_anonymous true',
        'persistence false',
        process.getuid?.() === 0 ? 'user root' : '',
        `listener ${plain} 127.0.0.1`,
        `listener ${secure} 127.0.0.1`,
        `certfile ${file('cert.pem', OWN.certificate)}`,
        `keyfile ${file('key.pem', OWN.key)}`,
        '',
      ].join('\n'),
    );
    bed.start(MOSQUITTO, ['-c', configuration]);
    await bed.startNode(['--broker', `mqtt://127.0.0.1:${plain}`]);
    const board = startBoard(bed, secure, device, { 'node.fingerprint': PIN });
    t.truthy(await board.waitFor(line => line.event === 'block', 'a block', MINING_MS));
  } finally {
    await bed.dispose();
  }
});

test.serial('settings: TLS without a pin waits for it; anything but a fingerprint is refused', async t => {
  const bed = new Bed();
  try {
    const board = startBoard(bed, 1, { device: 'kitchen', secret: 'secret-secret' }, {});
    await board.waitFor(
      line => line.event === 'setup' && String(line.text).includes('node.fingerprint'),
      'what is missing',
    );
    board.write(`config set node.fingerprint ${PIN.slice(1)}`);
    t.truthy(
      await board.waitFor(line => JSON.stringify(line).includes('expected 64 hex digits'), 'the refusal'),
    );
  } finally {
    await bed.dispose();
  }
});
