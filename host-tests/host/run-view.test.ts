import test from 'ava';
import { newBoardView } from '../../tools/run/board.js';
import { commands, joining, localHost } from '../../tools/run/joining.js';
import { type BoardView, frame, progressLine, type RunView, summary } from '../../tools/run/view.js';

const ADDRESS = 'mdev1q5dg3pyvhc3kp4e7678p77pnf6nw2vm7dqlkqud';
const usual = commands('.mite', '/home/ann/mite/.mite', ['board-1', 'board-2'], 'run');

function begun(): RunView {
  return {
    started: 0,
    network: 'devnet',
    height: undefined,
    address: '',
    quorum: 2,
    confirmed: undefined,
    immature: 0n,
    goal: undefined,
    boards: [newBoardView('board-1'), newBoardView('board-2')],
    blocks: [],
    commands: usual,
    joining: [],
    page: '',
    problem: undefined,
    note: 'the node is starting',
  };
}

function mining(change: Partial<BoardView> = {}): RunView {
  const at = { height: 20, jobId: 81, checkedTo: 19, payout: 'ok', judged: 8, starts: 1 };
  const counted = {
    known: true,
    rate: 6_900_000,
    found: 14,
    accepted: 11,
    stale: 2,
    rejected: 1,
    blocks: 11,
  };
  return {
    ...begun(),
    height: 19,
    address: ADDRESS,
    confirmed: 49_999_999_082n,
    immature: 45_000_000_918n,
    note: '',
    boards: ['board-1', 'board-2'].map(id => ({
      ...newBoardView(id),
      state: 'mining',
      ...at,
      ...counted,
      ...change,
    })),
    blocks: Array.from({ length: 7 }, (_, i) => ({
      height: 13 + i,
      hash: `0000000${i}`.padEnd(64, 'ab'),
      device: 'board-1',
      at: i * 1000,
    })),
    joining: joining({ host: '127.0.0.1', port: 40_001 }, undefined, usual),
  };
}

/** The words of a picture, whatever the lines are. */
const words = (lines: readonly string[]) => lines.join(' ').replace(/ +/g, ' ');

test('the first picture of a run shows nothing that is not yet known', t => {
  const view = begun();
  for (const text of [words(frame(view, 1000, 80, 24)), progressLine(view, 1000)]) {
    t.notRegex(text, /H\/s|found|blocks?\b|coins|height/);
    t.regex(text, /node is starting/);
  }
  Object.assign(view, { height: 0, address: ADDRESS, note: '' });
  const ready = words(frame(view, 1000, 80, 24));
  t.notRegex(ready, /H\/s|found|coins|checked/);
  t.regex(ready, /board-1 starting/);
  t.notRegex(progressLine(view, 1000), /H\/s|found|coins/);
  t.deepEqual(summary(begun(), 1000), ['stopped before the node was ready; nothing was mined']);
});

test('a rate that has not been measured is not shown', t => {
  const view = mining({ rate: 0 });
  const rows = frame(view, 1000, 80, 60).filter(line => line.includes('board-'));
  t.notRegex(rows.join('\n'), /H\/s/);
  t.notRegex(progressLine(view, 1000), /H\/s/);
});

test('at every width a picture loses no word, and stays within the window', t => {
  const view = mining();
  for (const columns of [30, 40, 60, 80, 100, 120, 200]) {
    const lines = frame(view, 54_000, columns, 100);
    for (const line of lines) t.true(line.length <= columns, `${columns}: ${line}`);
    const text = words(lines);
    t.regex(text, /headers to 19, every job pays the owner, 16 verdicts on transactions \(quorum 2\)/);
    t.regex(text, /499\.99999082 coins spendable, 450\.00000918 coins maturing/);
    t.regex(text, /6\.90 MH\/s .*shares 14 found, 11 accepted, 2 stale, 1 rejected 11 blocks/);
    t.regex(text, /together 13\.8 MH\/s .*shares 28 found, 22 accepted, 4 stale, 2 rejected/);
    t.true(
      lines
        .map(line => line.trim())
        .join('')
        .includes(ADDRESS),
      `${columns}: the address is cut`,
    );
    t.regex(text, /Ctrl-C stops/);
  }
  for (const rows of [10, 24, 30]) {
    const lines = frame(view, 54_000, 80, rows);
    t.true(lines.length < rows);
    if (rows < 24) t.regex(lines.at(-1) ?? '', /\(\d+ lines more: a taller window shows them\)/);
    else t.regex(lines.at(-1) ?? '', /Ctrl-C/);
  }
});

test('problems are named: a restart, a refusal, a recent error of the node', t => {
  const restarted = words(frame(mining({ starts: 3, lastEnd: 'ended (SIGSEGV)' }), 1000, 120, 60));
  t.regex(restarted, /2 restarts, the last: ended \(SIGSEGV\)/);
  t.regex(words(frame(mining({ refusal: 'stale-fork' }), 1000, 80, 60)), /board-1 refuses: stale-fork/);
  t.regex(words(frame(mining({ lastError: 'no route' }), 1000, 80, 60)), /no route/);
  const view = { ...mining(), problem: { text: 'housekeeping: the disk is full', at: 0 } };
  t.regex(words(frame(view, 59_000, 80, 60)), /housekeeping: the disk is full/);
  t.notRegex(words(frame(view, 60_000, 80, 60)), /disk/);
});

test('the end of a run lists each block once, where everything is, and what to do next', t => {
  const lines = summary(mining(), 54_000);
  const text = lines.join('\n');
  t.is(lines[0], '7 blocks mined and stored in 54 s; the chain is at height 19');
  t.is(text.match(/block 19 /g)?.length, 1);
  t.regex(text, /28 found, 22 accepted, 4 stale, 2 rejected \(stale: another block came first/);
  for (const part of [
    'make run',
    'npx mite-node status',
    'wallet send ADDRESS',
    'LISTEN=0.0.0.0:1883',
    'node.log',
  ])
    t.true(text.includes(part), part);
  t.regex(text, /\/home\/ann\/mite\/\.mite: node\.log, board-1\/board\.log to board-2\/board\.log/);
  const other = commands("a b's", "/x/a b's", ['board-1'], 'run');
  t.is(other.again, "make run DATA='a b'\\''s'");
  t.is(other.data, " --data 'a b'\\''s'");
});

test('the picture names the console of a board if it has one', t => {
  t.regex(words(frame(mining(), 1000, 80, 60)), /npx mite console -p \.mite\/board-1\/console/);
  const simulator = { ...mining(), commands: commands('.mite', '/x/.mite', ['simulator'], 'sim') };
  t.notRegex(words(frame(simulator, 1000, 80, 60)), /mite console/);
});

test('one more board: what to type on this machine, and beyond it', t => {
  t.regex(
    mining().joining.join('\n'),
    /device add kitchen .*\n.*mite-board --data kitchen .*setup: 127\.0\.0\.1 port 40001/,
  );
  const lan = joining({ host: '0.0.0.0', port: 1883 }, '192.168.1.10', usual).join('\n');
  t.regex(
    lan,
    /mite configure -p \/dev\/ttyUSB0 --node 192\.168\.1\.10:1883 --device kitchen --secret-prompt/,
  );
  t.regex(lan, /every device needs its secret/);
  t.regex(joining({ host: '::', port: 1 }, undefined, usual).join('\n'), /--node THIS-MACHINE:1 /);
  t.deepEqual(['0.0.0.0', '::', '127.0.0.1'].map(localHost), ['127.0.0.1', '::1', '127.0.0.1']);
});
