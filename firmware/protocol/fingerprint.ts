/** The fingerprint of a certificate: SHA-256 of its DER form, by which a board knows its node. */

const BYTES = 32;
const HEX = '0123456789abcdef';

/**
 * @param text 64 hex digits in either case, plain or as 32 pairs with colons between them (as OpenSSL prints it).
 * @returns 64 lower-case hex digits, or undefined.
 */
export function parseFingerprint(text: string): string | undefined {
  const step = text.length === 3 * BYTES - 1 ? 3 : 2;
  if (step === 2 && text.length !== 2 * BYTES) return undefined;
  const lower = text.toLowerCase();
  let hex = '';
  for (let i = 0; i < lower.length; i++) {
    const character = lower[i]!;
    if (step === 3 && i % 3 === 2) {
      if (character !== ':') return undefined;
    } else if (HEX.includes(character)) hex += character;
    else return undefined;
  }
  return hex;
}
