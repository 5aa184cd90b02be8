/** What setup tries on a board: who has the link meanwhile, what may go out, and that everything is given back. */
import test from 'ava';
import { BoardConsole } from '../../firmware/parts/console/console.js';
import type { ConsoleHost } from '../../firmware/parts/console/console-host.js';
import type { SetupCheck } from '../../firmware/parts/console/setup.js';
import { SetupTrials } from '../../firmware/parts/console/setup-trials.js';
import { NetworkPart } from '../../firmware/parts/network/part.js';
import type {
  ConnectionHandlers,
  NetworkEvent,
  NetworkPort,
  Platform,
  TlsOptions,
} from '../../firmware/ports/platform.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Configuration } from '../../firmware/settings/configuration.js';
import type { SettingValue } from '../../firmware/settings/kinds.js';

/** Time that passes when the test says so. */
class Clock {
  now = 0;
  #id = 0;
  readonly #timers = new Map<number, { at: number; fire: () => void }>();

  readonly set = (milliseconds: number, fire: () => void): number => {
    this.#timers.set(++this.#id, { at: this.now + milliseconds, fire });
    return this.#id;
  };

  readonly clear = (id: number): void => void this.#timers.delete(id);

  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(([, t]) => t.at <= end).sort((a, b) => a[1].at - b[1].at);
      if (next === undefined) break;
      this.#timers.delete(next[0]);
      this.now = next[1].at;
      next[1].fire();
    }
    this.now = end;
  }
}

/** A radio that reports everything late, some of it twice, including that it has left. */
class Radio implements NetworkPort {
  readonly kind = 'wifi';
  readonly log: string[] = [];
  onEvent: (event: NetworkEvent) => void = () => {};
  joined = '';
  readonly #clock: Clock;
  #attempt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  join(ssid: string, password: string): void {
    const attempt = ++this.#attempt;
    this.log.push(`join ${ssid}`);
    this.#clock.set(2_000, () => {
      if (attempt !== this.#attempt) return;
      if (password === 'wrong') {
        this.onEvent({ kind: 'down', reason: 'wrong password' });
        return;
      }
      this.joined = ssid;
      for (let i = 0; i < 2; i++) this.onEvent({ kind: 'up', address: '10.0.0.2' });
    });
  }

  leave(): void {
    this.#attempt++;
    this.log.push('leave');
    if (this.joined !== '') this.#clock.set(50, () => this.onEvent({ kind: 'down', reason: 'reason 8' }));
    this.joined = '';
  }

  rssi(): undefined {
    return undefined;
  }
}

interface Options {
  readonly tls?: boolean;
  readonly ssid?: string;
  readonly values?: Record<string, SettingValue>;
}

function bed({ tls = false, ssid = '', values = {} }: Options = {}) {
  const clock = new Clock();
  const radio = new Radio(clock);
  const log: string[] = [];
  const lines: string[] = [];
  const connects: (TlsOptions | undefined)[] = [];
  const platform = {
    network: radio,
    tls,
    setTimer: clock.set,
    clearTimer: clock.clear,
    monotonic: () => clock.now,
    random: (count: number) => new Uint8Array(count),
    connect(_host: string, _port: number, handlers: ConnectionHandlers, options?: TlsOptions) {
      connects.push(options);
      clock.set(1, () => handlers.onOpen());
      return { write: () => true, close: () => {} };
    },
  } as unknown as Platform;
  const stored: Record<string, SettingValue> = { ...(ssid !== '' && { 'wifi.ssid': ssid }), ...values };
  const configuration = new Configuration(SCHEMA, {
    load: () => ({ values: stored, warnings: [] }),
    save: () => {},
  });
  const networking = new NetworkPart(platform, configuration.values(), {
    notice: () => {},
    online: () => log.push('online'),
    offline: () => log.push('offline'),
  });
  const trials = new SetupTrials(platform, {
    leaveNode: () => log.push('leave node'),
    backToNode: () => log.push('back to node'),
    leaveWifi: onEvent => networking.lend(onEvent),
    backToWifi: () => networking.takeBack(),
  });
  const asked = {
    options: () => ({ wifi: false, tls }),
    start: (check: SetupCheck, done: (problem: string | undefined) => void) => trials.start(check, done),
    end: () => trials.end(),
  };
  const output = { write: (line: string) => lines.push(line) };
  const console = new BoardConsole({} as ConsoleHost, asked, configuration, output, false);
  networking.start();
  clock.pass(5_000);
  const answers: (string | undefined)[] = [];
  return {
    clock,
    radio,
    log,
    lines,
    connects,
    networking,
    trials,
    console,
    answers,
    start: (check: SetupCheck) => trials.start(check, problem => answers.push(problem)),
    /** With the console's tick. */
    pass(seconds: number) {
      for (let i = 0; i < seconds; i++) {
        clock.pass(1_000);
        console.tick(clock.now);
      }
    },
  };
}

const wifi = (ssid: string, password = 'right one'): SetupCheck => ({ kind: 'wifi', ssid, password });

test('the working Wi-Fi stays until setup ends, however often the radio reports it', t => {
  const b = bed();
  b.start(wifi('new'));
  b.clock.pass(5_000);
  t.deepEqual(b.answers, [undefined]);
  t.is(b.radio.joined, 'new');
  b.radio.onEvent({ kind: 'up', address: '10.0.0.3' });
  b.clock.pass(60_000);
  t.is(b.radio.joined, 'new');
  t.deepEqual(b.answers, [undefined]);
  t.deepEqual(b.log, [], 'the board itself has heard nothing');
  b.trials.end();
  t.is(b.radio.joined, '', 'no network is known: what was tried is left');
});

test("leaving the board's own Wi-Fi is not a failure of the one being tried", t => {
  const b = bed({ ssid: 'home' });
  t.is(b.radio.joined, 'home');
  b.start(wifi('new'));
  b.clock.pass(5_000);
  t.deepEqual(b.answers, [undefined]);
  t.is(b.radio.joined, 'new');
  b.start(wifi('other', 'wrong'));
  b.clock.pass(5_000);
  t.deepEqual(b.answers, [undefined, 'wrong password']);
  b.trials.end();
  b.clock.pass(5_000);
  t.is(b.radio.joined, 'home');
  t.deepEqual(b.log, ['online', 'offline', 'online']);
});

test('a Wi-Fi that is lost during setup is joined again', t => {
  const b = bed({ ssid: 'home' });
  b.start(wifi('new'));
  b.clock.pass(5_000);
  b.radio.joined = '';
  b.radio.onEvent({ kind: 'down', reason: 'the signal is too weak' });
  b.clock.pass(10_000);
  t.is(b.radio.joined, 'new');
  t.deepEqual(b.answers, [undefined]);
  b.radio.onEvent({ kind: 'down', reason: 'the signal is too weak' });
  b.trials.end();
  b.clock.pass(60_000);
  t.is(b.radio.joined, 'home', 'and not after setup');
});

const login: SetupCheck = {
  kind: 'login',
  host: 'h',
  port: 1,
  tls: false,
  fingerprint: '',
  device: 'a',
  secret: 's',
};

test('the board is back at its node as soon as a sign-in has an answer', t => {
  const b = bed();
  b.start(login);
  t.deepEqual(b.log, ['leave node']);
  t.true(b.trials.holdsNode);
  b.clock.pass(120_000);
  t.is(b.answers.length, 1);
  t.deepEqual(b.log, ['leave node', 'back to node']);
  t.false(b.trials.holdsNode);
  b.trials.end();
  t.deepEqual(b.log, ['leave node', 'back to node']);
  b.start(login);
  b.trials.end();
  t.deepEqual(b.log.slice(2), ['leave node', 'back to node'], 'also from one that is given up');
});

test('no secret without the required TLS', t => {
  const fingerprint = 'ab'.repeat(32);
  for (const check of [
    { ...login, tls: true, fingerprint },
    { kind: 'node', host: 'h', port: 1, tls: true, fingerprint } as const,
  ]) {
    const b = bed({ tls: false });
    b.start(check);
    t.deepEqual(b.answers, [], 'later');
    b.clock.pass(10);
    t.regex(b.answers[0] ?? '', /built without TLS/);
    t.deepEqual(b.connects, []);
    t.deepEqual(b.log, [], 'the node was not left for that');
    const c = bed({ tls: true });
    for (const wrong of ['', 'ab']) c.start({ ...check, fingerprint: wrong });
    c.clock.pass(10);
    t.regex(c.answers[0] ?? '', /fingerprint/);
    t.deepEqual(c.connects, []);
    c.start({ ...check, fingerprint: fingerprint.toUpperCase() });
    t.deepEqual(c.connects, [{ fingerprint }]);
  }
  const b = bed({
    values: { 'node.host': 'h', 'node.tls': true, 'node.fingerprint': fingerprint, 'device.secret': 's' },
  });
  b.console.line('setup');
  b.console.line('');
  b.pass(2);
  b.console.line('keep');
  b.console.line('kitchen');
  b.console.line('');
  b.pass(2);
  t.is(b.lines.filter(line => /does not work: .*built without TLS/.test(line)).length, 2, b.lines.join('\n'));
  t.deepEqual(b.connects, []);
});

test('a setup that nobody answers for 5 minutes ends, and everything is as before', t => {
  const b = bed({ values: { 'node.host': 'h', 'device.id': 'a', 'device.secret': 's' } });
  b.console.line('setup');
  b.pass(200);
  b.console.line('');
  b.pass(200);
  b.console.line('');
  b.pass(295);
  t.false(
    b.lines.some(line => line.startsWith('Setup ended')),
    'each answer counts',
  );
  b.console.line('');
  t.true(b.trials.holdsNode);
  b.pass(400);
  t.false(b.trials.holdsNode);
  t.is(b.lines.at(-1), 'Setup ended, since nobody answered for 5 minutes; nothing was changed.');
  b.console.line('config get node.host');
  t.is(b.lines.at(-1), 'node.host = h', 'the console takes commands again');
  b.pass(400);
  t.is(b.lines.at(-1), 'node.host = h');
  b.console.line('setup');
  b.pass(299);
  t.is(b.lines.filter(line => line.startsWith('Setup ended')).length, 1, 'its own 5 minutes');
});
