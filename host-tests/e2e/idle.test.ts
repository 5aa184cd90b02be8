/** Mining in idle time with the real programs: budget, schedule, pin and temperature, over the console and the node. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ANSWER_MS, eventually, MINING_MS } from '../support/deadlines.js';
import { BOARD, type Line, NODE_CLI, type Program } from '../support/processes.js';
import { storedRecord } from '../support/stored.js';
import { Bed } from './bed.js';

class IdleBed extends Bed {
  readonly pin = join(this.directory, 'pin');
  readonly sensor = join(this.directory, 'celsius');
  board!: Program;

  async begin(...settings: string[]): Promise<void> {
    writeFileSync(this.pin, '0');
    writeFileSync(this.sensor, '41.5');
    await this.startNode();
    const { secret } = await this.addDevice('kitchen');
    mkdirSync(join(this.directory, 'kitchen'), { recursive: true });
    this.startAgain();
    for (const line of [
      'node.host 127.0.0.1',
      `node.port ${this.port}`,
      'device.id kitchen',
      `device.secret ${secret}`,
      'status.interval 1',
      ...settings,
    ])
      this.board.write(`config set ${line}`);
  }

  startAgain(): void {
    this.board = this.start(BOARD, [
      '--data',
      join(this.directory, 'kitchen'),
      '--json',
      ...['--set', 'mining.plan=portable'],
      ...['--pin', this.pin, '--temperature', this.sensor],
    ]);
  }

  /** `mite-node device …` and its exit code. */
  async tell(...words: string[]): Promise<Line & { code: number | string }> {
    const [action = '', ...rest] = words;
    const args = [NODE_CLI, 'device', action, 'kitchen', ...rest, '--json', '--data', this.data];
    const program = this.start(process.execPath, args);
    const code = await program.ended;
    return { ...program.lines.at(-1), code, errors: program.errors.join() };
  }

  /** The next time that the board says it is in this state. */
  becomes(state: string, from: number): Promise<Line> {
    return this.board.waitFor(line => line.event === 'state' && line.state === state, state, MINING_MS, from);
  }

  /** After `act` the board is in this state. */
  async after(act: () => unknown, state: string): Promise<Line> {
    const from = this.board.lines.length;
    act();
    await this.becomes(state, from);
    return this.status();
  }

  async status(): Promise<Line> {
    const from = this.board.lines.length;
    this.board.write('status');
    return this.board.waitFor(line => line.reply === 'status', 'the status', ANSWER_MS, from);
  }
}

async function withBed(settings: string[], use: (bed: IdleBed) => Promise<void>): Promise<void> {
  const bed = new IdleBed();
  try {
    await bed.begin(...settings);
    await bed.becomes('mining', 0);
    await use(bed);
  } finally {
    await bed.dispose();
  }
}

test.serial('a busy pin and a warm chip pause the board, which says why', async t => {
  await withBed(['pause.pin 4', 'pause.temperature 70'], async bed => {
    let status = await bed.after(() => writeFileSync(bed.pin, '1'), 'paused');
    t.deepEqual([status.pausedBy, status.pauses], [['pin'], ['pin 4 says busy']]);
    t.is(status.temperature, 42);
    const { hashes } = status;
    t.is((await bed.status()).hashes, hashes);
    status = await bed.after(() => writeFileSync(bed.pin, '0'), 'mining');
    t.deepEqual([status.pausedBy, status.pauses], [[], []]);

    status = await bed.after(() => writeFileSync(bed.sensor, '70'), 'paused');
    t.deepEqual([status.pausedBy, status.pauses], [['temperature'], ['too warm (limit 70 C)']]);
    writeFileSync(bed.sensor, '66'); // not cool enough yet
    await bed.board.waitFor(line => line.event === 'status' && line.temperature === 66, 'the sensor');
    t.is((await bed.status()).state, 'paused');
    await bed.after(() => writeFileSync(bed.sensor, '65'), 'mining');
    status = await bed.after(() => writeFileSync(bed.sensor, 'broken'), 'paused');
    t.deepEqual(status.pauses, ['the temperature cannot be read']);
    t.is(status.temperature, undefined);
    await bed.after(() => writeFileSync(bed.sensor, '20'), 'mining');

    // The other level, and nobody looks any longer.
    status = await bed.after(() => bed.board.write('config set pause.level low'), 'paused');
    t.deepEqual(status.pausedBy, ['pin']);
    await bed.after(() => bed.board.write('config unset pause.pin'), 'mining');
  });
});

test.serial('the node changes budget and schedule while the board mines; the board keeps them', async t => {
  await withBed([], async bed => {
    const done = await bed.tell('set', 'mining.budget', '10');
    t.like(done, { code: 0, state: 'done', key: 'mining.budget', value: '10' });
    let status = await bed.status();
    t.like(status, { budget: 10, state: 'mining' });
    await bed.board.waitFor(
      line => line.event === 'status' && Number(line.hashes) > Number(status.hashes),
      'it to go on',
    );

    const now = new Date();
    const hour = (ahead: number) => `${String((now.getUTCHours() + ahead) % 24).padStart(2, '0')}:00`;
    const later = `${hour(2)}-${hour(4)}`;
    status = await bed.after(() => void bed.tell('set', 'mining.schedule', later), 'paused');
    t.deepEqual([status.pausedBy, status.pauses], [['schedule'], ['outside the schedule']]);
    // What the node knows, an owner sees.
    let seen: unknown;
    const wanted = 'paused by schedule at 10 %, 42 C';
    await eventually(async () => {
      seen = ((await bed.command('status', '--json')).devices as { state?: string }[])[0]?.state;
      return seen === wanted;
    }, wanted).catch(() => {});
    t.is(seen, 'paused by schedule at 10 %, 42 C');
    status = await bed.after(
      () => void bed.tell('set', 'mining.schedule', `${hour(23)}-${hour(2)}`),
      'mining',
    );
    t.deepEqual(status.pausedBy, []);
    // The schedule's clock, two hours later than UTC, is outside.
    await bed.after(() => void bed.tell('set', 'time.zone', '180'), 'paused');
    await bed.after(() => void bed.tell('set', 'time.zone', ''), 'mining');

    for (const [key, value, error] of [
      ['mining.budget', '0', 'mining.budget: expected 1 to 100'],
      [
        'mining.schedule',
        'mon 25:00-26:00',
        'mining.schedule: character 5: expected a time from 00:00 to 24:00',
      ],
      ['pause.temperature', 'hot', 'pause.temperature: expected an integer'],
    ] as const)
      t.like(await bed.tell('set', key, value), { code: 1, state: 'refused', error });
    const secret = await bed.tell('set', 'device.secret', 'x');
    t.is(secret.code, 1);
    t.regex(String(secret.errors), /a node cannot set .*, only mining\.budget, /);
    t.like(await bed.tell('stop'), { code: 0, state: 'done' });
    t.deepEqual((await bed.status()).pausedBy, ['node']);
    t.like(await bed.tell('start'), { code: 0, state: 'done' });

    await bed.board.kill('SIGKILL');
    bed.startAgain();
    await bed.becomes('mining', 0);
    t.is((await bed.status()).budget, 10);
    t.false(storedRecord(join(bed.directory, 'kitchen'), 'settings')!.includes('time.zone'));
    // A setting for a board that is away waits for it.
    await bed.board.kill('SIGKILL');
    t.like(await bed.tell('set', 'mining.budget', '30', '--wait', '1'), { code: 0, state: 'waiting' });
    bed.startAgain();
    await bed.board.waitFor(line => line.event === 'status' && line.budget === 30, 'the new budget');
  });
});
