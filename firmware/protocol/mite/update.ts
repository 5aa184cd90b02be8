/**
 * Firmware updates (docs/protocol.md, "Updates"): the node announces an image (update), the board fetches it piece by
 * piece (fetch, chunk) and says what became of it (outcome).
 */
import { ByteWriter, hexToBytes } from '../../domain/bytes.js';
import { encodeUtf8 } from '../utf8.js';
import { assertField, beginMessage, openMessage, readField, requireZero } from './binary.js';
import { checkedBy, encodeJson, JsonFields } from './json.js';
import { PROTOCOL_VERSION, UINT32_MAX } from './limits.js';

/** Bytes of the image in one chunk. */
export const MAX_CHUNK = 4096;
/** Bytes of an image. */
export const MAX_IMAGE = 16 * 1024 * 1024;

/** What is signed: which image, for which board, as which version. */
export interface ImageManifest {
  /** Name of the board that it is for: [a-z0-9_-]{1,32}. */
  readonly board: string;
  /** See version.ts: 1 to 32 of [A-Za-z0-9._+-]. */
  readonly version: string;
  /** Anti-rollback number, a uint32: a board never goes back below one that it has confirmed. */
  readonly security: number;
  /** Bytes, 1 to MAX_IMAGE. */
  readonly size: number;
  /** SHA-256 of the image, 64 lower-case hex digits. */
  readonly sha256: string;
}

export interface Announcement extends ImageManifest {
  /** uint32, chosen by the node; fetch, chunk and outcome carry it. */
  readonly id: number;
  /** ECDSA P-256 of `signedBytes`, hashed with SHA-256: r and s, 128 hex digits. Absent: not signed. */
  readonly signature?: string | undefined;
}

/** Board to node: send me these bytes of the image. */
export interface Fetch {
  readonly id: number;
  readonly offset: number;
  /** 1 to MAX_CHUNK. */
  readonly length: number;
}

/** Node to board: bytes of the image. */
export interface Chunk {
  readonly id: number;
  readonly offset: number;
  /** 1 to MAX_CHUNK. */
  readonly bytes: Uint8Array;
}

export const OUTCOMES = ['waiting', 'loading', 'refused', 'restarting', 'confirmed', 'rolledback'] as const;
export type OutcomeState = (typeof OUTCOMES)[number];

/** Board to node: what became of an announced image. */
export interface Outcome {
  /** Of the announcement; 0 if the board has rebooted since (confirmed, rolledback). */
  readonly id: number;
  /** Of the image. */
  readonly version: string;
  readonly state: OutcomeState;
  /** Why, with refused and rolledback: 1 to 128 printable ASCII characters. */
  readonly error?: string | undefined;
}

const BOARD = { test: (text: string): boolean => /^[a-z0-9_-]{1,32}$/.test(text) };
const VERSION = { test: (text: string): boolean => /^[A-Za-z0-9._+-]{1,32}$/.test(text) };
const SHA256 = { test: (text: string): boolean => /^[0-9a-f]{64}$/.test(text) };
const SIGNATURE = { test: (text: string): boolean => /^[0-9a-f]{128}$/.test(text) };
/** Distinguishes these signatures from any other use of the key. */
const MAGIC = 'mite-update-1';
/** Version, type, two reserved, id, offset, length. */
const CHUNK_HEADER = 14;

/** The bytes that an image's signature covers: magic, board and version with their lengths, security, size, hash. */
export function signedBytes({ board, version, security, size, sha256 }: ImageManifest): Uint8Array {
  const writer = new ByteWriter(128);
  for (const text of [MAGIC, board, version]) {
    const bytes = encodeUtf8(text);
    writer.u8(bytes.length);
    writer.bytes(bytes);
  }
  writer.u32(security);
  writer.u32(size);
  writer.bytes(hexToBytes(sha256));
  return writer.toBytes();
}

/** @throws FormatError on a field outside its bounds. */
function readManifest(fields: JsonFields): ImageManifest {
  return {
    board: fields.string('board', BOARD),
    version: fields.string('version', VERSION),
    security: fields.integer('security', 0, UINT32_MAX),
    size: fields.integer('size', 1, MAX_IMAGE),
    sha256: fields.string('sha256', SHA256),
  };
}

/** @throws RangeError on a field outside its bounds. */
export function encodeAnnouncement(announcement: Announcement): Uint8Array {
  const { id, board, version, security, size, sha256, signature } = announcement;
  return checkedBy(
    decodeAnnouncement,
    encodeJson({ v: PROTOCOL_VERSION, id, board, version, security, size, sha256, signature }),
  );
}

/** @throws FormatError on anything that is not an announcement. */
export function decodeAnnouncement(bytes: Uint8Array): Announcement {
  const fields = new JsonFields(bytes, 'update');
  const announcement = { id: fields.integer('id', 0, UINT32_MAX), ...readManifest(fields) };
  return fields.has('signature')
    ? { ...announcement, signature: fields.string('signature', SIGNATURE) }
    : announcement;
}

/** @throws RangeError on a field outside its bounds. */
export function encodeFetch({ id, offset, length }: Fetch): Uint8Array {
  return checkedBy(decodeFetch, encodeJson({ v: PROTOCOL_VERSION, id, offset, length }));
}

/** @throws FormatError on anything that is not a fetch. */
export function decodeFetch(bytes: Uint8Array): Fetch {
  const fields = new JsonFields(bytes, 'fetch');
  return {
    id: fields.integer('id', 0, UINT32_MAX),
    offset: fields.integer('offset', 0, MAX_IMAGE - 1),
    length: fields.integer('length', 1, MAX_CHUNK),
  };
}

/** @throws TypeError | RangeError on a field outside its bounds. */
export function encodeChunk({ id, offset, bytes }: Chunk): Uint8Array {
  assertField(bytes, 1, MAX_CHUNK, 'chunk.bytes');
  const writer = beginMessage('chunk');
  writer.u16(0);
  writer.u32(id);
  writer.u32(offset);
  writer.u16(bytes.length);
  writer.bytes(bytes);
  return writer.toBytes();
}

/** @throws FormatError on anything that is not a chunk. */
export function decodeChunk(bytes: Uint8Array): Chunk {
  const reader = openMessage(bytes, 'chunk', CHUNK_HEADER + 1, CHUNK_HEADER + MAX_CHUNK);
  requireZero(reader.u16(), 'chunk');
  const id = reader.u32();
  const offset = reader.u32();
  const data = readField(reader, reader.u16(), 1, MAX_CHUNK, 'chunk.bytes');
  reader.end();
  return { id, offset, bytes: data };
}

/** @throws RangeError on a field outside its bounds. */
export function encodeOutcome({ id, version, state, error }: Outcome): Uint8Array {
  return checkedBy(decodeOutcome, encodeJson({ v: PROTOCOL_VERSION, id, version, state, error }));
}

/** @throws FormatError on anything that is not an outcome. */
export function decodeOutcome(bytes: Uint8Array): Outcome {
  const fields = new JsonFields(bytes, 'outcome');
  const outcome = {
    id: fields.integer('id', 0, UINT32_MAX),
    version: fields.string('version', VERSION),
    state: fields.oneOf('state', OUTCOMES),
  };
  return fields.has('error') ? { ...outcome, error: fields.text('error') } : outcome;
}
