/** The real programs together: mite-node, mosquitto where it is wanted, and emulated boards. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ANSWER_MS } from '../support/deadlines.js';
import { Bench, BOARD, freePort, type Line, NODE_CLI, type Program } from '../support/processes.js';
import { MOSQUITTO } from '../support/tools.js';

export interface StoredShare {
  device: string;
  session: number;
  sequence: number;
  job: number;
  extranonce2: Buffer;
  time: number;
  nonce: number;
  version: number;
  hash: Buffer;
  height: number;
  code: number;
  previousHash: Buffer;
  template: number;
}

export class Bed extends Bench {
  readonly data = join(this.directory, 'node');
  port = 0;
  node!: Program;
  private flags: string[] = [];

  /** Starts the node and waits until it is ready. The port stays the same over restarts. */
  async startNode(flags: string[] = this.flags): Promise<Program> {
    this.flags = flags;
    if (this.port === 0) this.port = await freePort();
    const listen = flags.includes('--broker') ? [] : ['--listen', `127.0.0.1:${this.port}`];
    this.node = this.start(process.execPath, [
      NODE_CLI,
      'run',
      '--events',
      '--data',
      this.data,
      ...listen,
      ...flags,
    ]);
    await this.node.waitFor(line => line.event === 'ready', 'the node to be ready');
    return this.node;
  }

  /** Runs a `mite-node` command to its end and returns the last JSON object it printed. */
  async command(...args: string[]): Promise<Line> {
    const program = await this.run(process.execPath, [NODE_CLI, ...args, '--data', this.data]);
    return program.lines.at(-1) ?? {};
  }

  addDevice(id: string, ...flags: string[]): Promise<Line> {
    return this.command('device', 'add', id, '--json', ...flags);
  }

  /** Starts a board; a new one is introduced over its console. */
  startBoard(id: string, secret?: string, program = BOARD, plan = 'portable'): Program {
    const directory = join(this.directory, id);
    mkdirSync(directory, { recursive: true });
    const fresh = !existsSync(join(directory, 'settings.bin'));
    // By default one speed on every machine: the suites count on blocks that come neither at once nor never.
    const settings = program === BOARD ? ['--set', `mining.plan=${plan}`] : [];
    const board = this.start(program, ['--data', directory, '--json', ...settings]);
    if (fresh) {
      board.write('config set node.host 127.0.0.1');
      board.write(`config set node.port ${this.port}`);
      board.write(`config set device.id ${id}`);
      board.write(`config set device.secret ${secret}`);
      board.write('config set status.interval 1');
    }
    return board;
  }

  async newBoard(id: string): Promise<Program> {
    const { secret } = await this.addDevice(id);
    return this.startBoard(id, String(secret));
  }

  /** Reads the node's database; the node may run. */
  query<T>(sql: string): T[] {
    const db = new Database(join(this.data, 'mite.sqlite'), { readonly: true });
    try {
      return db.prepare(sql).all() as T[];
    } finally {
      db.close();
    }
  }

  shares(): StoredShare[] {
    return this.query<StoredShare>(
      `select s.device, s.session, s.sequence, s.job, s.extranonce2, s.time, s.nonce, s.version, s.hash, s.height,
              s.code, t.previous_hash as previousHash, t.id as template
         from shares s join jobs j on j.id = s.job join templates t on t.id = j.template order by s.id`,
    );
  }

  /** A mosquitto with the node's user, the devices' credentials and the node's own access rules. */
  async startMosquitto(passwords: string[]): Promise<Program> {
    const directory = join(this.directory, 'mosquitto');
    if (this.port === 0) this.port = await freePort();
    mkdirSync(directory, { recursive: true });
    const acl = await this.run(process.execPath, [NODE_CLI, 'acl']);
    writeFileSync(join(directory, 'acl'), `${acl.lines.map(line => String(line.text)).join('\n')}\n`, {
      mode: 0o600,
    });
    writeFileSync(join(directory, 'passwords'), `${passwords.join('\n')}\n`, { mode: 0o600 });
    writeFileSync(
      join(directory, 'mosquitto.conf'),
      [
        `listener ${this.port} 127.0.0.1`,
        'allow_anonymous false',
        `password_file ${join(directory, 'passwords')}`,
        `acl_file ${join(directory, 'acl')}`,
        'persistence false',
        process.getuid?.() === 0 ? 'user root' : '',
        '',
      ].join('\n'),
    );
    const broker = this.start(MOSQUITTO, ['-c', join(directory, 'mosquitto.conf')]);
    const { connect } = await import('node:net');
    for (const deadline = Date.now() + ANSWER_MS; ; ) {
      const open = await new Promise<boolean>(resolve => {
        const socket = connect(this.port, '127.0.0.1', () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      });
      if (open) return broker;
      if (Date.now() > deadline || !broker.running)
        throw new Error(`mosquitto did not start: ${broker.errors.join('\n')}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

/** A result the board received: the node has acknowledged the share. */
export function acknowledged(
  board: Program,
): { sequence: number; jobId: number; code: number; height: number }[] {
  return board.lines
    .filter(
      line => (line.event === 'result' || line.event === 'block') && (line.code === 0 || line.code === 1),
    )
    .map(line => ({
      sequence: Number(line.sequence),
      jobId: Number(line.jobId),
      code: Number(line.code),
      height: Number(line.height ?? 0),
    }));
}
