/** A node with TLS, builds of the firmware with a key, and a board that runs one of them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeyOf } from '../../trusted-node/updates/images.js';
import { Bed } from '../e2e/bed.js';
import { BOARD, freePort, type Line, type Program, ROOT } from '../support/processes.js';

export class UpdateBed extends Bed {
  tlsPort = 0;
  key = '';
  private updateKey = '';
  private secrets = new Map<string, string>();
  private fingerprint = '';

  async begin(): Promise<Program> {
    this.key = join(this.directory, 'key.pem');
    await this.run(process.execPath, [
      join(ROOT, 'build/js/trusted-node/cli/main.js'),
      'firmware',
      'keygen',
      '--key',
      this.key,
    ]);
    this.updateKey = publicKeyOf(readFileSync(this.key, 'utf8'));
    const made = await this.command('tls', 'make', '--json', 'localhost', '127.0.0.1');
    this.fingerprint = String(made.fingerprint);
    this.tlsPort = await freePort();
    return this.startNode(['--tls-listen', `127.0.0.1:${this.tlsPort}`]);
  }

  /** Builds the firmware. @returns its file. */
  build(version: string, { security = 0, key = this.updateKey, name = version } = {}): string {
    const file = join(this.directory, `${name}.js`);
    execFileSync(
      'make',
      [
        '-s',
        'bundle',
        `BUNDLE_OUT=${file}`,
        `VERSION=${version}`,
        `SECURITY=${security}`,
        `UPDATE_KEY=${key}`,
      ],
      {
        cwd: ROOT,
        env: { ...process.env, MAKEFLAGS: '', MAKELEVEL: '' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    return file;
  }

  /** Signs, keeps and announces an image. */
  async offer(image: string, version: string, { security = 0, board = 'host' } = {}): Promise<Line> {
    const cli = join(ROOT, 'build/js/trusted-node/cli/main.js');
    const about = ['--board', board, '--firmware-version', version, '--security', String(security)];
    await this.run(process.execPath, [cli, 'firmware', 'sign', image, '--key', this.key, ...about]);
    const stored = await this.command('firmware', 'add', image, '--json');
    return this.command('firmware', 'announce', String(stored.name), '--json');
  }

  /** Starts a board on `image` as its built-in firmware; a known one continues where it was. */
  async board(
    id: string,
    image: string,
    options: { trial?: number; settings?: string[] } = {},
  ): Promise<Program> {
    const secret = this.secrets.get(id) ?? String((await this.addDevice(id)).secret);
    this.secrets.set(id, secret);
    const directory = this.folder(id);
    mkdirSync(directory, { recursive: true });
    const settings = [
      'node.host=127.0.0.1',
      `node.port=${this.tlsPort}`,
      'node.tls=on',
      `node.fingerprint=${this.fingerprint}`,
      `device.id=${id}`,
      `device.secret=${secret}`,
      'mining.plan=portable',
      'status.interval=1',
      'update.mode=auto',
      ...(options.settings ?? []),
    ].flatMap(setting => ['--set', setting]);
    const trial = options.trial === undefined ? [] : ['--trial', String(options.trial)];
    return this.start(BOARD, ['--firmware', image, '--data', directory, '--json', ...trial, ...settings]);
  }

  folder(id: string): string {
    return join(this.directory, id);
  }
}

export const says = (text: RegExp) => (line: Line) => typeof line.text === 'string' && text.test(line.text);
