/**
 * The operations of Bitcoin's Script that are told apart by number, and how a script is read (script/script.h of
 * Bitcoin Core).
 * @module
 */
export const OP_PUSHDATA1 = 0x4c;
export const OP_PUSHDATA4 = 0x4e;
export const OP_1NEGATE = 0x4f;
export const OP_1 = 0x51;
export const OP_16 = 0x60;
export const OP_IF = 0x63;
export const OP_NOTIF = 0x64;
export const OP_VERIF = 0x65;
export const OP_ELSE = 0x67;
export const OP_ENDIF = 0x68;
export const OP_CODESEPARATOR = 0xab;
export const OP_CHECKSIG = 0xac;
export const OP_CHECKSIGVERIFY = 0xad;
export const OP_CHECKMULTISIG = 0xae;
export const OP_CHECKMULTISIGVERIFY = 0xaf;
export const OP_NOP1 = 0xb0;
export const OP_CHECKLOCKTIMEVERIFY = 0xb1;
export const OP_CHECKSEQUENCEVERIFY = 0xb2;
export const OP_NOP10 = 0xb9;
export const OP_CHECKSIGADD = 0xba;

/** Bytes of a script that is executed by the rules before taproot. */
export const MAX_SCRIPT = 10_000;
/** Bytes of an element of the stack. */
export const MAX_ELEMENT = 520;
/** Operations other than pushes, in a script that is executed by the rules before taproot. */
export const MAX_OPERATIONS = 201;
export const MAX_MULTISIG_KEYS = 20;
/** Elements of the stack and the alternative stack together. */
export const MAX_STACK = 1000;

/** One operation and what follows it; reused from one to the next, so that reading costs no memory. */
export class ScriptReader {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
  op = 0;
  /** Of the pushed bytes; equal for an operation that pushes none by itself. */
  dataStart = 0;
  dataEnd = 0;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** Reads the next operation. @returns false when the script is at its end, or ends within a push */
  next(): boolean {
    const { bytes, end } = this;
    let at = this.at;
    if (at >= end) return false;
    const op = bytes[at++]!;
    this.op = op;
    let length = 0;
    if (op < OP_PUSHDATA1) length = op;
    else if (op <= OP_PUSHDATA4) {
      const size = 1 << (op - OP_PUSHDATA1);
      if (end - at < size) return false;
      for (let i = size - 1; i >= 0; i--) length = length * 256 + bytes[at + i]!;
      at += size;
    }
    if (length > end - at) return false;
    this.dataStart = at;
    this.dataEnd = at + length;
    this.at = this.dataEnd;
    return true;
  }
}

/** Whether nothing but pushes is in a script (CScript::IsPushOnly: OP_RESERVED counts as one). */
export function isPushOnly(bytes: Uint8Array, start: number, end: number): boolean {
  const reader = new ScriptReader(bytes, start, end);
  while (reader.next()) if (reader.op > OP_16) return false;
  return reader.at >= end;
}

/** Whether a push uses the shortest operation there is for its bytes (CheckMinimalPush). */
export function isMinimalPush({ bytes, op, dataStart, dataEnd }: ScriptReader): boolean {
  const length = dataEnd - dataStart;
  const first = bytes[dataStart]!;
  if (length === 0) return op === 0;
  if (length === 1 && ((first >= 1 && first <= 16) || first === 0x81)) return false;
  if (length < OP_PUSHDATA1) return op === length;
  return length <= 0xff ? op === OP_PUSHDATA1 : length > 0xffff || op === OP_PUSHDATA1 + 1;
}

/** Operations that were taken out of Script; a script that has one is invalid even where it is not executed. */
export function isDisabled(op: number): boolean {
  return (
    (op >= 0x7e && op <= 0x81) || // CAT SUBSTR LEFT RIGHT
    (op >= 0x83 && op <= 0x86) || // INVERT AND OR XOR
    op === 0x8d || // 2MUL
    op === 0x8e || // 2DIV
    (op >= 0x95 && op <= 0x99) // MUL DIV MOD LSHIFT RSHIFT
  );
}

/** BIP342: a script of tapscript that has one of these is valid, whatever else is in it. */
export function isSuccess(op: number): boolean {
  return (
    op === 0x50 ||
    op === 0x62 ||
    (op >= 0x7e && op <= 0x81) ||
    (op >= 0x83 && op <= 0x86) ||
    op === 0x89 ||
    op === 0x8a ||
    op === 0x8d ||
    op === 0x8e ||
    (op >= 0x95 && op <= 0x99) ||
    (op >= 0xbb && op <= 0xfe)
  );
}

/** BIP141: version and program of 2 to 40 bytes. */
export function isWitnessProgram(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  const version = bytes[start]!;
  if (length < 4 || length > 42 || bytes[start + 1] !== length - 2) return false;
  return version === 0 || (version >= OP_1 && version <= OP_16);
}

/** BIP16: HASH160, a push of 20 bytes, EQUAL. */
export function isScriptHash(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 23 && bytes[start] === 0xa9 && bytes[start + 1] === 20 && bytes[start + 22] === 0x87;
}
