/**
 * What a Stratum V1 server says, one line each (JSON-RPC in the dialects of the field). Bytes to values; whatever is not
 * understood is a FormatError or a message of the kind `other`, and changes nothing.
 */
import { FormatError } from '../../domain/bytes.js';
import { difficultyToTarget } from '../../domain/difficulty.js';
import { JsonArray } from '../json-array.js';
import { JsonObject } from '../json-scan.js';
import { MAX_DEPTH, MAX_EXTRANONCE1, MAX_EXTRANONCE2, MAX_PARAMETERS, MAX_TEXT, MAX_WAIT } from './limits.js';
import { hex, readJob, type StratumJob, uint32, wrong } from './work.js';

/** A server's own request, to be answered under its id. */
export type RequestId = number | string;

export type ServerMessage =
  /** The answer to the request of this number; answers.ts reads its fields. */
  | { readonly kind: 'answer'; readonly id: number; readonly fields: JsonObject }
  | { readonly kind: 'notify'; readonly job: StratumJob }
  /** The target of the jobs that come after it. */
  | { readonly kind: 'target'; readonly target: bigint; readonly text: string }
  /** For the jobs that come after it. */
  | { readonly kind: 'extranonce'; readonly extranonce: Extranonce }
  | { readonly kind: 'versionMask'; readonly mask: number }
  /** Host and port are undefined where the server says none, or nothing that is one. */
  | {
      readonly kind: 'reconnect';
      readonly host: string | undefined;
      readonly port: number | undefined;
      /** seconds, 0..600 */
      readonly wait: number;
    }
  | { readonly kind: 'show'; readonly text: string }
  | { readonly kind: 'request'; readonly id: RequestId; readonly method: 'version' | 'ping' | 'unknown' }
  /** A notification that this client does not know; or an error that answers nothing. */
  | { readonly kind: 'other'; readonly text: string };

export interface Extranonce {
  /** The server's part, 0 to 16 bytes. */
  readonly extranonce1: Uint8Array;
  /** Bytes of the miner's part, 0 to 16. */
  readonly extranonce2Size: number;
}

/**
 * @param line at most MAX_LINE bytes; it must not change while `fields` of the result are read
 * @throws FormatError on anything that is not one of these messages
 */
export function readServerMessage(line: Uint8Array): ServerMessage {
  const fields = new JsonObject(line, MAX_DEPTH);
  const kind = fields.kind('method');
  if (kind === undefined || kind === 'null') return readAnswer(fields);
  const method = fields.string('method');
  if (method === undefined) throw wrong('method');
  const params = JsonArray.of(fields, 'params', MAX_PARAMETERS);
  switch (method) {
    case 'mining.notify':
      return { kind: 'notify', job: readJob(needed(params)) };
    case 'mining.set_difficulty':
      return readDifficulty(needed(params));
    case 'mining.set_target':
      return readTarget(needed(params));
    case 'mining.set_extranonce':
      return { kind: 'extranonce', extranonce: readExtranonce(needed(params), 0) };
    case 'mining.set_version_mask':
      return { kind: 'versionMask', mask: uint32(needed(params), 0, 'version mask') };
    case 'client.reconnect':
    case 'mining.reconnect':
      return readReconnect(params);
    case 'client.show_message':
      return { kind: 'show', text: printable(params?.string(0) ?? '') };
  }
  const id = requestId(fields);
  if (id === undefined) return { kind: 'other', text: printable(method) };
  const known =
    method === 'client.get_version'
      ? 'version'
      : /^(?:mining|client)\.ping$/.test(method)
        ? 'ping'
        : 'unknown';
  return { kind: 'request', id, method: known };
}

function needed(params: JsonArray | undefined): JsonArray {
  if (params === undefined) throw wrong('params');
  return params;
}

function requestId(fields: JsonObject): RequestId | undefined {
  const text = fields.string('id');
  if (text !== undefined) return text.length <= 32 ? text : undefined;
  const id = fields.number('id');
  return id !== undefined && Number.isSafeInteger(id) ? id : undefined;
}

function readAnswer(fields: JsonObject): ServerMessage {
  if (fields.kind('result') === undefined && fields.kind('error') === undefined) throw wrong('no message');
  const given = requestId(fields);
  const id = typeof given === 'string' && /^\d{1,10}$/.test(given) ? Number(given) : given;
  if (typeof id === 'number') return { kind: 'answer', id, fields };
  return { kind: 'other', text: 'an answer to nothing' };
}

function readDifficulty(params: JsonArray): ServerMessage {
  const text = params.numeral(0) ?? params.string(0) ?? '';
  try {
    return { kind: 'target', target: difficultyToTarget(text), text };
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError(error.message);
    throw error;
  }
}

/** 64 hex digits, the most significant first, as people write targets. */
function readTarget(params: JsonArray): ServerMessage {
  let target = 0n;
  for (const byte of hex(params, 0, 32, 32, 'target')) target = (target << 8n) | BigInt(byte);
  if (target === 0n) throw wrong('a target of zero');
  return { kind: 'target', target, text: '' };
}

/** Two parameters in a row: the server's part in hex and the size of the miner's. @throws FormatError */
export function readExtranonce(params: JsonArray, at: number): Extranonce {
  const extranonce1 = hex(params, at, 0, MAX_EXTRANONCE1, 'extranonce1');
  const size = Number(params.numeral(at + 1));
  if (!Number.isInteger(size) || size < 0 || size > MAX_EXTRANONCE2) throw wrong('size of extranonce2');
  return { extranonce1, extranonce2Size: size };
}

function readReconnect(params: JsonArray | undefined): ServerMessage {
  const host = params?.string(0) ?? '';
  const port = Number(params?.numeral(1) ?? params?.string(1));
  const wait = Number(params?.numeral(2) ?? params?.string(2));
  return {
    kind: 'reconnect',
    host: host === '' ? undefined : printable(host),
    port: Number.isInteger(port) && port > 0 && port <= 0xffff ? port : undefined,
    wait: wait > 0 ? Math.min(Math.ceil(wait), MAX_WAIT) : 0,
  };
}

/** A server's text for a log: one line of printable ASCII, bounded. */
export function printable(text: string): string {
  let result = '';
  for (let i = 0; i < text.length && i < MAX_TEXT; i++) {
    const code = text.charCodeAt(i);
    result += code >= 0x20 && code < 0x7f ? text[i]! : '?';
  }
  return result;
}
