/** SHA-256 (FIPS 180-4): constants and functions for values known when the listing is generated. */

export const K: readonly number[] = primes(64).map(prime => fraction(Math.cbrt(prime), prime, 3n));
export const IV: readonly number[] = primes(8).map(prime => fraction(Math.sqrt(prime), prime, 2n));
export const PAD = 0x80000000;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every(prime => n % prime !== 0)) found.push(n);
  return found;
}

/** The first 32 bits of the fraction of a root, exactly. */
function fraction(guess: number, prime: number, degree: bigint): number {
  const scaled = BigInt(prime) << (32n * degree);
  let root = BigInt(Math.floor(guess * 2 ** 32));
  while (root ** degree > scaled) root--;
  while ((root + 1n) ** degree <= scaled) root++;
  return Number(root & 0xffffffffn);
}

const ror = (x: number, n: number) => ((x >>> n) | (x << (32 - n))) >>> 0;
export const s0 = (x: number): number => (ror(x, 7) ^ ror(x, 18) ^ (x >>> 3)) >>> 0;
export const s1 = (x: number): number => (ror(x, 17) ^ ror(x, 19) ^ (x >>> 10)) >>> 0;
export const S0 = (x: number): number => (ror(x, 2) ^ ror(x, 13) ^ ror(x, 22)) >>> 0;
export const S1 = (x: number): number => (ror(x, 6) ^ ror(x, 11) ^ ror(x, 25)) >>> 0;
export const sum = (...words: number[]): number => words.reduce((total, word) => (total + word) >>> 0, 0);
