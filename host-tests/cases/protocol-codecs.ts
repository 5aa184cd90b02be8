/** Every codec of the wire protocol under its name in docs/protocol-vectors.json, and the vectors' value form. */
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import { decodeCommand, decodeReply, encodeCommand, encodeReply } from '../../firmware/protocol/command.js';
import { decodeHeaders, encodeHeaders } from '../../firmware/protocol/headers.js';
import { decodeHello, encodeHello } from '../../firmware/protocol/hello.js';
import { decodeJob, encodeJob } from '../../firmware/protocol/job.js';
import { decodePacket, encodePacket } from '../../firmware/protocol/mqtt/packets.js';
import { decodeResult, decodeShare, encodeResult, encodeShare } from '../../firmware/protocol/share.js';
import { decodeOnline, decodeStatus, encodeOnline, encodeStatus } from '../../firmware/protocol/status.js';
import {
  decodeAnnouncement,
  decodeChunk,
  decodeFetch,
  decodeOutcome,
  encodeAnnouncement,
  encodeChunk,
  encodeFetch,
  encodeOutcome,
} from '../../firmware/protocol/update.js';

export interface Codec {
  readonly encode?: (value: never) => Uint8Array;
  readonly decode?: (bytes: Uint8Array) => unknown;
}

export const CODECS: { readonly [message: string]: Codec } = {
  job: { encode: encodeJob, decode: decodeJob },
  share: { encode: encodeShare, decode: decodeShare },
  result: { encode: encodeResult, decode: decodeResult },
  headers: { encode: encodeHeaders, decode: decodeHeaders },
  hello: { encode: encodeHello, decode: decodeHello },
  status: { encode: encodeStatus, decode: decodeStatus },
  command: { encode: encodeCommand, decode: decodeCommand },
  reply: { encode: encodeReply, decode: decodeReply },
  update: { encode: encodeAnnouncement, decode: decodeAnnouncement },
  fetch: { encode: encodeFetch, decode: decodeFetch },
  chunk: { encode: encodeChunk, decode: decodeChunk },
  outcome: { encode: encodeOutcome, decode: decodeOutcome },
  online: { encode: encodeOnline, decode: decodeOnline },
  'mqtt-client': { encode: encodePacket },
  'mqtt-server': { decode: decodePacket },
};

const BYTE_FIELDS = [
  'previousHash',
  'extranonce1',
  'extranonce2',
  'coinbasePrefix',
  'coinbaseSuffix',
  'merkleBranch',
  'headers',
  'payload',
  'bytes',
  'password',
];

/** A vector's value with its hex fields as bytes. */
export function fromVector(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return BYTE_FIELDS.includes(name) ? hexToBytes(value) : value;
  return mapFields(value, name, fromVector);
}

/** The inverse of `fromVector`. */
export function toVector(value: unknown, name = ''): unknown {
  if (value instanceof Uint8Array) return bytesToHex(value);
  return mapFields(value, name, toVector);
}

function mapFields(value: unknown, name: string, map: (value: unknown, name: string) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(item => map(item, name));
  const fields: { [name: string]: unknown } = {};
  for (const [key, field] of Object.entries(value)) fields[key] = map(field, key);
  return fields;
}
