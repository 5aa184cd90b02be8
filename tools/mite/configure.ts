/** `mite configure`: settings over a serial line, all or none, read back afterwards. */
import { parseNodeAddress } from '../../firmware/parts/console/setup-questions.js';
import { BoardSession } from './board.js';
import { CliError, shown, UsageError } from './errors.js';

export interface Change {
  readonly key: string;
  /** Undefined: back to the default. */
  readonly value: string | undefined;
}

export interface ConfigureRequest {
  readonly port: string;
  readonly baudRate: number;
  readonly wait: number;
  readonly changes: readonly Change[];
  /** Secrets are allowed in `--set`. */
  readonly insist: boolean;
  /** Secrets of `--set` came over the command line. */
  readonly fromArguments: ReadonlySet<string>;
  /** Seconds to wait for the board to reach its node; 0: not at all. */
  readonly connect: number;
  readonly say: (line: string) => void;
  /** For a board that has no secret yet. */
  readonly askSecret?: (() => Promise<string>) | undefined;
}

/** 'host' or 'host:port' as changes. @throws UsageError */
export function nodeChanges(text: string): Change[] {
  const address = parseNodeAddress(text);
  if ('error' in address) throw new UsageError(`--node: ${address.error}`);
  if (address.host === '') throw new UsageError('--node: must be host or host:port');
  const changes: Change[] = [{ key: 'node.host', value: address.host }];
  if (address.port !== undefined) changes.push({ key: 'node.port', value: address.port });
  return changes;
}

/** @throws CliError; then nothing has changed on the board unless the message says so. */
export async function configure(request: ConfigureRequest): Promise<void> {
  const { say } = request;
  const board = await BoardSession.open({
    path: request.port,
    baudRate: request.baudRate,
    wait: request.wait,
  });
  try {
    const version = await board.run('version', 'version');
    say(`${shown(String(version.board))} with mite ${shown(String(version.firmware))} on ${request.port}`);
    const changes = [...request.changes];
    for (const { key } of changes) checkKey(await shownValue(board, key), key, request);
    if (
      request.askSecret &&
      !changes.some(({ key }) => key === 'device.secret') &&
      (await shownValue(board, 'device.secret')) === '(not set)'
    ) {
      changes.push({ key: 'device.secret', value: await request.askSecret() });
    }
    if (changes.length === 0) throw new UsageError('nothing to configure: see mite configure --help');
    const restart = await store(board, changes);
    await verify(board, changes);
    for (const { key, value } of changes) say(`  ${key} ${value === undefined ? 'unset' : 'stored'}`);
    if (restart) say('It takes effect when the board restarts: type restart on its console.');
    else if (request.connect > 0) await awaitNode(board, request.connect, say);
  } finally {
    await board.close();
  }
}

/** A setting's value, a secret as '(set)' or '(not set)'; undefined: the board's firmware has no such setting. */
async function shownValue(board: BoardSession, key: string): Promise<unknown> {
  // Text that cannot be a key in any firmware is not sent.
  if (!/^[a-z0-9.-]{1,64}$/i.test(key)) return undefined;
  const reply = await board.ask(`config get ${key}`);
  return reply.ok === true && reply.key === key ? reply.value : undefined;
}

function checkKey(value: unknown, key: string, { insist, fromArguments }: ConfigureRequest): void {
  if (value === undefined) {
    throw new CliError(`the firmware of this board has no setting ${key}; nothing was changed`);
  }
  const secret = value === '(set)' || value === '(not set)';
  if (secret && fromArguments.has(key) && !insist) {
    throw new UsageError(
      `${key} is a secret, and every user of this machine can read the command line: use --secret-file, ` +
        '--secret-env, --secret-stdin or --secret-prompt (or --insist)',
    );
  }
}

/** A word of the console's grammar. @throws UsageError for what no setting can hold. */
export function quote(key: string, value: string): string {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) throw new UsageError(`${key}: must be printable ASCII characters`);
  }
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** @returns whether a restart is needed. */
async function store(board: BoardSession, changes: readonly Change[]): Promise<boolean> {
  const lines = changes.map(({ key, value }) =>
    value === undefined ? `config unset ${key}` : `config set ${key} ${quote(key, value)}`,
  );
  await board.run('config begin', 'config begin');
  try {
    for (const [i, line] of lines.entries()) await board.run(line, `${changes[i]!.key} was refused`);
  } catch (error) {
    await board.ask('config abort').catch(() => {});
    if (error instanceof CliError) throw new CliError(`${error.message}; nothing was changed`);
    throw error;
  }
  const reply = await board.run('config commit', 'the board could not store it');
  return reply.needsRestart === true;
}

/** Reads back what was sent. */
async function verify(board: BoardSession, changes: readonly Change[]): Promise<void> {
  for (const { key, value } of changes) {
    if (value === undefined) continue;
    const stored = await shownValue(board, key);
    const same =
      stored === '(set)' ||
      String(stored) === value ||
      (typeof stored === 'boolean' && stored === ['true', 'on', 'yes'].includes(value));
    if (!same) throw new CliError(`${key} was sent, but the board now has another value`);
  }
}

async function awaitNode(board: BoardSession, seconds: number, say: (line: string) => void): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const status = await board.run('status', 'status');
    if (status.connected === true) {
      say(`connected to ${shown(String(status.node))} as ${shown(String(status.device))}`);
      return;
    }
    const missing = Array.isArray(status.missing) ? status.missing.map(String) : [];
    if (missing.length > 0) {
      say(`The board still needs ${shown(missing.join(', '))}.`);
      return;
    }
    if (Date.now() >= deadline) {
      const reason = shown(String(status.lastError ?? '')) || 'it does not say why';
      throw new CliError(`the settings are stored, but the board has not reached its node yet: ${reason}`);
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
}
