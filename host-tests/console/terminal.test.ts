/** The console's terminal: what a person sees and what the board gets, on a model of a screen. */
import test from 'ava';
import { MAX_LINE, parseLine } from '../../firmware/parts/console/grammar.js';
import { MAX_TYPED } from '../../firmware/parts/console/line-editor.js';
import { type BytePort, mayBeSecret } from '../../firmware/parts/console/terminal.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Terminal } from '../../firmware/terminal.js';
import { Random } from '../cases/random.js';
import { Screen } from '../support/screen.js';

function bed() {
  const screen = new Screen();
  const sent: number[] = [];
  const port: BytePort = {
    write: bytes => {
      sent.push(...bytes);
      screen.feed(bytes);
    },
    onBytes: () => {},
  };
  const terminal = new Terminal(port);
  const lines: string[] = [];
  const events: string[] = [];
  terminal.onLine = line => lines.push(line);
  terminal.onCancel = () => events.push('cancel');
  terminal.onQuit = () => events.push('quit');
  const type = (text: string | Uint8Array) =>
    port.onBytes(typeof text === 'string' ? Uint8Array.from(Buffer.from(text, 'utf8')) : text);
  return { screen, sent, terminal, lines, events, type };
}

const [UP, DOWN, RIGHT, LEFT, HOME, END, DELETE] = [
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\x1b[H',
  '\x1b[F',
  '\x1b[3~',
] as const;

test('typing is echoed, edited and delivered; what the board says appears above it', t => {
  const { screen, terminal, lines, type } = bed();
  terminal.write('Mite 1.0');
  t.deepEqual(screen.rows, ['Mite 1.0', 'mite> ']);
  type('stta');
  t.is(screen.current, 'mite> stta');
  type('\x7f\x7fatus');
  t.is(screen.current, 'mite> status');
  type(`${LEFT}${LEFT}${LEFT}`);
  t.is(screen.column, 'mite> sta'.length);
  terminal.write('[info] job 7');
  t.deepEqual(screen.rows, ['Mite 1.0', '[info] job 7', 'mite> status']);
  t.is(screen.column, 'mite> sta'.length, 'the cursor is where it was');
  type(`${HOME}x${END}y${LEFT}${DELETE}${HOME}${DELETE}`);
  t.is(screen.current, 'mite> status');
  terminal.onLine = line => {
    lines.push(line);
    terminal.write('state mining');
    terminal.write('rate 5');
  };
  type('\r');
  t.deepEqual(lines, ['status']);
  t.deepEqual(screen.rows.slice(2), ['mite> status', 'state mining', 'rate 5', 'mite> ']);
});

test('CR, LF and CRLF are one line end each', t => {
  const { lines, type } = bed();
  type('a\rb\nc\r\nd\r');
  type('\ne\r\r');
  type('\r\n\n');
  t.deepEqual(lines, ['a', 'b', 'c', 'd', 'e', '', '', '']);
});

test('words, the whole line, and keys from all sorts of terminals', t => {
  const { screen, lines, events, type } = bed();
  type('config set  node.host here\x17\x17');
  t.is(screen.current, 'mite> config set  ');
  type('\x15');
  t.is(screen.current, 'mite> ');
  type('one two\x01zero \x05 three\r');
  type('abc\x1bOD\x1b[D\x0b\x1b[1~x\x1b[4~y\x1bOHz\x1bOF!\r');
  type('\x1b[1;5Cq\x1b[200~\x1b]0;title\x07\x1bP secret \x1b\\\x1b[?25hw\r');
  type('lost\x03');
  t.deepEqual(lines, ['zero one two three', 'zxay!', 'qw']);
  t.deepEqual(events, ['cancel'], '^C on a line does not quit');
  events.length = 0;
  t.is(screen.above.at(-1), 'mite> lost^C');
  type('ab\x01\x04\x04\x04');
  t.deepEqual(events, ['quit'], '^D removes what is under the cursor, and leaves on an empty line');
  type('\x03');
  t.deepEqual(events, ['quit', 'cancel'], 'once is a slip');
  t.is(screen.above.at(-1), '^C again ends the board, and so does quit');
  type('x\x7f\x03');
  t.deepEqual(events.splice(0), ['quit', 'cancel', 'cancel']);
  type('\x03');
  t.deepEqual(events, ['cancel', 'quit']);
});

test('^C without a program to leave: the line is cleared, nothing else', t => {
  const { screen, terminal, lines, type } = bed();
  terminal.onQuit = undefined;
  type('lost\x03\x03\x03\x04kept\r');
  t.deepEqual(lines, ['kept']);
  t.false(screen.rows.some(row => row.includes('again')));
});

test('no control character disappears into a value: the line is refused', t => {
  const { terminal, lines, type } = bed();
  for (const plain of [false, true]) {
    terminal.setPlain(plain);
    for (let code = 0; code < 0x20; code++) {
      // Line ends, ^C, tab (a space), and backspace are what they are everywhere; on a terminal the others that edit are.
      if ([0x03, 0x08, 0x09, 0x0a, 0x0d].includes(code)) continue;
      if (!plain && [0x01, 0x02, 0x04, 0x05, 0x06, 0x0b, 0x0c, 0x0e, 0x10, 0x15, 0x17].includes(code))
        continue;
      lines.length = 0;
      type(`config set device.secret "h${String.fromCharCode(code)}z"\r`);
      t.is(lines.length, 1, `${code}`);
      t.regex(
        String((parseLine(lines[0]!, SCHEMA) as { error: string }).error),
        /other than ASCII/,
        `${code}, ${plain}`,
      );
    }
  }
});

test('history: a few lines, never a secret, never an answer', t => {
  const { screen, terminal, lines, type } = bed();
  for (let i = 0; i < 20; i++) type(`line ${i}\r`);
  type('draft');
  type(UP);
  t.is(screen.current, 'mite> line 19');
  for (let i = 0; i < 50; i++) type(UP);
  t.is(screen.current, 'mite> line 12');
  for (let i = 0; i < 50; i++) type(DOWN);
  t.is(screen.current, 'mite> draft');
  type('\x15config set device.secret hunter2\r');
  type('config set "device.secret" hunter2\r');
  type('CONFIG SET DEVICE.SECRET hunter2\r');
  terminal.ask('Secret: ', true);
  type('hunter2\r');
  terminal.ask('Node: ', false);
  type(`${UP}hunter2\r`);
  t.is(screen.above.at(-1), 'Node: hunter2');
  terminal.ask('', false);
  for (let i = 0; i < 20; i++) {
    t.false(screen.current.includes('hunter2'));
    type(UP);
  }
  t.is(lines.filter(line => line.includes('hunter2')).length, 5);
  type('\r');
  type(`${'x'.repeat(MAX_LINE)}\r${'y'.repeat(MAX_LINE)}\r${'z'.repeat(MAX_LINE)}\r`);
  lines.length = 0;
  type(`${UP.repeat(9)}\r`);
  t.deepEqual(lines, ['y'.repeat(MAX_LINE)], 'together they are bounded too');
  t.true(mayBeSecret(SCHEMA, 'the Secret'));
  t.false(mayBeSecret(SCHEMA, 'config set node.host x'));
});

test('secrets leave no trace on the screen', t => {
  const { screen, sent, terminal, lines, events, type } = bed();
  terminal.write('boot');
  terminal.ask('Secret: ', true);
  t.is(screen.current, 'Secret: ');
  type('correct horse');
  terminal.write('[info] job 7');
  type('\x7f\x7fse\x17staple');
  t.is(screen.current, 'Secret: ');
  terminal.onLine = line => {
    lines.push(line);
    terminal.ask('', false);
  };
  type('\r');
  t.deepEqual(lines, ['correct staple']);
  t.is(screen.current, 'mite> ');
  t.notRegex(Buffer.from(sent).toString(), /correct|horse|staple/);
  terminal.ask('Secret: ', true);
  type('abc\x03');
  t.deepEqual(events, ['cancel']);
  type('\x04');
  t.deepEqual(events, ['cancel', 'cancel']);
});

test('long lines scroll sideways on one row, and one that is too long is refused as a whole', t => {
  const { screen, lines, type } = bed();
  const long = Array.from({ length: MAX_TYPED }, (_, i) => String(i % 10)).join('');
  for (const character of long) {
    type(character);
    t.is(screen.row, 0);
    t.true(screen.current.length < 80);
  }
  t.is(screen.bells, 0);
  type('more');
  t.is(screen.bells, 4);
  type(HOME);
  t.true(screen.current.startsWith('mite> 0123456789'));
  t.is(screen.column, 'mite> '.length);
  type(END);
  t.true(screen.current.endsWith(long.slice(-10)));
  type('\r');
  t.is(lines[0], long);
  t.deepEqual(parseLine(lines[0]!, SCHEMA), { error: `the line is longer than ${MAX_LINE} characters` });
});

test('text that is not ASCII is recognised, and the console refuses it', t => {
  const { screen, lines, type } = bed();
  type('stätus €\u{1f600}');
  t.is(screen.current, 'mite> st?tus ??');
  type('\r');
  t.regex(String((parseLine(lines[0]!, SCHEMA) as { error: string }).error), /other than ASCII/);
  t.is(lines[0]!.length, 9);
});

test('lines of the board cannot send control sequences', t => {
  const { screen, terminal } = bed();
  terminal.write('bad \x1b[2J\x07 n\u00f6de \r\n');
  t.deepEqual(screen.rows, ['bad ?[2J? n?de ??', 'mite> ']);
});

test('plain mode: no echo, no prompt, whole lines', t => {
  const { screen, sent, terminal, lines, type } = bed();
  terminal.write('boot');
  type('half');
  terminal.setPlain(true);
  t.deepEqual(screen.rows, ['boot', '']);
  sent.length = 0;
  type('\x03json on\r\n{"a":x\x7f1}\n');
  t.deepEqual(lines, ['json on', '{"a":1}']);
  t.is(sent.length, 0);
  terminal.write('{"reply":"json"}');
  t.is(Buffer.from(sent).toString(), '{"reply":"json"}\r\n');
  terminal.setPlain(false);
  t.is(screen.current, 'mite> ');
});

/** What the person typed and moved through, without a terminal. */
class Model {
  text = '';
  cursor = 0;
  insert(character: string): void {
    if (this.text.length >= MAX_TYPED) return;
    this.text = this.text.slice(0, this.cursor) + character + this.text.slice(this.cursor);
    this.cursor++;
  }
  remove(from: number, to: number): void {
    if (from < 0 || to > this.text.length || from >= to) return;
    this.text = this.text.slice(0, from) + this.text.slice(to);
    this.cursor = from;
  }
}

test('property: any keys and any lines between them; the row always shows the part under the cursor', t => {
  const random = new Random(80);
  for (let round = 0; round < 60; round++) {
    const { screen, terminal, lines, type } = bed();
    const model = new Model();
    const expected: string[] = [];
    terminal.write('begin');
    let said = 1;
    for (let step = 0; step < 300; step++) {
      switch (random.below(12)) {
        case 0:
          type(random.pick(['\x7f', '\b']));
          model.remove(model.cursor - 1, model.cursor);
          break;
        case 1:
          type(random.pick([LEFT, '\x02', '\x1bOD']));
          model.cursor = Math.max(0, model.cursor - 1);
          break;
        case 2:
          type(RIGHT);
          model.cursor = Math.min(model.text.length, model.cursor + 1);
          break;
        case 3:
          type(random.pick([HOME, '\x01']));
          model.cursor = 0;
          break;
        case 4:
          type(random.pick([END, '\x05']));
          model.cursor = model.text.length;
          break;
        case 5:
          type(DELETE);
          model.remove(model.cursor, model.cursor + 1);
          break;
        case 6:
          terminal.write(`said ${said++}`);
          t.is(screen.above.at(-1), `said ${said - 1}`);
          break;
        case 7:
          if (random.below(20) > 0) break;
          type('\r');
          expected.push(model.text);
          model.text = '';
          model.cursor = 0;
          break;
        default: {
          const count = random.between(1, 20);
          for (let i = 0; i < count; i++) {
            const character = String.fromCharCode(random.between(0x20, 0x7e));
            type(character);
            model.insert(character);
          }
        }
      }
      const { text, cursor } = model;
      const shown = screen.current.slice('mite> '.length);
      const at = screen.column - 'mite> '.length;
      t.true(screen.current.startsWith('mite> ') && screen.current.length < 80 && at >= 0);
      t.is(shown.slice(0, at), text.slice(cursor - at, cursor));
      t.is(shown.slice(at), text.slice(cursor, cursor + shown.length - at));
      if (text.length <= 73) t.is(shown, text);
    }
    t.deepEqual(lines, expected);
  }
});

test('fuzz: 300,000 arbitrary bytes; lines stay bounded, and it still works afterwards', t => {
  const random = new Random(512);
  const { screen, terminal, lines, type } = bed();
  terminal.onLine = line => {
    lines.push(line);
    const what = random.below(8);
    if (what === 0) terminal.ask('Question: ', random.below(2) === 0);
    if (what === 1) terminal.ask('', false);
    if (what === 2) terminal.setPlain(random.below(2) === 0);
    terminal.write(String.fromCharCode(...random.bytes(20)));
  };
  for (let i = 0; i < 3_000; i++) {
    const bytes = random.bytes(100);
    // More escapes and line ends than chance gives.
    for (let j = 0; j < 100; j += random.between(1, 30))
      bytes[j] = random.pick([0x1b, 0x5b, 0x0d, 0x41, 0x33]);
    type(bytes);
  }
  t.true(lines.length > 5_000);
  for (const line of lines) if (line.length > MAX_TYPED) t.fail(`a line of ${line.length} characters`);
  terminal.onLine = line => lines.push(line);
  terminal.setPlain(false);
  terminal.ask('', false);
  type('\x03\rstatus\r');
  t.is(lines.at(-1), 'status');
  t.is(screen.current, 'mite> ');
});
