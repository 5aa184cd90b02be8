/** Two real nodes: one with a Stratum door, in the pool's place, and one that works for it, with emulated boards. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bed } from '../e2e/bed.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { freePort, type Line, type Program } from '../support/processes.js';

/** What the node that works for the pool is called there. */
export const WORKER = 'home';

export class PoolBed {
  /** In the pool's place: the devnet's node. */
  readonly pool = new Bed();
  /** The node that works for it. */
  readonly home = new Bed();
  private port = 0;
  private readonly passwordFile = join(this.home.directory, 'password');

  async startPool(): Promise<Program> {
    if (this.port === 0) this.port = await freePort();
    const node = await this.pool.startNode(['--stratum', `127.0.0.1:${this.port}`, '--log-level', 'warn']);
    return node;
  }

  /** Introduces the worker to the pool. */
  async register(): Promise<void> {
    const { secret } = await this.pool.addDevice(WORKER);
    writeFileSync(this.passwordFile, `${secret}\n`, { mode: 0o600 });
  }

  get place(): string {
    return `127.0.0.1:${this.port}`;
  }

  get homeFlags(): string[] {
    return [
      '--upstream',
      `stratum+tcp://${this.place}`,
      '--network',
      'devnet',
      '--pool-user',
      WORKER,
      '--pool-password-file',
      this.passwordFile,
      '--log-level',
      'warn',
    ];
  }

  startHome(...more: string[]): Promise<Program> {
    return this.home.startNode([...this.homeFlags, ...more]);
  }

  /** A board that mines what the pool wants, although nobody shows it a chain. */
  async board(id: string): Promise<Program> {
    const board = await this.home.newBoard(id);
    board.write('config set chain.check warn');
    return board;
  }

  async stateOf(state: string, from = 0): Promise<Line> {
    const is = (line: Line) => line.event === 'upstream' && line.state === state;
    return this.home.node.waitFor(is, `the state ${state}`, ANSWER_MS, from);
  }

  /** What the pool says it counted of the worker, by result code. */
  counted(): { accepted: number; blocks: number; rejected: number } {
    const rows = this.pool.query<{ code: number; count: number }>(
      `select code, count from share_counts where device = '${WORKER}'`,
    );
    const sum = (is: (code: number) => boolean) =>
      rows.filter(row => is(row.code)).reduce((total, row) => total + row.count, 0);
    return {
      accepted: sum(code => code <= 1),
      blocks: sum(code => code === 1),
      rejected: sum(code => code > 1),
    };
  }

  /** What the home node heard of the pool about its shares, by result. */
  heard(): Record<string, number> {
    const rows = this.home.query<{ result: string; count: number }>(
      'select result, sum(count) as count from pool_counts group by result',
    );
    return Object.fromEntries(rows.map(({ result, count }) => [result, count]));
  }

  async dispose(): Promise<void> {
    await this.home.dispose();
    await this.pool.dispose();
  }
}
