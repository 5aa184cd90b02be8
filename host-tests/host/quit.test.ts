/** The console of the emulated board over a pipe: ^C, quit. */
import test from 'ava';
import { BoardRun, temporary } from './board.js';

test('over a pipe ^C drops the line and leaves setup, at once; quit ends the board', async t => {
  const board = new BoardRun(['--data', temporary(t), '--set', 'mining.plan=portable']);
  t.teardown(() => board.child.kill('SIGKILL'));
  const { stdin } = board.child;
  stdin!.write('setup\n');
  await board.seen('Node: ');
  stdin!.write('half\x03'); // no line end
  await board.seen('Setup left; nothing was changed.');
  stdin!.write('half\x03version\n');
  await board.seen('protocol 1');
  t.false(board.out.includes('error:'));
  stdin!.write('quit\n');
  t.is(await board.ended, 0);
  t.true(board.lines.includes('ending')); // on a busy machine a line of the boot may follow
});

test('a pipe that nobody reads any more ends the board, quietly', async t => {
  const board = new BoardRun(['--data', temporary(t), '--set', 'mining.plan=portable']);
  t.teardown(() => board.child.kill('SIGKILL'));
  await board.seen('boot ');
  board.child.stdout!.destroy(); // as head -1 does
  const ask = setInterval(() => board.child.stdin!.write('status\n'), 100);
  t.teardown(() => clearInterval(ask));
  t.is(await board.ended, 0);
  t.is(board.err, '');
});

test('a pin that the emulated board does not have is refused', async t => {
  const data = temporary(t);
  const board = new BoardRun(['--data', data, '--set', 'pause.pin=4']);
  t.is(await board.ended, 2);
  t.regex(board.out, /^error: --set pause\.pin: this board has no input pins$/m);
});
