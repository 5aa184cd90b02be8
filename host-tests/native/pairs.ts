import { createHash } from 'node:crypto';

// The oracle of conformance_pairs: the same generator (conformance.h), the hashes by node:crypto.

export const PAIRS_PER_GROUP = 64;

const MASK_BITS = [0, 32, 0, 4, 1, 2, 3, 4];
const WORD = (1n << 64n) - 1n;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** The lowest `bits` set bits of a mask, each as a number, the lowest first. */
function lowestBits(mask: number, bits: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < 32 && found.length < bits; i++) if ((mask >>> i) & 1) found.push((1 << i) >>> 0);
  return found;
}

/** The digest, in hex, that a correct program prints for these groups of pairs. */
export function pairsDigest(seed: bigint, groups: number): string {
  let state = seed;
  const random = () => {
    state ^= state >> 12n;
    state ^= (state << 25n) & WORD;
    state ^= state >> 27n;
    return (state * 0x2545f4914f6cdd1dn) & WORD;
  };
  const header = Buffer.alloc(80);
  const chain = Buffer.alloc(32 * (1 + PAIRS_PER_GROUP));
  for (let group = 0; group < groups; group++) {
    for (let i = 0; i < 10; i++) header.writeBigUInt64LE(random(), 8 * i);
    const word = random();
    const rolled = lowestBits(Number(word & 0xffffffffn), MASK_BITS[group % 8]!).slice(0, 4);
    const nonces = PAIRS_PER_GROUP >> rolled.length;
    const first = Number(word >> 32n) | (group % 16 > 7 ? -nonces : 0);
    const own = header.readUInt32LE(0);
    let at = 32;
    for (let nonce = first; nonce < first + nonces; nonce++)
      for (let version = 0; version < 1 << rolled.length; version++) {
        const flipped = rolled.reduce((bits, bit, i) => ((version >> i) & 1 ? bits | bit : bits), 0);
        header.writeUInt32LE((own ^ flipped) >>> 0, 0);
        header.writeUInt32LE(nonce >>> 0, 76);
        sha256(sha256(header)).copy(chain, at);
        at += 32;
      }
    sha256(chain).copy(chain, 0);
  }
  return chain.subarray(0, 32).toString('hex');
}
