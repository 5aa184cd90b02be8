/** mite-node with an external broker that is not there, refuses it, and comes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { startAedes } from '../support/brokers.js';
import { NODE_CLI, type Program } from '../support/processes.js';
import { withCli } from './bed.js';

const DEADLINE = 120_000;

/** Waits until the program has logged such a line. */
async function logged(program: Program, text: RegExp): Promise<number> {
  for (const deadline = Date.now() + DEADLINE; ; await new Promise(resolve => setTimeout(resolve, 50))) {
    const at = program.errors.findIndex(line => text.test(line));
    if (at >= 0) return at;
    if (Date.now() > deadline || !program.running)
      throw new Error(`no ${text} in:\n${program.errors.join('\n')}`);
  }
}

test('a missing broker is named, and the node waits for it before it calls itself ready', t =>
  withCli(async cli => {
    const broker = await startAedes();
    await broker.down();
    const password = join(cli.directory, 'password');
    writeFileSync(password, 'secret\n', { mode: 0o600 });
    const url = `mqtt://127.0.0.1:${broker.port}`;
    const run = (...flags: string[]) =>
      cli.start(process.execPath, [
        ...[NODE_CLI, 'run', '--data', cli.data, '--broker', url, '--broker-user', 'device'],
        ...['--broker-password-file', password, ...flags],
      ]);
    const node = run();
    const waits = await logged(node, /waiting for the broker: no board can reach this node until it answers/);
    const connecting = await logged(node, /"msg":"connecting to the broker"/);
    const refused = await logged(node, /nothing listens there \(ECONNREFUSED\).*next try in 2 s/);
    t.true(connecting < refused && refused < waits, node.errors.join('\n'));
    t.true(node.errors[refused]!.includes(url));
    t.false(
      node.errors.some(line => line.includes('"node is ready"')),
      'it is not',
    );
    await broker.up();
    await logged(node, /"msg":"connected to the broker"/);
    t.is(await node.kill('SIGTERM'), 0);
    t.false(node.errors.join('\n').includes('"secret'));

    writeFileSync(password, 'wrong\n');
    const wrong = run();
    await logged(wrong, /it refuses user \\"device\\" or its password/);
    await logged(wrong, /waiting for the broker/);
    t.is(await wrong.kill('SIGTERM'), 0);

    writeFileSync(password, 'secret\n');
    const right = run();
    const connected = await logged(right, /"msg":"connected to the broker"/);
    t.true(connected < (await logged(right, /"msg":"node is ready"/)));
    t.is(await right.kill('SIGTERM'), 0);
    await broker.close();
  }));
