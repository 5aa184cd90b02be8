/** The link's rules, and a world in which networks come and go at random. */
import test from 'ava';
import fc from 'fast-check';
import {
  JOIN_TIMEOUT_MS,
  type KnownNetwork,
  STABLE_MS,
  Station,
  type StationCommand,
  type StationEvent,
} from '../../firmware/parts/network/station.js';
import { Backoff } from '../../firmware/transport/backoff.js';

const LONGEST = 30_000;
const HOME: KnownNetwork = { ssid: 'home', password: 'home-password' };
const SHED: KnownNetwork = { ssid: 'shed', password: 'shed-password' };
const OPEN: KnownNetwork = { ssid: 'open', password: '' };

class Rig {
  readonly station: Station;
  now = 0;
  readonly log: StationCommand[] = [];

  constructor(ethernet = false) {
    this.station = new Station(ethernet, new Backoff(() => new Uint8Array([0x80, 0]), LONGEST));
  }

  step(event: StationEvent): StationCommand[] {
    const commands = this.station.step(event, this.now);
    this.log.push(...commands);
    return commands;
  }

  /** Names that were joined, in order. */
  get joins(): string[] {
    return this.log.flatMap(command => (command.kind === 'join' ? [command.ssid] : []));
  }
}

const notices = (commands: StationCommand[], level: string) =>
  commands.flatMap(command => (command.kind === 'notice' && command.level === level ? [command.text] : []));
const timer = (commands: StationCommand[]) =>
  commands.reduce<number | undefined>((last, c) => (c.kind === 'timer' ? c.milliseconds : last), undefined);

test('each network once a round, the one that worked last first', t => {
  const rig = new Rig();
  rig.step({ kind: 'start', networks: [HOME, SHED, OPEN] });
  rig.step({ kind: 'down', reason: 'no such network' });
  t.is(rig.station.state, 'joining');
  rig.step({ kind: 'up', address: '10.0.0.2' });
  t.is(rig.station.state, 'online');
  t.is(rig.station.ssid, 'shed');
  rig.now = STABLE_MS;
  rig.step({ kind: 'down', reason: 'lost' });
  rig.step({ kind: 'down', reason: 'no such network' });
  rig.step({ kind: 'down', reason: 'no such network' });
  const end = rig.step({ kind: 'down', reason: 'no such network' });
  t.deepEqual(rig.joins, ['home', 'shed', 'shed', 'home', 'open']);
  t.is(rig.station.state, 'waiting');
  t.is(timer(end), 750);
  rig.step({ kind: 'timer' });
  t.deepEqual(rig.joins.slice(5), ['shed']);
});

test('each reason is reported once, and again after a different one', t => {
  const rig = new Rig();
  rig.step({ kind: 'start', networks: [HOME] });
  t.deepEqual(notices(rig.step({ kind: 'down', reason: 'wrong password' }), 'warn'), [
    'Wi-Fi home: wrong password',
  ]);
  rig.step({ kind: 'timer' });
  t.deepEqual(notices(rig.step({ kind: 'down', reason: 'wrong password' }), 'warn'), []);
  rig.step({ kind: 'timer' });
  t.deepEqual(notices(rig.step({ kind: 'timer' }), 'warn'), ['Wi-Fi home: no answer']);
  rig.step({ kind: 'timer' });
  t.deepEqual(notices(rig.step({ kind: 'up', address: 'a' }), 'info'), ['Wi-Fi home: address a']);
  t.deepEqual(notices(rig.step({ kind: 'down', reason: 'beacon lost' }), 'warn'), [
    'Wi-Fi home: lost: beacon lost',
  ]);
  t.false(rig.log.some(command => command.kind === 'notice' && command.text.includes(HOME.password)));
});

test('a network lost soon is not rejoined at once, a stable one is', t => {
  const rig = new Rig();
  rig.step({ kind: 'start', networks: [HOME] });
  rig.step({ kind: 'up', address: 'a' });
  rig.now = STABLE_MS - 1;
  rig.step({ kind: 'down', reason: 'lost' });
  t.is(rig.station.state, 'waiting');
  rig.step({ kind: 'timer' });
  rig.step({ kind: 'up', address: 'a' });
  rig.now += STABLE_MS;
  rig.step({ kind: 'down', reason: 'lost' });
  t.is(rig.station.state, 'joining');
});

test('rounds are further and further apart, up to 30 s', t => {
  const rig = new Rig();
  rig.step({ kind: 'start', networks: [HOME] });
  const delays = Array.from({ length: 8 }, () => {
    const delay = timer(rig.step({ kind: 'down', reason: 'no such network' }));
    rig.step({ kind: 'timer' });
    return delay;
  });
  t.deepEqual(delays, [750, 1500, 3000, 6000, 12000, 22500, 22500, 22500]);
  rig.step({ kind: 'start', networks: [SHED] });
  t.is(timer(rig.step({ kind: 'down', reason: 'no such network' })), 750, 'new settings start over');
});

test('off: nothing happens without a network; a late answer of an abandoned attempt is ignored', t => {
  const rig = new Rig();
  t.deepEqual(
    rig.step({ kind: 'start', networks: [] }).filter(({ kind }) => kind !== 'timer'),
    [],
  );
  t.is(rig.station.state, 'off');
  rig.step({ kind: 'start', networks: [HOME] });
  rig.step({ kind: 'stop' });
  t.deepEqual(rig.step({ kind: 'up', address: 'a' }), [{ kind: 'leave' }]);
  t.deepEqual(rig.step({ kind: 'down', reason: 'x' }), []);
  t.deepEqual(rig.step({ kind: 'timer' }), []);
  t.is(rig.station.state, 'off');
});

test('other networks while online: it leaves, and tries the new ones', t => {
  const rig = new Rig();
  rig.step({ kind: 'start', networks: [HOME] });
  rig.step({ kind: 'up', address: 'a' });
  const kinds = rig.step({ kind: 'start', networks: [SHED] }).map(({ kind }) => kind);
  t.deepEqual(
    kinds.filter(kind => kind !== 'notice' && kind !== 'timer'),
    ['offline', 'leave', 'join'],
  );
  t.is(rig.station.address, '');
});

test('another network in the list while online changes nothing; another password of this one does', t => {
  const rig = new Rig();
  rig.step({ kind: 'start', networks: [HOME] });
  rig.step({ kind: 'up', address: 'a' });
  t.deepEqual(rig.step({ kind: 'start', networks: [SHED, HOME] }), []);
  t.true(
    rig
      .step({ kind: 'start', networks: [{ ...HOME, password: 'new' }] })
      .some(({ kind }) => kind === 'offline'),
  );
  t.is(rig.station.state, 'joining');
});

test('Ethernet: asked to come up, then follows its cable', t => {
  const rig = new Rig(true);
  rig.step({ kind: 'start', networks: [] });
  t.deepEqual(rig.joins, ['']);
  rig.step({ kind: 'timer' }); // no cable yet
  t.is(rig.station.state, 'waiting');
  t.true(rig.step({ kind: 'up', address: 'a' }).some(({ kind }) => kind === 'online'));
  rig.now = 1;
  t.true(rig.step({ kind: 'down', reason: 'no cable' }).some(({ kind }) => kind === 'offline'));
  t.true(rig.step({ kind: 'up', address: 'b' }).some(({ kind }) => kind === 'online'));
  t.is(rig.station.address, 'b');
  t.false(rig.log.some(({ kind }) => kind === 'leave'));
});

/** A radio and its networks: takes commands, answers later, and checks what it is told to do. */
class World {
  readonly station: Station;
  now = 0;
  readonly present = new Map<string, string>();
  timerAt: number | undefined;
  online = false;
  /** What the radio will say, and when. */
  answer: { at: number; event: StationEvent } | undefined;
  joined: KnownNetwork | undefined;
  joins = 0;
  problem = '';

  constructor(random: (count: number) => Uint8Array) {
    this.station = new Station(false, new Backoff(random, LONGEST));
  }

  step(event: StationEvent): void {
    for (const command of this.station.step(event, this.now)) {
      switch (command.kind) {
        case 'join':
          if (this.joined && this.station.state !== 'joining') this.problem = 'a join while joined';
          this.joins++;
          this.joined = undefined;
          this.answer = this.#attempt(command);
          break;
        case 'leave':
          this.answer = undefined;
          this.joined = undefined;
          break;
        case 'timer':
          if (command.milliseconds < 0 || command.milliseconds > Math.max(JOIN_TIMEOUT_MS, LONGEST))
            this.problem = 'a timer out of bounds';
          this.timerAt = command.milliseconds === 0 ? undefined : this.now + command.milliseconds;
          break;
        case 'online':
          if (this.online) this.problem = 'online twice';
          this.online = true;
          break;
        case 'offline':
          if (!this.online) this.problem = 'offline twice';
          this.online = false;
          break;
      }
    }
    if (this.online !== (this.station.state === 'online')) this.problem = 'online and state differ';
    const { state } = this.station;
    if ((state === 'joining' || state === 'waiting') && this.timerAt === undefined)
      this.problem = `${state} for ever`;
  }

  #attempt({ ssid, password }: KnownNetwork): { at: number; event: StationEvent } | undefined {
    const secret = this.present.get(ssid);
    if (secret === undefined)
      return { at: this.now + 3_000, event: { kind: 'down', reason: 'no such network' } };
    if (secret === '!') return undefined; // never answers
    if (secret !== password)
      return { at: this.now + 4_000, event: { kind: 'down', reason: 'wrong password' } };
    return { at: this.now + 2_500, event: { kind: 'up', address: `10.0.0.${this.joins % 250}` } };
  }

  /** To the next thing that happens, at most `milliseconds` on. */
  advance(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const at = Math.min(
        this.answer?.at ?? Number.POSITIVE_INFINITY,
        this.timerAt ?? Number.POSITIVE_INFINITY,
      );
      if (at > end || this.problem !== '') break;
      this.now = at;
      if (this.answer?.at === at) {
        const { event } = this.answer;
        this.answer = undefined;
        if (event.kind === 'up') this.joined = HOME;
        this.step(event);
      } else {
        this.timerAt = undefined;
        this.step({ kind: 'timer' });
      }
    }
    this.now = end;
  }
}

type Change =
  | { do: 'appear' | 'vanish' | 'mute' | 'rename'; which: number }
  | { do: 'wait'; ms: number }
  | { do: 'networks'; mask: number }
  | { do: 'drop' | 'stray' | 'lend' };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constantFrom('appear', 'vanish', 'mute', 'rename'), which: fc.nat(2) }),
  fc.record({ do: fc.constant('wait'), ms: fc.nat(60_000) }),
  fc.record({ do: fc.constant('networks'), mask: fc.nat(7) }),
  fc.record({ do: fc.constantFrom('drop', 'stray', 'lend') }),
) as fc.Arbitrary<Change>;

test('property: never two joins at once, timers bounded, and online in the end when a known network is there', t => {
  const all = [HOME, SHED, OPEN];
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), fc.integer(), (changes, seed) => {
      let state = seed;
      const world = new World(count =>
        new Uint8Array(count).map(() => {
          state = (state * 75 + 74) % 65537;
          return state & 0xff;
        }),
      );
      world.step({ kind: 'start', networks: all });
      for (const item of changes) {
        const network = 'which' in item ? all[item.which]! : HOME;
        if (item.do === 'appear') world.present.set(network.ssid, network.password);
        else if (item.do === 'vanish') world.present.delete(network.ssid);
        else if (item.do === 'mute') world.present.set(network.ssid, '!');
        else if (item.do === 'rename') world.present.set(network.ssid, 'another password');
        else if (item.do === 'wait') world.advance(item.ms);
        else if (item.do === 'networks')
          world.step({ kind: 'start', networks: all.filter((_, i) => item.mask & (1 << i)) });
        else if (item.do === 'drop' && world.online) {
          world.joined = undefined;
          world.step({ kind: 'down', reason: 'lost' });
        } else if (item.do === 'stray') world.step({ kind: 'down', reason: 'late' });
        else if (item.do === 'lend') {
          world.step({ kind: 'stop' });
          if (world.timerAt !== undefined) world.problem = 'a timer while it is lent';
          world.step({ kind: 'start', networks: all });
        }
        if (world.problem !== '') throw new Error(world.problem);
      }
      world.step({ kind: 'start', networks: all });
      world.present.set(SHED.ssid, SHED.password);
      const before = world.joins;
      // Two others that never answer, 30 s each, and a whole delay.
      world.advance(2 * (JOIN_TIMEOUT_MS + LONGEST) + 10_000);
      if (world.problem !== '') throw new Error(world.problem);
      return world.online && world.joins - before <= 12;
    }),
    { numRuns: 3000, seed: 4 },
  );
  t.pass();
});
