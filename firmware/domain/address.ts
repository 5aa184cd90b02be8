/**
 * Addresses and the output scripts they stand for: P2PKH and P2SH in base58check (BIP13), P2WPKH and P2WSH in bech32
 * (BIP173), P2TR in bech32m (BIP350). Other witness programs are refused, although BIP350 lets senders pay to them:
 * nobody can own such an output today. Written here for its size: with @scure/base the board needs 11 KB of flash and
 * 1 KB of RAM more, and the node's addresses go through that library.
 * @module
 */
import { ADDRESS_PREFIXES } from './address-prefixes.js';
import { FormatError } from './bytes.js';
import { sha256d } from './hash.js';
import type { NetworkName } from './networks.js';

export type AddressKind = 'p2pkh' | 'p2sh' | 'p2wpkh' | 'p2wsh' | 'p2tr';

export interface Address {
  readonly kind: AddressKind;
  /** Networks whose addresses have this form, at least one: the test networks share theirs. */
  readonly networks: readonly NetworkName[];
  /** The output script that pays to it. */
  readonly script: Uint8Array;
}

/** BIP173: a bech32 string is at most this long. */
const MAX_ADDRESS = 90;
const CHECKSUM = 6;
/** A version byte, a 20-byte hash, four bytes of checksum. */
const BASE58_BYTES = 25;

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** What a correct checksum leaves: BIP173's 1, BIP350's constant. */
const BECH32_CONSTANT = 1;
const BECH32M_CONSTANT = 0x2bc830a3;

const MISTYPED = 'the address is mistyped: its checksum is wrong';

function networksWhere(fits: (name: NetworkName) => boolean): NetworkName[] {
  return (Object.keys(ADDRESS_PREFIXES) as NetworkName[]).filter(fits);
}

/**
 * @param text up to 90 characters, not trusted
 * @throws FormatError with one clause that does not repeat the text
 */
export function decodeAddress(text: string): Address {
  if (typeof text !== 'string' || text.length === 0 || text.length > MAX_ADDRESS) {
    throw new FormatError('not an address');
  }
  const separator = text.lastIndexOf('1');
  const hrp = separator > 0 ? text.slice(0, separator).toLowerCase() : '';
  const networks = networksWhere(name => ADDRESS_PREFIXES[name].hrp === hrp);
  return networks.length > 0 ? decodeSegwit(text, separator, networks) : decodeBase58(text);
}

/**
 * The output script that pays to an address of this network.
 * @throws FormatError with one clause: not an address, mistyped, or for another network
 */
export function scriptOfAddress(text: string, network: NetworkName): Uint8Array {
  const { networks, script } = decodeAddress(text);
  if (!networks.includes(network)) {
    throw new FormatError(`the address is of ${networks.join(' or ')}, not of ${network}`);
  }
  return script;
}

function decodeBase58(text: string): Address {
  // 25 bytes give no more.
  if (text.length > 35) throw new FormatError('not an address');
  const bytes = new Uint8Array(BASE58_BYTES);
  let zeros = 0;
  for (let i = 0; i < text.length; i++) {
    let carry = BASE58.indexOf(text[i]!);
    if (carry < 0) throw new FormatError('not an address');
    if (carry === 0 && zeros === i) zeros++;
    for (let at = BASE58_BYTES - 1; at >= 0; at--) {
      carry += bytes[at]! * 58;
      bytes[at] = carry & 0xff;
      carry >>>= 8;
    }
    if (carry !== 0) throw new FormatError('not an address');
  }
  // Each leading 1 is a zero byte, so that every byte string has one text.
  let leading = 0;
  while (leading < BASE58_BYTES && bytes[leading] === 0) leading++;
  if (leading !== zeros) throw new FormatError('not an address');
  const body = bytes.subarray(0, BASE58_BYTES - 4);
  const checksum = sha256d(body);
  for (let i = 0; i < 4; i++) if (checksum[i] !== bytes[body.length + i]) throw new FormatError(MISTYPED);

  const version = bytes[0]!;
  const networks = networksWhere(name => ADDRESS_PREFIXES[name].p2pkh === version);
  if (networks.length > 0) {
    const script = new Uint8Array(25); // OP_DUP OP_HASH160 <20> OP_EQUALVERIFY OP_CHECKSIG
    script.set([0x76, 0xa9, 20]);
    script.set(body.subarray(1), 3);
    script.set([0x88, 0xac], 23);
    return { kind: 'p2pkh', networks, script };
  }
  const scriptNetworks = networksWhere(name => ADDRESS_PREFIXES[name].p2sh === version);
  if (scriptNetworks.length === 0) throw new FormatError('an address of an unknown network');
  const script = new Uint8Array(23); // OP_HASH160 <20> OP_EQUAL
  script.set([0xa9, 20]);
  script.set(body.subarray(1), 2);
  script[22] = 0x87;
  return { kind: 'p2sh', networks: scriptNetworks, script };
}

/** One step of the checksum's code (BIP173, "Checksum"). */
function polymod(checksum: number, value: number): number {
  const top = checksum >>> 25;
  let next = ((checksum & 0x1ffffff) << 5) ^ value;
  if (top & 1) next ^= 0x3b6a57b2;
  if (top & 2) next ^= 0x26508e6d;
  if (top & 4) next ^= 0x1ea119fa;
  if (top & 8) next ^= 0x3d4233dd;
  if (top & 16) next ^= 0x2a1462b3;
  return next;
}

function decodeSegwit(text: string, separator: number, networks: readonly NetworkName[]): Address {
  const lower = text.toLowerCase();
  if (lower !== text && text !== text.toUpperCase()) {
    throw new FormatError('the address mixes upper and lower case');
  }
  const count = text.length - separator - 1;
  if (count < CHECKSUM + 1) throw new FormatError('not an address');
  let checksum = 1;
  for (let i = 0; i < separator; i++) checksum = polymod(checksum, lower.charCodeAt(i) >>> 5);
  checksum = polymod(checksum, 0);
  for (let i = 0; i < separator; i++) checksum = polymod(checksum, lower.charCodeAt(i) & 31);
  const values = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const value = BECH32.indexOf(lower[separator + 1 + i]!);
    if (value < 0) throw new FormatError('not an address');
    values[i] = value;
    checksum = polymod(checksum, value);
  }
  const version = values[0]!;
  if (checksum !== (version === 0 ? BECH32_CONSTANT : BECH32M_CONSTANT)) throw new FormatError(MISTYPED);
  const program = programOf(values.subarray(1, count - CHECKSUM));
  const { length } = program;
  const kind =
    version === 0 && length === 20
      ? 'p2wpkh'
      : version === 0 && length === 32
        ? 'p2wsh'
        : version === 1 && length === 32
          ? 'p2tr'
          : undefined;
  if (kind === undefined) throw new FormatError('an address of an unknown kind');
  const script = new Uint8Array(2 + length); // OP_0 or OP_1, and a push of the program
  script[0] = version === 0 ? 0 : 0x51;
  script[1] = length;
  script.set(program, 2);
  return { kind, networks, script };
}

/** Groups of five bits as bytes; what is left over must be fewer than five zero bits. */
function programOf(values: Uint8Array): Uint8Array {
  const program = new Uint8Array((values.length * 5) >>> 3);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    held = ((held << 5) | values[i]!) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      program[at++] = (held >>> bits) & 0xff;
    }
  }
  if (bits >= 5 || (held & ((1 << bits) - 1)) !== 0) throw new FormatError('an address with wrong padding');
  return program;
}
