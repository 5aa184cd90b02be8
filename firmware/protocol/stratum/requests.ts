/** The lines that a client sends. Each ends with LF. */
import { bytesToHex } from '../../domain/bytes.js';
import { BIP320_MASK } from '../../domain/job.js';
import type { RequestId } from './messages.js';

function line(id: number, method: string, params: readonly unknown[]): string {
  return `${JSON.stringify({ id, method, params })}\n`;
}

function word(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** BIP310: asks for all version bits that BIP320 leaves to miners. */
export function configure(id: number): string {
  const options = { 'version-rolling.mask': word(BIP320_MASK), 'version-rolling.min-bit-count': 2 };
  return line(id, 'mining.configure', [['version-rolling'], options]);
}

/** @param session of an earlier connection, to go on with; '' for a new one */
export function subscribe(id: number, agent: string, session: string): string {
  return line(id, 'mining.subscribe', session === '' ? [agent] : [agent, session]);
}

export function subscribeExtranonce(id: number): string {
  return line(id, 'mining.extranonce.subscribe', []);
}

export function authorize(id: number, user: string, password: string): string {
  return line(id, 'mining.authorize', [user, password]);
}

/** @param difficulty a decimal, written as it is: no float ever has part in it */
export function suggestDifficulty(id: number, difficulty: string): string {
  return `{"id":${id},"method":"mining.suggest_difficulty","params":[${difficulty}]}\n`;
}

export interface StratumShare {
  readonly jobId: string;
  /** The miner's part, as long as the server said. */
  readonly extranonce2: Uint8Array;
  /** uint32 */
  readonly time: number;
  /** uint32 */
  readonly nonce: number;
  /** Bits within the negotiated mask (BIP310); undefined where nothing was negotiated: then there is no sixth parameter. */
  readonly versionBits: number | undefined;
}

export function submit(id: number, user: string, share: StratumShare): string {
  const { jobId, extranonce2, time, nonce, versionBits } = share;
  const params = [user, jobId, bytesToHex(extranonce2), word(time), word(nonce)];
  if (versionBits !== undefined) params.push(word(versionBits));
  return line(id, 'mining.submit', params);
}

/** Answers a request of the server. @param result undefined: its method is not known */
export function answer(id: RequestId, result: string | undefined): string {
  const error = result === undefined ? [-3, 'Method not found', null] : null;
  return `${JSON.stringify({ id, result: result ?? null, error })}\n`;
}
