/** Devices above their rate, by a clock of the test: slowed, told once, cut off, forgiven. */
import test from 'ava';
import { LogBudget } from '../../trusted-node/common/log-budget.js';
import { DeviceRates, type Flood, RATES } from '../../trusted-node/doors/mqtt/device-rates.js';
import { addressGroup } from '../../trusted-node/doors/mqtt/strangers.js';

const MINUTE = 60_000;

function setUp() {
  const clock = { now: 0 };
  const floods: Flood[] = [];
  return {
    clock,
    floods,
    rates: new DeviceRates(
      () => clock.now,
      flood => floods.push(flood),
    ),
  };
}

test('each kind of message and each device has its own rate, and is told how long to wait', t => {
  const { clock, rates } = setUp();
  const { burst, interval } = RATES.share;
  for (let i = 0; i < burst; i++) t.is(rates.take('a', 'share'), 0);
  t.is(rates.take('a', 'share'), interval);
  t.is(rates.take('a', 'status'), 0);
  t.is(rates.take('b', 'share'), 0);
  clock.now += interval / 2;
  t.true(rates.take('a', 'share') > 0);
  clock.now += interval;
  t.is(rates.take('a', 'share'), 0);
});

test('a device that floods is told once, cut off after 15 s, and for longer each time', t => {
  const { clock, floods, rates } = setUp();
  const flood = (): void => {
    const from = floods.length;
    for (let passed = 0; floods.slice(from).every(({ cutFor }) => cutFor === 0); passed += 100) {
      if (passed > MINUTE) throw new Error('it is never cut off');
      rates.press('a', 'share');
      clock.now += 100;
    }
  };
  flood();
  t.deepEqual(
    floods.map(({ cutFor }) => cutFor),
    [0, MINUTE],
  );
  t.true(rates.isCut('a'));
  t.false(rates.isCut('b'));
  clock.now += MINUTE;
  t.false(rates.isCut('a'));
  flood();
  t.is(floods.at(-1)?.cutFor, 2 * MINUTE);
  t.is(floods.filter(({ cutFor }) => cutFor === 0).length, 1, 'told once');
  clock.now += 26 * 60 * MINUTE;
  flood();
  t.is(floods.at(-1)?.cutFor, MINUTE, 'after a day it begins anew');
});

test('a device that catches up is not cut off', t => {
  const { clock, floods, rates } = setUp();
  for (let i = 0; i < 100; i++) {
    rates.press('a', 'share');
    clock.now += 10_000;
    rates.relieve('a');
  }
  t.true(floods.every(({ cutFor }) => cutFor === 0));
});

test('addresses of one IPv6 network are one; IPv4 addresses are not', t => {
  t.is(addressGroup('192.0.2.7'), '192.0.2.7');
  t.is(addressGroup('::ffff:192.0.2.7'), '192.0.2.7');
  t.is(addressGroup('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
  t.is(addressGroup('2001:db8::1'), '2001:db8:0:0::/64');
  t.is(addressGroup('fe80::1%eth0'), 'fe80:0:0:0::/64');
  t.is(addressGroup('::1'), '0:0:0:0::/64');
});

test('however much is logged, an hour has a bounded number of lines, and each text is heard', t => {
  let now = 0;
  const told: { lines: number; texts: Record<string, number> }[] = [];
  const budget = new LogBudget(
    () => now,
    left => told.push(left),
  );
  const lines = { flood: 0, other: 0 };
  for (let second = 0; second < 3600; second++) {
    for (let i = 0; i < 1_000; i++) if (budget.admit('flood', 30)) lines.flood++;
    if (second % 60 === 0 && budget.admit('other', 40)) lines.other++;
    now += 1_000;
  }
  budget.report();
  t.true(lines.flood <= 200 + 720, `${lines.flood} lines`);
  t.is(lines.other, 60);
  t.is(
    told.reduce((sum, { lines: left }) => sum + left, 0),
    3_600_000 - lines.flood,
  );
});

test('many different texts are bounded together, and a fault is always written', t => {
  const budget = new LogBudget(
    () => 0,
    () => {},
  );
  let lines = 0;
  for (let i = 0; i < 100_000; i++) if (budget.admit(`text ${i}`, 40)) lines++;
  t.is(lines, 3_000);
  t.true(budget.admit('unexpected fault; stopping', 60));
});
