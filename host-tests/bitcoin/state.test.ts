/** The state machine: what it does at each event, and that no order of events leaves it stuck or busy for nothing. */
import test from 'ava';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { type FailureKind, RpcFailure } from '../../trusted-node/upstream/bitcoin/failure.js';
import type { ChainInfo } from '../../trusted-node/upstream/bitcoin/schemas.js';
import {
  chainProblem,
  POLL_MS,
  type UpstreamCommand,
  type UpstreamEvent,
  UpstreamMachine,
} from '../../trusted-node/upstream/bitcoin/state.js';
import { Random } from '../cases/random.js';

const info: ChainInfo = {
  chain: 'regtest',
  blocks: 50,
  headers: 100,
  bestblockhash: '00'.repeat(32),
  initialblockdownload: true,
  verificationprogress: 0.5,
};
const failed = (kind: FailureKind, message = kind as string): UpstreamEvent => ({
  kind: 'failed',
  failure: new RpcFailure(kind, message),
});
const text = (commands: readonly UpstreamCommand[]) =>
  commands
    .map(command => (command.kind === 'tell' ? `${command.state}(${command.reason})` : command.kind))
    .join(' ');

/** A machine in the state ready since time 0, with a long poll. */
function ready(): UpstreamMachine {
  const machine = new UpstreamMachine(NETWORKS.regtest);
  machine.on({ kind: 'tick' }, 0);
  machine.on({ kind: 'looked', info, known: false }, 0);
  machine.on({ kind: 'refreshed' }, 0);
  return machine;
}

test('from the start to ready, and polling from then on', t => {
  const machine = new UpstreamMachine(NETWORKS.regtest);
  t.is(machine.state, 'starting');
  t.is(text(machine.on({ kind: 'tick' }, 0)), 'look');
  t.is(text(machine.on({ kind: 'tick' }, 1)), '', 'one thing at a time');
  t.is(text(machine.on({ kind: 'looked', info, known: false }, 2)), 'refresh');
  t.is(text(machine.on({ kind: 'refreshed' }, 3)), 'ready() longpoll');
  t.is(text(machine.on({ kind: 'tick' }, 4)), '');
  t.is(text(machine.on({ kind: 'tick' }, 3 + POLL_MS)), 'look');
  t.is(text(machine.on({ kind: 'looked', info, known: true }, 3 + POLL_MS)), '', 'nothing new');
  t.is(text(machine.on({ kind: 'tick' }, 4 + 2 * POLL_MS)), 'look');
  t.is(
    text(machine.on({ kind: 'looked', info, known: false }, 5 + 2 * POLL_MS)),
    'refresh',
    'a tip that the long poll missed',
  );
  t.is(text(machine.on({ kind: 'refreshed' }, 6 + 2 * POLL_MS)), '');
});

test('a request for a current template gets one, or waits for the one under way', t => {
  const machine = ready();
  t.is(text(machine.on({ kind: 'wanted' }, 10)), 'refresh');
  t.is(text(machine.on({ kind: 'wanted' }, 11)), '');
  machine.on({ kind: 'refreshed' }, 12);
  machine.on({ kind: 'tick' }, 12 + POLL_MS);
  t.is(text(machine.on({ kind: 'wanted' }, 13 + POLL_MS)), '');
  t.is(text(machine.on({ kind: 'looked', info, known: true }, 14 + POLL_MS)), 'refresh');
});

test('every fault is a state with a reason, reported once; polling goes on at a rate that falls to one in ten seconds', t => {
  for (const [event, told] of [
    [failed('unreachable'), 'gone(unreachable)'],
    [failed('malformed'), 'gone(malformed)'],
    [failed('credentials'), 'refused(credentials)'],
    [failed('refused'), 'refused(refused)'],
    [failed('starting'), 'starting(starting)'],
    [failed('syncing'), 'syncing(block 50 of 100, 50 %)'],
    [failed('error'), 'unusable(error)'],
    [{ kind: 'broken', reason: 'bad' }, 'unusable(bad)'],
  ] as const) {
    const machine = ready();
    machine.on({ kind: 'wanted' }, 10);
    t.is(text(machine.on(event, 10)), `endLongpoll ${told}`);
    t.is(text(machine.on({ kind: 'longpollFailed' }, 10)), 'look', 'at once');
    t.is(text(machine.on(event, 10)), '', 'not told again');
    let looks = 0;
    for (let at = 11; at < 100_000; at += 100) {
      const commands = machine.on({ kind: 'tick' }, at);
      looks += commands.length;
      if (commands.length > 0) machine.on(event, at);
    }
    t.true(looks >= 10 && looks < 18, `${looks} looks in 100 s`);
    machine.on({ kind: 'tick' }, 200_000);
    t.is(
      text(machine.on({ kind: 'looked', info, known: true }, 200_000)),
      'refresh',
      'after a fault nothing is known',
    );
    t.is(text(machine.on({ kind: 'refreshed' }, 200_000)), 'ready() longpoll');
  }
});

test('networks: the name must match; of the signets only one that everybody may mine', t => {
  const { mainnet, testnet4, signet, regtest } = NETWORKS;
  t.is(chainProblem(regtest, info), undefined);
  t.is(chainProblem(mainnet, { ...info, chain: 'main' }), undefined);
  t.is(chainProblem(testnet4, { ...info, chain: 'testnet4' }), undefined);
  t.is(chainProblem(mainnet, info)?.state, 'other-network');
  t.regex(
    chainProblem(testnet4, { ...info, chain: 'test' })!.reason,
    /of the network test, this node of testnet4/,
  );
  t.is(chainProblem(signet, { ...info, chain: 'signet', signet_challenge: '51' }), undefined);
  t.is(chainProblem(signet, { ...info, chain: 'signet', signet_challenge: '512102ad' })?.state, 'unusable');
  t.is(chainProblem(signet, { ...info, chain: 'signet' })?.state, 'unusable');
  t.is(chainProblem(NETWORKS.devnet, info)?.state, 'other-network');
});

test('a long poll that fails or ends at once is not restarted over and over', t => {
  for (const kind of ['longpollFailed', 'longpolled'] as const) {
    const machine = ready();
    let polls = 1;
    let open = true;
    for (let at = 1; at < 60_000; at += 10) {
      const events: UpstreamEvent[] = open ? [{ kind }] : [];
      open = false;
      for (const event of [...events, { kind: 'tick' } as const])
        for (const command of machine.on(event, at)) {
          if (command.kind === 'look')
            for (const next of machine.on({ kind: 'looked', info, known: true }, at))
              if (next.kind === 'longpoll') open = true;
          if (command.kind === 'longpoll') open = true;
        }
      if (open) polls++;
    }
    t.true(kind === 'longpolled' ? polls < 130 : polls < 30, `${kind}: ${polls} in a minute`);
    t.true(polls >= 5);
  }
});

test('10,000 random orders of events: never two things at once, never stuck', t => {
  const random = new Random(1_414);
  for (let run = 0; run < 10_000; run++) {
    const machine = new UpstreamMachine(NETWORKS.regtest);
    let busy = 0;
    let longpolls = 0;
    let now = 0;
    /** @returns how many things were begun */
    const say = (event: UpstreamEvent): number => {
      const begun = machine
        .on(event, now)
        .filter(({ kind }) => kind === 'look' || kind === 'refresh' || kind === 'longpoll');
      const polls = begun.filter(({ kind }) => kind === 'longpoll').length;
      longpolls += polls;
      busy += begun.length - polls;
      return begun.length - polls;
    };
    for (let i = 0; i < 40; i++) {
      now += random.below(4_000);
      const events: UpstreamEvent[] = [{ kind: 'tick' }, { kind: 'wanted' }];
      const pick = random.below(6);
      if (busy > 0 && pick < 4) {
        busy--;
        say(
          pick === 0
            ? failed('unreachable')
            : pick === 1
              ? { kind: 'broken', reason: 'x' }
              : pick === 2
                ? { kind: 'looked', info, known: random.bool() }
                : { kind: 'refreshed' },
        );
      } else if (longpolls > 0 && pick === 4) {
        longpolls--;
        say(random.bool() ? { kind: 'longpolled' } : { kind: 'longpollFailed' });
      } else say(events[pick % 2]!);
      if (busy > 1 || longpolls > 1) return t.fail(`run ${run}: ${busy} activities, ${longpolls} long polls`);
    }
    if (busy === 0) {
      now += 20_000;
      if (say({ kind: 'tick' }) !== 1) return t.fail(`run ${run}: stuck in ${machine.state}`);
    }
  }
  t.pass();
});
