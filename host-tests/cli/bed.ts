/** mite-node in separate processes, on one data directory that is removed when the test ends. */
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { ANSWER_MS } from '../support/deadlines.js';
import { Bench, NODE_CLI, type Program } from '../support/processes.js';

export class Cli extends Bench {
  readonly data = join(this.directory, 'data');

  /** Runs a command to its end. */
  async call(...args: string[]): Promise<{ code: number | string; out: string; err: string }> {
    const program = this.start(process.execPath, [NODE_CLI, ...args, '--data', this.data]);
    const code = await program.ended;
    return {
      code,
      out: program.lines.map(line => (line.text === undefined ? JSON.stringify(line) : line.text)).join('\n'),
      err: program.errors.join('\n'),
    };
  }

  async ok(t: ExecutionContext, ...args: string[]): Promise<string> {
    const { code, out, err } = await this.call(...args);
    t.is(code, 0, `${args.join(' ')}: ${err}`);
    return out;
  }

  async startNode(...flags: string[]): Promise<{ program: Program; url: string }> {
    const program = this.start(process.execPath, [
      NODE_CLI,
      'run',
      '--events',
      '--log-level',
      'warn',
      '--listen',
      '127.0.0.1:0',
      '--data',
      this.data,
      ...flags,
    ]);
    const ready = await program.waitFor(line => line.event === 'ready', 'ready', ANSWER_MS);
    return { program, url: `mqtt://127.0.0.1:${ready.port}` };
  }
}

export async function withCli(body: (cli: Cli) => Promise<void>): Promise<void> {
  const cli = new Cli();
  try {
    await body(cli);
  } finally {
    await cli.dispose();
  }
}
