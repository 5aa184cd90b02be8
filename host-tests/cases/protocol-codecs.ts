/** Every codec of the wire protocol under its name in docs/protocol-vectors.json, and the vectors' value form. */
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import {
  decodeCommand,
  decodeReply,
  encodeCommand,
  encodeReply,
} from '../../firmware/protocol/mite/command.js';
import { decodeGetHeaders, encodeGetHeaders } from '../../firmware/protocol/mite/getheaders.js';
import { decodeHeaders, encodeHeaders } from '../../firmware/protocol/mite/headers.js';
import { decodeHello, encodeHello } from '../../firmware/protocol/mite/hello.js';
import { decodeJob, encodeJob } from '../../firmware/protocol/mite/job.js';
import { decodeOffer, encodeOffer } from '../../firmware/protocol/mite/offer.js';
import {
  decodeGetProof,
  decodeProof,
  encodeGetProof,
  encodeProof,
} from '../../firmware/protocol/mite/proof.js';
import { decodeResult, decodeShare, encodeResult, encodeShare } from '../../firmware/protocol/mite/share.js';
import {
  decodeOnline,
  decodeStatus,
  encodeOnline,
  encodeStatus,
} from '../../firmware/protocol/mite/status.js';
import {
  decodeAnnouncement,
  decodeChunk,
  decodeFetch,
  decodeOutcome,
  encodeAnnouncement,
  encodeChunk,
  encodeFetch,
  encodeOutcome,
} from '../../firmware/protocol/mite/update.js';
import { decodeVerdict, encodeVerdict } from '../../firmware/protocol/mite/verdict.js';
import { decodePacket, encodePacket } from '../../firmware/protocol/mqtt/packets.js';

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
  getheaders: { encode: encodeGetHeaders, decode: decodeGetHeaders },
  offer: { encode: encodeOffer, decode: decodeOffer },
  verdict: { encode: encodeVerdict, decode: decodeVerdict },
  getproof: { encode: encodeGetProof, decode: decodeGetProof },
  proof: { encode: encodeProof, decode: decodeProof },
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
  'spent',
  'raw',
  'txid',
  'wtxid',
  'tipHash',
  'header',
  'branch',
  'proof',
];

/** A verdict's is bytes, an update's is text in the message too. */
function isBytes(name: string, holder: object): boolean {
  return name === 'signature' ? 'wtxid' in holder : BYTE_FIELDS.includes(name);
}

/** A vector's value with its hex fields as bytes, and its satoshi (decimal text, as JSON is not exact) as bigint. */
export function fromVector(value: unknown, name = '', holder: object = {}): unknown {
  if (typeof value !== 'string') return mapFields(value, name, holder, fromVector);
  if (name === 'fees') return BigInt(value);
  return isBytes(name, holder) ? hexToBytes(value) : value;
}

/** The inverse of `fromVector`. */
export function toVector(value: unknown, name = '', holder: object = {}): unknown {
  if (value instanceof Uint8Array) return bytesToHex(value);
  if (typeof value === 'bigint') return value.toString();
  return mapFields(value, name, holder, toVector);
}

function mapFields(
  value: unknown,
  name: string,
  holder: object,
  map: (value: unknown, name: string, holder: object) => unknown,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(item => map(item, name, holder));
  const fields: { [name: string]: unknown } = {};
  for (const [key, field] of Object.entries(value)) fields[key] = map(field, key, value);
  return fields;
}
