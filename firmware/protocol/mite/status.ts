/** status: a board's state and counters, every status.interval seconds and on a change of state. And `online`. */
import { FormatError } from '../../domain/bytes.js';
import { BOOT_ID } from './hello.js';
import { checkedBy, encodeJson, JsonFields } from './json.js';
import { MAX_JSON, PROTOCOL_VERSION, UINT32_MAX } from './limits.js';

export const BOARD_STATES = ['connecting', 'waiting', 'mining', 'paused', 'fault'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

export const PAYOUT_CHECKS = ['ok', 'off', 'warn', 'refused', 'unknown'] as const;
export type PayoutCheck = (typeof PAYOUT_CHECKS)[number];

const HOLDERS = { test: (text: string): boolean => /^[a-z,]{1,64}$/.test(text) };
const CHAIN = { test: (text: string): boolean => /^[a-z]{1,16}$/.test(text) };
const REASON = { test: (text: string): boolean => /^[a-z-]{1,32}$/.test(text) };
const DOING = { test: (text: string): boolean => /^[a-z-]{1,16}$/.test(text) };
const RESET = { test: (text: string): boolean => /^[a-z]{1,16}$/.test(text) };

/** Counters run from boot and never go back; all are exact integers, 0 to 2^53 - 1 unless stated otherwise. */
export interface BoardStatus {
  readonly state: BoardState;
  /** Why, when `state` is 'fault': 1 to 128 printable ASCII characters. */
  readonly fault?: string | undefined;
  /** As in hello. */
  readonly boot: string;
  /** Seconds since boot, uint32. */
  readonly uptime: number;
  /** Hashes a second, measured. */
  readonly rate: number;
  readonly hashes: number;
  /** Searcher threads, 0 to 64. */
  readonly threads: number;
  /** Current job and its height, uint32; both or neither. */
  readonly jobId?: number | undefined;
  readonly height?: number | undefined;
  /** Candidates from the searcher that passed the board's own check. */
  readonly found: number;
  /** Shares by their results: accepted (blocks included), blocks, rejected (all other codes). */
  readonly accepted: number;
  readonly blocks: number;
  readonly rejected: number;
  /** Found, but dropped by the board before a result: their job was replaced, or the queue was full. */
  readonly dropped: number;
  /** Found shares waiting for their result. */
  readonly queued: number;
  /** Candidates that failed the board's own check: the kernel or the chip is wrong. */
  readonly mismatches: number;
  /** Candidates the searcher's mailbox lost. */
  readonly lost: number;
  /** Connections made to the broker. */
  readonly connects: number;
  /** Engine heap in bytes: in use, highest, and the bound (0: none). */
  readonly slotBytes: number;
  readonly slotPeak: number;
  readonly chunkBytes: number;
  readonly chunkPeak: number;
  readonly heapLimit: number;
  /** Signal of the board's Wi-Fi in dBm, -128 to 0. */
  readonly rssi?: number | undefined;
  /** Percent of the time that it may search, 1 to 100. */
  readonly budget?: number | undefined;
  /** What holds it, 1 to 64 of a-z and ",": 'pin,temperature'. Absent while nothing does. */
  readonly pausedBy?: string | undefined;
  /** Of the chip, degrees Celsius, -99 to 999. */
  readonly temperature?: number | undefined;
  /** Why this boot happened, 1 to 16 of a-z: 'power', 'watchdog', ... */
  readonly reset?: string | undefined;
  /** With reset 'heap': what the board was at when its memory ran out, 1 to 16 of a-z and "-": a kind of message, usually. */
  readonly doing?: string | undefined;
  /** Boots in a row that ended so, uint32; from three on the board stays away for a while after each. Absent when 0. */
  readonly heapEnds?: number | undefined;
  /** Writes to flash since boot, uint32. */
  readonly flashWrites?: number | undefined;
  /** How far the board's own header chain is, 1 to 16 of a-z: 'starting', 'syncing', 'verified', 'refused', 'pool'. */
  readonly chain?: string | undefined;
  /** Verified height, uint32. */
  readonly tip?: number | undefined;
  /** Why it does not work for its node, 1 to 32 of a-z and "-" (domain/refusal.ts). Absent while it does. */
  readonly refused?: string | undefined;
  /** Headers and jobs refused, uint32. */
  readonly refusals?: number | undefined;
  /** Transactions judged, uint32. */
  readonly judged?: number | undefined;
  /** Whether the newest job pays the owner as demanded; 'off' when no address is set. */
  readonly payoutCheck?: PayoutCheck | undefined;
  /** Of a chip, uint32, in bytes: its C heap (free, the least since boot, the largest block) ... */
  readonly freeHeap?: number | undefined;
  readonly minFreeHeap?: number | undefined;
  readonly largestFree?: number | undefined;
  /** ... and the least that a task of this kind has left of its stack. */
  readonly stackMachine?: number | undefined;
  readonly stackSearch?: number | undefined;
  readonly stackLink?: number | undefined;
}

const MEMORY = [
  'freeHeap',
  'minFreeHeap',
  'largestFree',
  'stackMachine',
  'stackSearch',
  'stackLink',
] as const;

const COUNTERS = [
  'rate',
  'hashes',
  'found',
  'accepted',
  'blocks',
  'rejected',
  'dropped',
  'queued',
  'mismatches',
  'lost',
  'connects',
  'slotBytes',
  'slotPeak',
  'chunkBytes',
  'chunkPeak',
  'heapLimit',
] as const;
type Counters = { [name in (typeof COUNTERS)[number]]: number };

/** What a chip has left is left out where the message would be too long. @throws RangeError on a field outside its bounds. */
export function encodeStatus(status: BoardStatus): Uint8Array {
  const fields: { [name: string]: unknown } = {
    v: PROTOCOL_VERSION,
    state: status.state,
    fault: status.fault, // JSON.stringify leaves undefined out
    boot: status.boot,
    uptime: status.uptime,
    threads: status.threads,
    jobId: status.jobId,
    height: status.height,
    rssi: status.rssi,
    budget: status.budget,
    pausedBy: status.pausedBy,
    temperature: status.temperature,
    reset: status.reset,
    doing: status.doing,
    heapEnds: status.heapEnds,
    flashWrites: status.flashWrites,
    chain: status.chain,
    tip: status.tip,
    refused: status.refused,
    refusals: status.refusals,
    judged: status.judged,
    payoutCheck: status.payoutCheck,
  };
  for (const name of COUNTERS) fields[name] = status[name];
  const all = { ...fields };
  for (const name of MEMORY) all[name] = status[name];
  // Only a board that says everything else at its longest has no room for them.
  const fits = JSON.stringify(all).length <= MAX_JSON;
  return checkedBy(decodeStatus, encodeJson(fits ? all : fields));
}

/** @throws FormatError on anything that is not a status. */
export function decodeStatus(bytes: Uint8Array): BoardStatus {
  const fields = new JsonFields(bytes, 'status');
  const state = fields.oneOf('state', BOARD_STATES);
  if (fields.has('fault') !== (state === 'fault'))
    throw new FormatError('status.fault: goes with state "fault"');
  if (fields.has('jobId') !== fields.has('height')) throw new FormatError('status.height: goes with jobId');
  const counters = {} as Counters;
  for (const name of COUNTERS) counters[name] = fields.integer(name, 0, Number.MAX_SAFE_INTEGER);
  const memory: { [name in (typeof MEMORY)[number]]?: number } = {};
  for (const name of MEMORY) if (fields.has(name)) memory[name] = fields.integer(name, 0, UINT32_MAX);
  return {
    state,
    ...(state === 'fault' && { fault: fields.text('fault') }),
    boot: fields.string('boot', BOOT_ID),
    uptime: fields.integer('uptime', 0, UINT32_MAX),
    threads: fields.integer('threads', 0, 64),
    ...(fields.has('jobId') && {
      jobId: fields.integer('jobId', 0, UINT32_MAX),
      height: fields.integer('height', 0, UINT32_MAX),
    }),
    ...counters,
    ...(fields.has('rssi') && { rssi: fields.integer('rssi', -128, 0) }),
    ...(fields.has('budget') && { budget: fields.integer('budget', 1, 100) }),
    ...(fields.has('pausedBy') && { pausedBy: fields.string('pausedBy', HOLDERS) }),
    ...(fields.has('temperature') && { temperature: fields.integer('temperature', -99, 999) }),
    ...(fields.has('reset') && { reset: fields.string('reset', RESET) }),
    ...(fields.has('doing') && { doing: fields.string('doing', DOING) }),
    ...(fields.has('heapEnds') && { heapEnds: fields.integer('heapEnds', 0, UINT32_MAX) }),
    ...(fields.has('flashWrites') && { flashWrites: fields.integer('flashWrites', 0, UINT32_MAX) }),
    ...(fields.has('chain') && { chain: fields.string('chain', CHAIN) }),
    ...(fields.has('tip') && { tip: fields.integer('tip', 0, UINT32_MAX) }),
    ...(fields.has('refused') && { refused: fields.string('refused', REASON) }),
    ...(fields.has('refusals') && { refusals: fields.integer('refusals', 0, UINT32_MAX) }),
    ...(fields.has('judged') && { judged: fields.integer('judged', 0, UINT32_MAX) }),
    ...(fields.has('payoutCheck') && { payoutCheck: fields.oneOf('payoutCheck', PAYOUT_CHECKS) }),
    ...memory,
  };
}

/** Payload of the retained `online` topic: "1", or "0" (also the will). */
export function encodeOnline(online: boolean): Uint8Array {
  return new Uint8Array([online ? 0x31 : 0x30]);
}

/** @throws FormatError unless the payload is "1" or "0". */
export function decodeOnline(bytes: Uint8Array): boolean {
  if (bytes.length !== 1 || (bytes[0] !== 0x30 && bytes[0] !== 0x31))
    throw new FormatError('online: not "0" or "1"');
  return bytes[0] === 0x31;
}
