/** SNTP version 4 (RFC 4330): the request and what counts as an answer to it. */

export const SNTP_PORT = 123;
export const SNTP_BYTES = 48;
export const NONCE_BYTES = 8;

/** Leap indicator 0, version 4, mode 3 (client). */
const CLIENT = 0x23;
const SERVER_MODE = 4;
const UNSYNCHRONISED = 3;
const ORIGINATE = 24;
const TRANSMIT = 40;
/** From 1900 to 1970, in seconds. */
const EPOCH = 2_208_988_800;
/** The seconds overflow in February 2036; a first bit of 0 means that they have (section 3). */
const ERA = 4_294_967_296;

/**
 * @param nonce NONCE_BYTES random bytes. They take the place of the client's clock, which it need not tell; a server
 * sends them back, so only someone who has seen the request can answer it.
 */
export function sntpRequest(nonce: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(SNTP_BYTES);
  bytes[0] = CLIENT;
  bytes.set(nonce.subarray(0, NONCE_BYTES), TRANSMIT);
  return bytes;
}

/**
 * @param bytes a received packet
 * @param nonce of the request
 * @returns the server's clock when it answered, in milliseconds since 1970; undefined when this does not answer the
 * request, or the server says that it does not know the time
 */
export function readSntpReply(bytes: Uint8Array, nonce: Uint8Array): number | undefined {
  if (bytes.length < SNTP_BYTES) return undefined;
  const first = bytes[0]!;
  const version = (first >> 3) & 7;
  if ((first & 7) !== SERVER_MODE || version < 3 || version > 4 || first >> 6 === UNSYNCHRONISED)
    return undefined;
  const stratum = bytes[1]!;
  if (stratum === 0 || stratum > 15) return undefined; // 0: go away ("kiss of death")
  for (let i = 0; i < NONCE_BYTES; i++) if (bytes[ORIGINATE + i] !== nonce[i]) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seconds = view.getUint32(TRANSMIT);
  const fraction = view.getUint32(TRANSMIT + 4);
  if (seconds === 0 && fraction === 0) return undefined;
  const since1900 = seconds >= 0x8000_0000 ? seconds : seconds + ERA;
  return (since1900 - EPOCH) * 1000 + Math.floor((fraction * 1000) / ERA);
}
