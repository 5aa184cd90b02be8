/**
 * What kind of output a script is, for the wallet: it makes and spends P2WPKH and P2TR by its key. The ledger takes
 * every kind (script-verify.ts).
 * @module
 */
import { MAX_SCRIPT_SIZE } from './limits.js';

export type ScriptType =
  /** BIP141 version 0 with 20 bytes: HASH160 of a compressed public key */
  | { kind: 'p2wpkh'; program: Uint8Array }
  /** BIP341 version 1 with 32 bytes: an x-only public key */
  | { kind: 'p2tr'; program: Uint8Array }
  | { kind: 'other'; name: string };

const OP_RETURN = 0x6a;

/** @param script an output's script */
export function classifyScript(script: Uint8Array): ScriptType {
  const [version, length] = script;
  if (script.length === 22 && version === 0 && length === 20)
    return { kind: 'p2wpkh', program: script.subarray(2) };
  if (script.length === 34 && version === 0x51 && length === 32)
    return { kind: 'p2tr', program: script.subarray(2) };
  return { kind: 'other', name: nameOf(script) };
}

function nameOf(script: Uint8Array): string {
  const at = (index: number) => script[index];
  if (script.length === 25 && at(0) === 0x76 && at(1) === 0xa9 && at(2) === 20) return 'P2PKH';
  if (script.length === 23 && at(0) === 0xa9 && at(1) === 20) return 'P2SH';
  if (script.length === 34 && at(0) === 0 && at(1) === 32) return 'P2WSH';
  return 'script';
}

/** CScript::IsUnspendable of Bitcoin Core: such outputs never become coins. */
export function isUnspendable(script: Uint8Array): boolean {
  return script[0] === OP_RETURN || script.length > MAX_SCRIPT_SIZE;
}

/**
 * Signature operations of a script that is not executed here: CScript::GetSigOpCount(false), where every
 * CHECKMULTISIG counts 20 and a truncated push ends the count.
 */
export function legacySigops(script: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < script.length; ) {
    const op = script[at++]!;
    if (op <= 0x4b) at += op;
    else if (op === 0x4c) at += 1 + (script[at] ?? 0);
    else if (op === 0x4d) at += 2 + ((script[at] ?? 0) | ((script[at + 1] ?? 0) << 8));
    else if (op === 0x4e) {
      if (at + 4 > script.length) return count;
      at += 4 + new DataView(script.buffer, script.byteOffset + at, 4).getUint32(0, true);
    } else if (op === 0xac || op === 0xad) count += 1;
    else if (op === 0xae || op === 0xaf) count += 20;
  }
  return count;
}
