/** A link that carries in one direction only: noticed by silence, and begun anew. */
import test from 'ava';
import { startMite } from '../../firmware/board.js';
import { SILENT_MS, Silence } from '../../firmware/parts/network/silence.js';
import { Station } from '../../firmware/parts/network/station.js';
import type {
  Connection,
  ConnectionHandlers,
  NetworkEvent,
  NetworkPort,
} from '../../firmware/ports/platform.js';
import { Backoff } from '../../firmware/transport/backoff.js';
import { MqttClient } from '../../firmware/transport/mqtt-client.js';
import { NodePlatform } from '../support/node-platform.js';

/** Time and timers of the test's own. */
class Clock {
  now = 0;
  #next = 1;
  readonly #timers = new Map<number, { at: number; fire: () => void }>();

  set(milliseconds: number, fire: () => void): number {
    this.#timers.set(this.#next, { at: this.now + milliseconds, fire });
    return this.#next++;
  }

  clear(id: number): void {
    this.#timers.delete(id);
  }

  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [first] = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at);
      if (first === undefined) break;
      this.#timers.delete(first[0]);
      this.now = Math.max(this.now, first[1].at);
      first[1].fire();
    }
    this.now = end;
  }
}

/** What a connection is told by the network; undefined: nothing, ever. */
type Answer = ((handlers: ConnectionHandlers) => void) | undefined;

function world(answer: () => Answer) {
  const clock = new Clock();
  const platform = new NodePlatform();
  Object.assign(platform, {
    monotonic: () => clock.now,
    setTimer: (milliseconds: number, fire: () => void) => clock.set(milliseconds, fire),
    clearTimer: (id: number) => clock.clear(id),
    connect: (_host: string, _port: number, handlers: ConnectionHandlers): Connection => {
      clock.set(1, () => answer()?.(handlers));
      return { write: () => true, close: () => {} };
    },
  });
  return { clock, platform };
}

test('silence: after 20 s, then at twice the interval each time up to ten minutes; anything heard starts over', t => {
  const silence = new Silence();
  const renewed: number[] = [];
  t.false(silence.failed(SILENT_MS - 1, 0));
  for (let now = 0; now < 3_600_000; now += 1_000)
    if (silence.failed(SILENT_MS + now, now)) renewed.push(now);
  t.deepEqual(renewed.slice(0, 7), [0, 30_000, 90_000, 210_000, 450_000, 930_000, 1_530_000]);
  t.false(silence.failed(0, 3_600_000), 'refused: somebody is there');
  t.true(silence.failed(SILENT_MS, 3_600_001), 'and a new silence is news');
});

test('an attempt that is refused is no silence; one that nothing answers is', t => {
  let answer: Answer;
  const { clock, platform } = world(() => answer);
  const silences: number[] = [];
  const client = new MqttClient(platform, {
    onReady: () => t.fail(),
    onDown: (_reason, _retry, silent) => silences.push(silent),
    onMessage: () => t.fail(),
  });
  t.teardown(() => platform.dispose());
  const will = { topic: 'online', payload: new Uint8Array() };
  client.start({
    ...{ host: '10.0.0.1', port: 1883, clientId: 'a', username: 'a', password: new Uint8Array(), will },
    filters: [],
  });
  clock.pass(60_000);
  t.true(silences.length >= 4);
  t.true(
    silences.every((silent, i) => i === 0 || silent > silences[i - 1]!),
    `${silences}`,
  );
  answer = handlers => handlers.onClose('cannot connect');
  silences.length = 0;
  clock.pass(60_000);
  t.is(silences.at(-1), 0, `${silences}`);
  client.stop();
});

test('the station leaves a silent link and begins anew, Ethernet too; only while it is online', t => {
  for (const ethernet of [false, true]) {
    const station = new Station(ethernet, new Backoff(() => new Uint8Array(2)));
    station.step({ kind: 'start', networks: [{ ssid: 'home', password: '' }] }, 0);
    t.deepEqual(station.step({ kind: 'silent' }, 0), []);
    station.step({ kind: 'up', address: 'a' }, 0);
    const kinds = station.step({ kind: 'silent' }, 1).map(({ kind }) => kind);
    t.deepEqual(
      kinds.filter(kind => kind !== 'timer' && kind !== 'notice'),
      ['offline', 'leave', 'join'],
    );
    t.is(station.state, 'joining');
    t.is(station.address, '');
  }
});

test('the whole board: a deaf link is begun anew, and again later; one that refuses is left alone', t => {
  const log: string[] = [];
  const network: NetworkPort = {
    kind: 'ethernet',
    onEvent: (_event: NetworkEvent) => {},
    join: () => void log.push('join'),
    leave: () => void log.push('leave'),
    rssi: () => undefined,
  };
  let answer: Answer;
  const { clock, platform } = world(() => answer);
  const mite = startMite(Object.assign(platform, { network }), {
    overrides: ['node.host=10.0.0.1', 'device.id=device', 'device.secret=secret'],
  });
  t.teardown(() => {
    mite.stop();
    platform.dispose();
  });
  network.onEvent({ kind: 'up', address: '10.0.0.2' });
  clock.pass(40_000);
  t.deepEqual(log, ['join', 'leave', 'join']);
  t.true(platform.output.some(line => line.includes('nothing is heard of the node')));
  network.onEvent({ kind: 'up', address: '10.0.0.2' });
  clock.pass(60_000);
  t.deepEqual(log.slice(3, 5), ['leave', 'join'], 'it may help the second time');
  network.onEvent({ kind: 'up', address: '10.0.0.2' });
  answer = handlers => handlers.onClose('cannot connect');
  log.length = 0;
  clock.pass(600_000);
  t.deepEqual(log, []);
});
