/** A pool's job as `mining.notify` brings it. Hashes are in internal byte order, whatever order the line has. */
import { FormatError } from '../../domain/bytes.js';
import { MAX_MERKLE_DEPTH } from '../../domain/merkle.js';
import type { JsonArray } from '../json-array.js';
import { MAX_COINBASE_PART, MAX_JOB_ID } from './limits.js';

export interface StratumJob {
  /** 1 to 64 characters, the pool's own: a share names it. */
  readonly id: string;
  /** 32 bytes */
  readonly previousHash: Uint8Array;
  /** Of the coinbase without witness, before the two extranonces: 1 to 8,192 bytes. */
  readonly coinbase1: Uint8Array;
  /** And after them: 1 to 8,192 bytes. */
  readonly coinbase2: Uint8Array;
  /** From the coinbase to the merkle root, lowest first: at most 24 of 32 bytes. */
  readonly branch: readonly Uint8Array[];
  /** int32 */
  readonly version: number;
  /** uint32 */
  readonly nBits: number;
  /** uint32 seconds */
  readonly time: number;
  /** Shares for earlier jobs will be refused. */
  readonly clean: boolean;
}

/** @throws FormatError with the field that is wrong */
export function readJob(params: JsonArray): StratumJob {
  const id = params.string(0) ?? params.numeral(0);
  if (id === undefined || id.length === 0 || id.length > MAX_JOB_ID) throw wrong('job id');
  const previousHash = hex(params, 1, 32, 32, 'previous hash');
  swapWords(previousHash);
  const branch: Uint8Array[] = [];
  const nodes = params.array(4, MAX_MERKLE_DEPTH);
  if (nodes === undefined) throw wrong('merkle branch');
  for (let i = 0; i < nodes.length; i++) branch.push(hex(nodes, i, 32, 32, 'merkle branch'));
  return {
    id,
    previousHash,
    coinbase1: hex(params, 2, 1, MAX_COINBASE_PART, 'coinbase1'),
    coinbase2: hex(params, 3, 1, MAX_COINBASE_PART, 'coinbase2'),
    branch,
    version: uint32(params, 5, 'version') | 0,
    nBits: uint32(params, 6, 'nBits'),
    time: uint32(params, 7, 'time'),
    // Left out, or a number, by some.
    clean: params.boolean(8) ?? params.numeral(8) !== '0',
  };
}

export function hex(
  params: JsonArray,
  index: number,
  minimum: number,
  maximum: number,
  what: string,
): Uint8Array {
  const bytes = params.hex(index, maximum);
  if (bytes === undefined || bytes.length < minimum) throw wrong(what);
  return bytes;
}

/** Eight hex digits, the most significant first. */
export function uint32(params: JsonArray, index: number, what: string): number {
  const bytes = hex(params, index, 4, 4, what);
  return new DataView(bytes.buffer).getUint32(0);
}

export function wrong(what: string): FormatError {
  return new FormatError(`stratum: ${what}`);
}

/** A previous hash has each of its eight words byte-swapped on the line. */
function swapWords(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
}
