/** What the door says, one line each. Strict: nothing that a simple firmware could stumble over. */
import { bytesToHex, reverseBytes } from '../../../firmware/domain/bytes.js';
import { compactToDifficulty } from '../../../firmware/domain/difficulty.js';
import type { Job } from '../../../firmware/domain/job.js';
import { ShareCode } from '../../../firmware/domain/share.js';
import type { Extranonce } from '../../ports/work.js';
import type { RequestId } from './requests.js';

/** A refusal's number and text, as pools write them. */
export type Fault = readonly [code: number, text: string];

export const NOT_SUBSCRIBED: Fault = [25, 'Not subscribed'];
export const NOT_AUTHORISED: Fault = [24, 'Unauthorized worker'];

export function other(text: string): Fault {
  return [20, text];
}

const REFUSED: { readonly [code in ShareCode]?: Fault } = {
  [ShareCode.stale]: [21, 'Stale share'],
  [ShareCode.duplicate]: [22, 'Duplicate share'],
  [ShareCode.lowDifficulty]: [23, 'Low difficulty share'],
  [ShareCode.unknownJob]: [21, 'Job not found'],
  [ShareCode.badTime]: other('Time out of range'),
  [ShareCode.badVersion]: other('Version bits outside the mask'),
  [ShareCode.badExtranonce]: other('Wrong length of extranonce2'),
  [ShareCode.malformed]: other('Malformed share'),
  [ShareCode.notAuthorised]: NOT_AUTHORISED,
  [ShareCode.internal]: other('Not stored'),
};

export function shareFault(code: ShareCode): Fault {
  return REFUSED[code] ?? other('Refused');
}

export function answer(id: RequestId, result: unknown): string {
  return `${JSON.stringify({ id, result, error: null })}\n`;
}

export function refusal(id: RequestId, [code, text]: Fault): string {
  return `${JSON.stringify({ id, result: null, error: [code, text, null] })}\n`;
}

function notification(method: string, params: readonly unknown[]): string {
  return `${JSON.stringify({ id: null, method, params })}\n`;
}

export function message(text: string): string {
  return notification('client.show_message', [text]);
}

export function setExtranonce(extranonce1: Uint8Array, extranonce2Length: number): string {
  return notification('mining.set_extranonce', [bytesToHex(extranonce1), extranonce2Length]);
}

/** @param session its number, by which the miner may ask for it again */
export function subscribed(
  id: RequestId,
  session: number,
  { extranonce1, extranonce2Length }: Extranonce,
): string {
  const name = hex32(session);
  const topics = [
    ['mining.set_difficulty', name],
    ['mining.notify', name],
  ];
  return answer(id, [topics, bytesToHex(extranonce1), extranonce2Length]);
}

/** A difficulty as its decimal: JSON's own numbers would get an exponent below 1e-6, which not every parser reads. */
export function setDifficulty(shareBits: number): string {
  return `{"id":null,"method":"mining.set_difficulty","params":[${compactToDifficulty(shareBits)}]}\n`;
}

/**
 * A job. The previous hash is written in words of four bytes, each turned round; all other bytes as they are hashed, and
 * numbers most significant digit first.
 * @param ahead bytes of the coinbase between its first part and the extranonce1 that the miner knows
 */
export function notify(job: Job, ahead: Uint8Array = new Uint8Array()): string {
  return notification('mining.notify', [
    jobName(job.id),
    wordsTurned(job.previousHash),
    bytesToHex(job.coinbasePrefix) + bytesToHex(ahead),
    bytesToHex(job.coinbaseSuffix),
    job.merkleBranch.map(bytesToHex),
    hex32(job.version),
    hex32(job.nBits),
    hex32(job.time),
    job.clean,
  ]);
}

/** A job's id on the wire: digits of a uint32. */
export function jobName(id: number): string {
  return id.toString(16);
}

export function hex32(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

function wordsTurned(hash: Uint8Array): string {
  let words = '';
  for (let at = 0; at < hash.length; at += 4) words += bytesToHex(reverseBytes(hash.subarray(at, at + 4)));
  return words;
}
