/** The whole firmware on a platform with its own link and clock. */
import test from 'ava';
import { startMite } from '../../firmware/board.js';
import { wifiReason } from '../../firmware/parts/network/wifi-reason.js';
import type { NetworkEvent, NetworkPort, WallClock } from '../../firmware/ports/platform.js';
import { startAedes } from '../support/brokers.js';
import { eventually } from '../support/deadlines.js';
import { NodePlatform } from '../support/node-platform.js';

class FakeLink implements NetworkPort {
  readonly kind: 'wifi' | 'ethernet';
  readonly log: string[] = [];
  onEvent: (event: NetworkEvent) => void = () => {};

  constructor(kind: 'wifi' | 'ethernet') {
    this.kind = kind;
  }

  join(ssid: string, password: string): void {
    this.log.push(`join ${ssid} ${password}`);
  }

  leave(): void {
    this.log.push('leave');
  }

  rssi(): number | undefined {
    return this.kind === 'wifi' ? -61 : undefined;
  }

  down(reason: string): void {
    this.onEvent({ kind: 'down', reason });
  }

  up(): void {
    this.onEvent({ kind: 'up', address: '10.1.2.3' });
  }
}

class FakeClock implements WallClock {
  time = 0;
  readonly asked: string[] = [];
  answer: (milliseconds: number | undefined) => void = () => {};

  now(): number {
    return this.time;
  }

  set(milliseconds: number): void {
    this.time = milliseconds;
  }

  ask(server: string, done: (milliseconds: number | undefined) => void): void {
    this.asked.push(server);
    this.answer = done;
  }
}

function board(kind: 'wifi' | 'ethernet') {
  const network = new FakeLink(kind);
  const clock = new FakeClock();
  const platform = Object.assign(new NodePlatform(), { network, clock });
  return { network, clock, platform };
}

const NODE = ['node.host=127.0.0.1', 'device.id=device', 'device.secret=secret'];

test('the board connects to the node when the network is up, leaves when it is lost, and the status shows both', async t => {
  const broker = await startAedes();
  const { network, clock, platform } = board('wifi');
  const mite = startMite(platform, {
    overrides: [
      ...NODE,
      `node.port=${broker.port}`,
      'wifi.ssid=home',
      'wifi.password=home-password',
      'wifi2.ssid=shed',
    ],
  });
  t.teardown(async () => {
    mite.stop();
    platform.dispose();
    await broker.close();
  });
  t.deepEqual(network.log, ['join home home-password']);
  network.down('wrong password');
  t.deepEqual(network.log.slice(1), ['join shed ']);
  t.true(
    platform.output.some(line => line === '[warn] Wi-Fi home: wrong password'),
    platform.output.join('\n'),
  );
  t.false(platform.output.some(line => line.includes('connected to')));
  t.deepEqual(clock.asked, []);
  network.up();
  await platform.until(line => line.includes('connected to 127.0.0.1'));
  t.deepEqual(clock.asked, ['pool.ntp.org']);
  platform.console.onLine('status');
  await platform.until(line => /^network *Wi-Fi shed, 10\.1\.2\.3, -61 dBm$/.test(line));
  network.down('the signal is too weak');
  platform.console.onLine('status');
  await platform.until(line => line.endsWith('not connected'));
  await platform.until(line => line.startsWith('network') && line.endsWith('waiting'));
  platform.console.onLine('config set wifi.ssid other');
  t.is(network.log.at(-1), 'join shed ', 'the one that worked last is first');
  network.up();
  network.down('x');
  const from = platform.output.length;
  mite.stop();
  t.false(platform.output.slice(from).some(line => line.includes('password')));
  t.is(network.log.at(-1), 'leave');
});

test('without a known Wi-Fi the board says what to set, and joins when it is set', t => {
  const { network, platform } = board('wifi');
  const mite = startMite(platform, { overrides: NODE });
  t.teardown(() => {
    mite.stop();
    platform.dispose();
  });
  t.deepEqual(network.log, []);
  t.true(
    platform.output.some(line => line.includes('wifi.ssid')),
    platform.output.join('\n'),
  );
  platform.console.onLine('config set wifi.password short');
  t.true(platform.output.some(line => line.includes('expected at least 8 characters')));
  platform.console.onLine('config set wifi.password long-enough');
  platform.console.onLine('config set wifi.ssid "My Home"');
  t.is(network.log.at(-1), 'join My Home long-enough', platform.output.join('\n'));
  platform.console.onLine('config get wifi.password');
  t.false(
    platform.output.some(line => line.includes('long-enough')),
    'write-only',
  );
});

test('Ethernet: no settings, one join, the clock from three answers', async t => {
  const { network, clock, platform } = board('ethernet');
  const mite = startMite(platform, { overrides: [...NODE, 'node.port=1', 'time.server=ntp.lan'] });
  t.teardown(() => {
    mite.stop();
    platform.dispose();
  });
  t.deepEqual(network.log, ['join  ']);
  network.up();
  t.deepEqual(clock.asked, ['ntp.lan']);
  const started = performance.now();
  const time = () => Date.UTC(2026, 10, 23) + performance.now() - started;
  for (const asked of [2, 3]) {
    clock.answer(time());
    await eventually(() => clock.asked.length === asked, `question ${asked}`);
  }
  clock.answer(undefined);
  t.true(Math.abs(clock.time - time()) < 2_000, `${clock.time}`);
  network.down('no cable');
  t.is(network.log.length, 1);
});

test('reasons from the radio in words', t => {
  t.is(wifiReason(201), 'no such network');
  for (const code of [15, 202, 204]) t.is(wifiReason(code), 'wrong password');
  t.is(wifiReason(200), 'the signal is too weak');
  t.is(wifiReason(8), 'reason 8');
});
