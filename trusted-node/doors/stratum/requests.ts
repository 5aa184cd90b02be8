/** Lines of miners as typed requests. Generous: what several kinds of firmware write in several ways is taken. */
import { z } from 'zod';
import { hexToBytes } from '../../../firmware/domain/bytes.js';
import { difficultyToTarget } from '../../../firmware/domain/difficulty.js';
import { MAX_TARGET } from '../../../firmware/domain/target.js';

/** A request's id as it came, for its answer. */
export type RequestId = string | number | null;

export interface SubmittedShare {
  /** undefined: no id of a job of ours */
  readonly jobId: number | undefined;
  readonly extranonce2: Uint8Array;
  readonly time: number;
  readonly nonce: number;
  /** the bits of the version that were rolled (BIP310), uint32; undefined when the sixth parameter is missing */
  readonly versionBits: number | undefined;
}

export interface Extensions {
  readonly names: readonly string[];
  /** the miner's mask, uint32 */
  readonly mask: number;
  readonly leastTarget: bigint | undefined;
}

export type Request = { readonly id: RequestId } & (
  | {
      readonly kind: 'subscribe';
      readonly agent: string;
      /** the name of an earlier one */
      readonly session: number | undefined;
    }
  | { readonly kind: 'authorize'; readonly user: string; readonly password: string }
  | { readonly kind: 'submit'; readonly share: SubmittedShare | undefined }
  | { readonly kind: 'configure'; readonly extensions: Extensions }
  /** target undefined: nothing that could be a difficulty */
  | { readonly kind: 'suggest'; readonly target: bigint | undefined }
  | { readonly kind: 'subscribe-extranonce' | 'version' | 'ping' }
  /** the answer to something that this side asked */
  | { readonly kind: 'answer' }
  | { readonly kind: 'unknown'; readonly method: string }
  | { readonly kind: 'malformed'; readonly reason: string }
);

const MAX_ID = 64;
const MAX_METHOD = 64;
/** An address has up to 90 characters, and a name follows. */
const MAX_USER = 256;
const MAX_NAMES = 32;

const hex32 = z
  .string()
  .regex(/^(0x)?[0-9a-fA-F]{1,8}$/)
  .transform(text => Number.parseInt(text, 16));
const text = (most: number) => z.string().max(most);

/** A JSON number or its text. @returns undefined for what is no difficulty */
const difficulty = z.union([z.number(), text(80)]).transform((value): bigint | undefined => {
  try {
    return difficultyToTarget(String(value).trim());
  } catch {
    return undefined;
  }
});

const SUBMIT = z
  .tuple([
    text(MAX_USER),
    text(64),
    z
      .string()
      .regex(/^([0-9a-fA-F]{2}){0,32}$/)
      .transform(hexToBytes),
    hex32,
    hex32,
  ])
  .rest(z.unknown());
/** Of a job, or a session: a uint32. */
const NAME = /^[0-9a-fA-F]{1,8}$/;

const AUTHORIZE = z.union([
  z.tuple([text(MAX_USER)]),
  z.tuple([text(MAX_USER), z.union([text(256), z.null()])]).rest(z.unknown()),
]);
const CONFIGURE = z
  .tuple([z.array(text(64)).max(MAX_NAMES)])
  .rest(z.unknown())
  .transform(([names, given]): Extensions => {
    const values = z.record(z.string(), z.unknown()).catch({}).parse(given);
    const mask = hex32.safeParse(values['version-rolling.mask']);
    const least = difficulty.safeParse(values['minimum-difficulty.value']);
    return {
      names,
      mask: mask.success ? mask.data : 0xffff_ffff,
      leastTarget: least.success ? least.data : undefined,
    };
  });

/** A target as 64 hex digits, most significant first. */
function targetOf(value: unknown): bigint | undefined {
  if (typeof value !== 'string' || !/^(0x)?[0-9a-fA-F]{1,64}$/.test(value)) return undefined;
  const target = BigInt(value.startsWith('0x') ? value : `0x${value}`);
  return target > 0n && target <= MAX_TARGET ? target : undefined;
}

function submitted(params: readonly unknown[]): SubmittedShare | undefined {
  const { success, data } = SUBMIT.safeParse(params);
  if (!success) return undefined;
  const [, job, extranonce2, time, nonce, bits] = data;
  const versionBits = bits === undefined || bits === null || bits === '' ? undefined : hex32.safeParse(bits);
  if (versionBits?.success === false) return undefined;
  return {
    jobId: NAME.test(job) ? Number.parseInt(job, 16) : undefined,
    extranonce2,
    time,
    nonce,
    versionBits: versionBits?.data,
  };
}

/** Never throws. @param line at most MAX_LINE bytes */
export function parseRequest(line: string): Request {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, kind: 'malformed', reason: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, kind: 'malformed', reason: 'not a JSON object' };
  const { id: given, method, params: list } = value as { id?: unknown; method?: unknown; params?: unknown };
  const id = isId(given) ? given : null;
  if (method === undefined && ('result' in value || 'error' in value)) return { id, kind: 'answer' };
  if (typeof method !== 'string' || method.length > MAX_METHOD)
    return { id, kind: 'malformed', reason: 'no method' };
  const params = list === undefined || list === null ? [] : list;
  if (!Array.isArray(params)) return { id, kind: 'malformed', reason: 'params are not a list' };
  return { id, ...understood(method, params) };
}

type Understood = Request extends infer R ? (R extends { id: RequestId } ? Omit<R, 'id'> : never) : never;

function understood(method: string, params: readonly unknown[]): Understood {
  switch (method) {
    case 'mining.subscribe': {
      const [agent, before] = params;
      return {
        kind: 'subscribe',
        agent: typeof agent === 'string' ? agent.slice(0, 128) : '',
        session: typeof before === 'string' && NAME.test(before) ? Number.parseInt(before, 16) : undefined,
      };
    }
    case 'mining.authorize': {
      const { success, data } = AUTHORIZE.safeParse(params);
      if (!success) return { kind: 'malformed', reason: 'authorize wants a user name and a password' };
      return { kind: 'authorize', user: data[0], password: data[1] ?? '' };
    }
    case 'mining.submit':
      return { kind: 'submit', share: submitted(params) };
    case 'mining.configure': {
      const { success, data } = CONFIGURE.safeParse(params);
      if (!success) return { kind: 'malformed', reason: 'configure wants a list of names' };
      return { kind: 'configure', extensions: data };
    }
    case 'mining.suggest_difficulty': {
      const { success, data } = difficulty.safeParse(params[0]);
      return { kind: 'suggest', target: success ? data : undefined };
    }
    case 'mining.suggest_target':
      return { kind: 'suggest', target: targetOf(params[0]) };
    case 'mining.extranonce.subscribe':
      return { kind: 'subscribe-extranonce' };
    case 'client.get_version':
    case 'mining.get_version':
      return { kind: 'version' };
    case 'mining.ping':
    case 'client.ping':
    case 'ping':
      return { kind: 'ping' };
    default:
      return { kind: 'unknown', method };
  }
}

function isId(id: unknown): id is RequestId {
  return (
    id === null ||
    (typeof id === 'string' && id.length <= MAX_ID) ||
    (typeof id === 'number' && Number.isFinite(id))
  );
}
