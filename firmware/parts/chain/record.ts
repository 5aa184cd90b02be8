/**
 * The chain as it is stored: three points, 360 bytes, little-endian.
 *
 *   0    4   magic "MCH1"
 *   4    1   network, by its place in NETWORK_ORDER
 *   5    4   height of the checkpoint, and
 *   9    8   the first bytes of its hash: another checkpoint means another record
 *  17  113*3 anchor, middle, tip: height (4), hash (32), work (16), nBits (4), periodTime (4), periodBits (4),
 *            realBits (4), count of times (1), 11 times (4 each, the unused ones 0)
 *  356   4   CRC-32 (ISO-HDLC) of everything before
 *
 * Anything else counts as absent: the board begins at its checkpoint again.
 */
import { equalBytes } from '../../domain/bytes.js';
import { MEDIAN_TIME_SPAN } from '../../domain/chain.js';
import type { ChainPoint } from '../../domain/chain-point.js';
import { crc32 } from '../../domain/crc32.js';
import type { Checkpoint, NetworkName, NetworkRules } from '../../domain/networks.js';
import { compactToTarget } from '../../domain/target.js';

export interface ChainRecord {
  readonly anchor: ChainPoint;
  readonly middle: ChainPoint;
  readonly tip: ChainPoint;
}

const NETWORK_ORDER: readonly NetworkName[] = ['mainnet', 'testnet4', 'signet', 'regtest', 'devnet'];
const MAGIC = 0x3148434d;
const HEAD = 17;
const POINT = 113;
export const RECORD_LENGTH = HEAD + 3 * POINT + 4;
const WORK_LIMIT = 1n << 128n;

export function encodeRecord(rules: NetworkRules, checkpoint: Checkpoint, record: ChainRecord): Uint8Array {
  const bytes = new Uint8Array(RECORD_LENGTH);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  bytes[4] = NETWORK_ORDER.indexOf(rules.name);
  view.setUint32(5, checkpoint.height, true);
  bytes.set(checkpoint.hash.subarray(0, 8), 9);
  let at = HEAD;
  for (const point of [record.anchor, record.middle, record.tip]) {
    writePoint(view, at, point);
    at += POINT;
  }
  view.setUint32(at, crc32(bytes, at), true);
  return bytes;
}

function writePoint(view: DataView, at: number, point: ChainPoint): void {
  if (point.work >= WORK_LIMIT) throw new RangeError('chain work beyond 128 bits');
  view.setUint32(at, point.height, true);
  for (let i = 0; i < 32; i++) view.setUint8(at + 4 + i, point.hash[i]!);
  view.setBigUint64(at + 36, BigInt.asUintN(64, point.work), true);
  view.setBigUint64(at + 44, point.work >> 64n, true);
  view.setUint32(at + 52, point.nBits, true);
  view.setUint32(at + 56, point.periodTime, true);
  view.setUint32(at + 60, point.periodBits, true);
  view.setUint32(at + 64, point.realBits, true);
  view.setUint8(at + 68, point.times.length);
  for (let i = 0; i < point.times.length; i++) view.setUint32(at + 69 + 4 * i, point.times[i]!, true);
}

/** Never throws. Undefined when it is damaged, or for another network or checkpoint. */
export function decodeRecord(
  rules: NetworkRules,
  checkpoint: Checkpoint,
  bytes: Uint8Array,
): ChainRecord | undefined {
  if (bytes.length !== RECORD_LENGTH) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, RECORD_LENGTH);
  const end = RECORD_LENGTH - 4;
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(end, true) !== crc32(bytes, end)) return undefined;
  if (NETWORK_ORDER[bytes[4]!] !== rules.name || view.getUint32(5, true) !== checkpoint.height)
    return undefined;
  if (!equalBytes(bytes.subarray(9, 17), checkpoint.hash.subarray(0, 8))) return undefined;
  const anchor = readPoint(bytes, view, HEAD);
  const middle = readPoint(bytes, view, HEAD + POINT);
  const tip = readPoint(bytes, view, HEAD + 2 * POINT);
  if (anchor === undefined || middle === undefined || tip === undefined) return undefined;
  if (anchor.height > middle.height || middle.height > tip.height) return undefined;
  for (const { nBits, periodBits, realBits } of [anchor, middle, tip])
    if (![nBits, periodBits, realBits].every(bits => isTarget(bits, rules.powLimit))) return undefined;
  return { anchor, middle, tip };
}

function readPoint(bytes: Uint8Array, view: DataView, at: number): ChainPoint | undefined {
  const count = bytes[at + 68]!;
  if (count < 1 || count > MEDIAN_TIME_SPAN) return undefined;
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push(view.getUint32(at + 69 + 4 * i, true));
  return {
    height: view.getUint32(at, true),
    hash: bytes.slice(at + 4, at + 36),
    work: (view.getBigUint64(at + 44, true) << 64n) | view.getBigUint64(at + 36, true),
    times,
    nBits: view.getUint32(at + 52, true),
    periodTime: view.getUint32(at + 56, true),
    periodBits: view.getUint32(at + 60, true),
    realBits: view.getUint32(at + 64, true),
  };
}

/** What the next header's nBits are computed from. */
function isTarget(nBits: number, powLimit: bigint): boolean {
  try {
    return compactToTarget(nBits) <= powLimit;
  } catch {
    return false;
  }
}
