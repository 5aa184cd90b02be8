/**
 * What a server's TLS records must be before the SDK's client may see them. The SDK's own stack (8.2.3) takes messages
 * in any order, more than one certificate, and a key exchange whose hash or signature it does not know, unsigned: a
 * pinned certificate alone would prove nothing. This leaves one way: TLS 1.2 (RFC 5246, section 7.3), ECDHE_ECDSA with
 * AES-128-GCM (RFC 5289), P-256, SHA-256. The SDK checks the signature itself.
 */

/** Of the order of P-256's base point: r and s of a signature are below it. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const MAX_MESSAGE = 4096;
/** ServerHello, Certificate, ServerKeyExchange, ServerHelloDone. */
const MESSAGES = [2, 11, 12, 14];
const SIGNED = MESSAGES.length;
const CHANGED = SIGNED + 1;
const FINISHED = CHANGED + 1;
/** Header, explicit nonce, the message, tag. */
const FINISHED_BYTES = 5 + 8 + 16 + 16;

/** Header of a record, and the most that may follow it: 2^14 and what encryption adds (RFC 5246, 6.2.3). */
export const RECORD_HEADER = 5;
export const MAX_RECORD = 16_384 + 256;

/** A DER INTEGER in 1..ORDER-1: the offset after it, or -1. The SDK checks no range. */
function scalarEnd(bytes: Uint8Array, at: number): number {
  const length = bytes[at + 1] ?? 0;
  const end = at + 2 + length;
  if (bytes[at] !== 2 || length < 1 || length > 33 || end > bytes.length || bytes[at + 2]! & 0x80) return -1;
  let value = 0n;
  for (let i = at + 2; i < end; i++) value = (value << 8n) | BigInt(bytes[i]!);
  return value > 0n && value < ORDER ? end : -1;
}

function serverHello(body: Uint8Array): string | undefined {
  const suite = 35 + (body[34] ?? 0);
  const right =
    body[0] === 3 &&
    body[1] === 3 &&
    body[suite] === 0xc0 &&
    body[suite + 1] === 0x2b &&
    body[suite + 2] === 0;
  return right ? undefined : 'no common cipher';
}

/** Named curve P-256, an uncompressed point, SHA-256 with ECDSA, a SEQUENCE of r and s. */
function keyExchange(body: Uint8Array): string | undefined {
  if (body[0] !== 3 || body[1] !== 0 || body[2] !== 23 || body[3] !== 65 || body[4] !== 4)
    return 'another key exchange';
  if (body[69] !== 4 || body[70] !== 3) return 'the key exchange is not signed';
  if (
    ((body[71]! << 8) | body[72]!) !== body.length - 73 ||
    body[73] !== 0x30 ||
    body[74] !== body.length - 75
  )
    return 'malformed signature';
  const s = scalarEnd(body, 75);
  return s > 0 && scalarEnd(body, s) === body.length ? undefined : 'malformed signature';
}

export class TlsGate {
  readonly #certificate: (der: Uint8Array) => string | undefined;
  #step = 0;

  /** @param certificate what is wrong with the server's certificate (DER), or undefined */
  constructor(certificate: (der: Uint8Array) => string | undefined) {
    this.#certificate = certificate;
  }

  /** One whole record from the server, with its header. @returns undefined when it may pass, else why not */
  record(record: Uint8Array): string | undefined {
    const type = record[0];
    if (record.length <= RECORD_HEADER || record[1] !== 3 || record[2] !== 3) return 'wrong version number';
    if (type === 21) return undefined; // an alert ends the session
    if (this.#step === FINISHED) return type === 23 ? undefined : 'unexpected record';
    if (this.#step === SIGNED) {
      if (type !== 20 || record.length !== 6 || record[5] !== 1) return 'unexpected record';
      this.#step = CHANGED;
      return undefined;
    }
    if (type !== 22) return 'unexpected record';
    if (this.#step === CHANGED) {
      this.#step = FINISHED;
      return record.length === FINISHED_BYTES ? undefined : 'malformed Finished';
    }
    return this.#messages(record.subarray(RECORD_HEADER));
  }

  /** Whole messages only: the SDK's client does not reassemble parts. */
  #messages(bytes: Uint8Array): string | undefined {
    let rest = bytes;
    while (rest.length > 0) {
      const length = ((rest[1] ?? 0) << 16) | ((rest[2] ?? 0) << 8) | (rest[3] ?? 0);
      if (rest.length < 4 || length > MAX_MESSAGE || 4 + length > rest.length) return 'a split message';
      if (this.#step >= SIGNED || rest[0] !== MESSAGES[this.#step]) return 'unexpected message';
      const problem = this.#message(rest[0]!, rest.subarray(4, 4 + length));
      if (problem !== undefined) return problem;
      this.#step++;
      rest = rest.subarray(4 + length);
    }
    return undefined;
  }

  #message(type: number, body: Uint8Array): string | undefined {
    if (type === 2) return serverHello(body);
    if (type === 12) return keyExchange(body);
    if (type === 14) return body.length === 0 ? undefined : 'malformed message';
    const length = ((body[3] ?? 0) << 16) | ((body[4] ?? 0) << 8) | (body[5] ?? 0);
    if (length === 0 || 6 + length > body.length) return 'the server has shown no certificate';
    return this.#certificate(body.subarray(6, 6 + length));
  }
}
