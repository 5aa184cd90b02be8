/**
 * User and password for the RPC node, read from their file each time they are needed: bitcoind makes a new cookie at
 * each start. They are never logged or thrown.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { problemOf } from '../../../programs/problems.js';
import { RpcFailure } from './failure.js';

export type Credentials =
  /** bitcoind's own: one line, `__cookie__:HEX`. */
  | { readonly kind: 'cookie'; readonly file: string }
  /** The file holds the password alone. */
  | { readonly kind: 'user'; readonly user: string; readonly passwordFile: string };

/** No cookie or password is longer; a wrong file is not read whole. */
const MAX_BYTES = 4_096;

function firstLine(file: string, what: string): string {
  const bytes = Buffer.alloc(MAX_BYTES + 1);
  let length: number;
  try {
    const handle = openSync(file, 'r');
    try {
      length = readSync(handle, bytes);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new RpcFailure('credentials', `${what} ${file}: ${problemOf(error)}`);
  }
  const text = bytes.toString('utf8', 0, length).replace(/\r?\n$/, '');
  if (length === 0) throw new RpcFailure('credentials', `${what} ${file}: it is empty`);
  if (length > MAX_BYTES || /[\r\n\0]/.test(text))
    throw new RpcFailure('credentials', `${what} ${file}: it is not one line`);
  return text;
}

/** The value of HTTP's Authorization header. @throws RpcFailure `credentials` when the file cannot be used */
export function authorization(credentials: Credentials): string {
  let pair: string;
  if (credentials.kind === 'cookie') {
    pair = firstLine(credentials.file, 'cookie file');
    if (!pair.includes(':'))
      throw new RpcFailure('credentials', `cookie file ${credentials.file}: it is no cookie`);
  } else {
    pair = `${credentials.user}:${firstLine(credentials.passwordFile, 'password file')}`;
  }
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
