/** What `mite-node status` and its neighbours say to a person, and that it fits the terminal. */
import test from 'ava';
import { encodeStatus } from '../../firmware/protocol/mite/status.js';
import { fitTable } from '../../trusted-node/cli/table.js';
import { VECTORS } from '../cases/protocol-vectors.js';
import { MINING_MS } from '../support/deadlines.js';
import { sleep } from '../support/processes.js';
import { TestDevice } from '../support/test-device.js';
import { withCli } from './bed.js';

const REGTEST = ['--network', 'regtest'];
const LONG = 'the-board-in-the-kitchen-window';

test('status: boards that are gone are not mining, even after the node was killed; it fits 80 columns', t =>
  withCli(async cli => {
    const secrets = new Map<string, string>();
    for (const id of ['kitchen', LONG, 'shed'])
      secrets.set(id, JSON.parse(await cli.ok(t, 'device', 'add', id, '--json')).secret);
    const flags = [...REGTEST, '--start-work', '256'];
    const { program, url } = await cli.startNode(...flags);
    const { value } = VECTORS.find(({ message, name }) => message === 'status' && name.startsWith('paused'))!;
    const mining = { ...(value as object), state: 'mining', rate: 6_900_000, pausedBy: undefined };
    const join = async (id: string) => {
      const device = await TestDevice.connect(url, id, secrets.get(id)!);
      const job = await device.hello();
      await device.raw('status', encodeStatus(mining as never));
      return { device, job };
    };
    const { device, job } = await join('kitchen');
    const long = await join(LONG);
    for (let height = 1, next = job; height <= 3; height++) {
      await device.send(device.solve(next));
      next = await device.jobs.take(entry => entry.height === height + 1);
    }
    type Row = { device: string; online: boolean; state: string; lastSeen: number };
    const rows = async (): Promise<Row[]> =>
      JSON.parse(await cli.ok(t, 'status', '--json', ...REGTEST)).devices;
    const wait = async (what: string, found: (list: Row[]) => boolean) => {
      for (const deadline = Date.now() + MINING_MS; ; await sleep(1_000)) {
        if (found(await rows())) return;
        if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
      }
    };
    await wait('both', list => list.filter(row => row.online && /^mining/.test(row.state)).length === 2);
    const text = await cli.ok(t, 'status', ...REGTEST);
    t.regex(text, /^node {5}running$/m);
    t.regex(text, /6\.90 MH\/s/);
    t.regex(text, /^mempool {2}no transaction is waiting$/m);
    t.regex(text, /shed.*never seen/);
    t.true(
      text.split('\n').every(line => line.length <= 80),
      text,
    );

    await device.close();
    await wait('the one that has gone', list => list.filter(row => row.online).length === 1);
    t.regex(await cli.ok(t, 'status', ...REGTEST), /^kitchen .*gone since \d\d:\d\d UTC$/m);
    t.regex(await cli.ok(t, 'status', ...REGTEST), /^the-board-in-the-kitchen-window {2}mining/m);

    // Killed: what it stored last says "mining" forever.
    await program.kill('SIGKILL');
    await long.device.close();
    const after = await cli.ok(t, 'status', ...REGTEST);
    t.regex(after, /^node {5}not running/m);
    t.regex(after, /^the-board-in-the-kitchen-window {2}gone since \d\d:\d\d UTC$/m);
    t.false(/mining/.test(after), after);
    const again = await cli.startNode(...flags);
    t.deepEqual(
      (await rows()).map(row => row.online),
      [false, false, false],
    );
    t.is(await again.program.kill('SIGTERM'), 0);
    const balance = await cli.ok(t, 'wallet', 'balance', ...REGTEST);
    t.is(balance, 'spendable  0 coins\nmaturing   150 coins\npending    0 coins');
  }));

test('tables: the least needed column goes first, then each row gets several lines', t => {
  const columns = [{ title: 'NAME' }, { title: 'MORE', optional: 1 }, { title: 'RATE' }, { title: 'STATE' }];
  const rows = [
    ['a', 'xxxxxxxxxx', '1 H/s', 'mining'],
    ['bb', 'x', '2 H/s', 'paused'],
  ];
  t.is(
    fitTable(columns, rows, 40),
    'NAME  MORE        RATE   STATE\na     xxxxxxxxxx  1 H/s  mining\nbb    x           2 H/s  paused',
  );
  t.is(fitTable(columns, rows, 22), 'NAME  RATE   STATE\na     1 H/s  mining\nbb    2 H/s  paused');
  t.is(fitTable(columns, rows, 15), 'a  mining\n  rate 1 H/s\nbb  paused\n  rate 2 H/s');
  const long = ['a'.repeat(30), 'x', 'y'.repeat(30), 'z'.repeat(30)];
  for (let width = 40; width < 140; width++)
    t.true(
      fitTable(columns, [long, ...rows], width)
        .split('\n')
        .every(line => line.length <= width),
    );
});
