/** Where secrets come from: files, the environment, standard input or a prompt; not the command line. */
import { readFileSync } from 'node:fs';
import { UsageError } from './errors.js';

/** Options of one secret; at most one may be given. */
export interface SecretSource {
  readonly file?: string | undefined;
  readonly env?: string | undefined;
  readonly stdin?: boolean | undefined;
  readonly prompt?: boolean | undefined;
}

const MAX_SECRET = 1024;

/** @returns undefined when no source is given. @throws UsageError */
export async function readSecret(name: string, source: SecretSource): Promise<string | undefined> {
  const given = [source.file, source.env, source.stdin, source.prompt].filter(
    value => value !== undefined && value !== false,
  );
  if (given.length > 1) throw new UsageError(`--${name}-…: give only one of these options`);
  if (source.file !== undefined) return checked(name, fromFile(name, source.file));
  if (source.env !== undefined) {
    const value = process.env[source.env];
    if (value === undefined) throw new UsageError(`--${name}-env: there is no variable ${source.env}`);
    return checked(name, value);
  }
  if (source.stdin) return checked(name, secretOf(name, readFileSync(0)));
  return source.prompt ? checked(name, await promptSecret(`${name}: `)) : undefined;
}

function fromFile(name: string, path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const problem = PROBLEMS[code] ?? `cannot be read: ${code}`;
    throw new UsageError(`--${name}-file: ${path === '' ? 'the empty file name' : path}: ${problem}`);
  }
  return secretOf(name, bytes);
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file (ENOENT)',
  EACCES: 'permission denied (EACCES)',
  EISDIR: 'it is a directory (EISDIR)',
};

/** One line, or what `mite-node device add` prints, including the way some programs on Windows write it. */
function secretOf(name: string, bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  const line = new TextDecoder(encoding).decode(bytes).replace(/\r?\n$/, '');
  const added = name === 'secret' ? /^device {2}[a-z0-9-]+\r?\nsecret {2}(\S+)(?:\r?\n|$)/.exec(line) : null;
  if (added) return added[1]!;
  if (line.includes('\n'))
    throw new UsageError(
      `${name}: must be one line${name === 'secret' ? ', or the output of "mite-node device add"' : ''}`,
    );
  return line;
}

function checked(name: string, value: string): string {
  if (value === '') throw new UsageError(`${name}: it is empty`);
  if (value.length > MAX_SECRET) throw new UsageError(`${name}: it is too long`);
  return value;
}

/** Asks on the terminal without echo. @throws UsageError without a terminal, or on ^C. */
export function promptSecret(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) throw new UsageError(`${prompt}there is no terminal to ask on; use a file or a variable`);
  stderr.write(prompt);
  stdin.setRawMode(true);
  return new Promise((resolve, reject) => {
    let text = '';
    const end = () => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', take);
      stderr.write('\n');
    };
    const take = (bytes: Buffer) => {
      for (const character of bytes.toString('utf8')) {
        if (character === '\r' || character === '\n') {
          end();
          resolve(text);
          return;
        }
        if (character === '\x03' || character === '\x04') {
          end();
          reject(new UsageError('cancelled; nothing was changed'));
          return;
        }
        if (character === '\x7f' || character === '\b') text = text.slice(0, -1);
        else if (character === '\x15') text = '';
        else if (character >= ' ') text += character;
      }
    };
    stdin.on('data', take);
    stdin.resume();
  });
}
