/**
 * A script as a list of what is in it.
 * @module
 */
export interface Operation {
  readonly code: number;
  /** What it pushes, when it is a push of bytes. */
  readonly data?: Uint8Array;
  /** Where the next operation starts. */
  readonly next: number;
}

/** The operation at `at`; undefined when the script ends within its push. */
export function operationAt(script: Uint8Array, at: number): Operation | undefined {
  const code = script[at]!;
  if (code > 0x4e) return { code, next: at + 1 };
  const view = new DataView(script.buffer, script.byteOffset, script.byteLength);
  const sizeBytes = code < 0x4c ? 0 : code === 0x4c ? 1 : code === 0x4d ? 2 : 4;
  const start = at + 1 + sizeBytes;
  if (start > script.length) return undefined;
  let size = code;
  if (sizeBytes === 1) size = view.getUint8(at + 1);
  else if (sizeBytes === 2) size = view.getUint16(at + 1, true);
  else if (sizeBytes === 4) size = view.getUint32(at + 1, true);
  const next = start + size;
  return next > script.length ? undefined : { code, data: script.subarray(start, next), next };
}

/** All operations up to one that cannot be read, and whether there was none such. */
export function operationsOf(script: Uint8Array): { operations: Operation[]; whole: boolean } {
  const operations: Operation[] = [];
  for (let at = 0; at < script.length; ) {
    const operation = operationAt(script, at);
    if (operation === undefined) return { operations, whole: false };
    operations.push(operation);
    at = operation.next;
  }
  return { operations, whole: true };
}

export function isPushOnly(script: Uint8Array): boolean {
  const { operations, whole } = operationsOf(script);
  return whole && operations.every(({ code }) => code <= 0x60);
}

/** The bytes that push `data`, as Bitcoin Core's CScript::operator<< writes them. */
export function pushOf(data: Uint8Array): Uint8Array {
  const size = data.length;
  const head = size < 0x4c ? [size] : size < 0x100 ? [0x4c, size] : [0x4d, size & 0xff, size >> 8];
  return Uint8Array.from([...head, ...data]);
}

/** BIP141: version (0 to 16) and program, or undefined when the script is no witness program. */
export function witnessProgram(script: Uint8Array): { version: number; program: Uint8Array } | undefined {
  if (script.length < 4 || script.length > 42 || script[1] !== script.length - 2) return undefined;
  const first = script[0]!;
  if (first !== 0 && (first < 0x51 || first > 0x60)) return undefined;
  return { version: first === 0 ? 0 : first - 0x50, program: script.subarray(2) };
}

/** BIP16. */
export function isScriptHash(script: Uint8Array): boolean {
  return script.length === 23 && script[0] === 0xa9 && script[1] === 0x14 && script[22] === 0x87;
}

/** Removes every push of a signature at the start of an operation (FindAndDelete). */
export function findAndDelete(script: Uint8Array, signature: Uint8Array): Uint8Array {
  const pattern = Buffer.from(pushOf(signature));
  const bytes = Buffer.from(script.buffer, script.byteOffset, script.byteLength);
  const kept: Uint8Array[] = [];
  let at = 0;
  let from = 0;
  for (;;) {
    const found = at;
    while (bytes.subarray(at, at + pattern.length).equals(pattern)) at += pattern.length;
    if (at > found) {
      kept.push(bytes.subarray(from, found));
      from = at;
    }
    const operation = at < script.length ? operationAt(script, at) : undefined;
    if (operation === undefined) break;
    at = operation.next;
  }
  return kept.length === 0 ? script : Uint8Array.from(Buffer.concat([...kept, bytes.subarray(from)]));
}

/** A script's operations are one pass of CScript::GetSigOpCount(true): CHECKMULTISIG counts its keys where they are said. */
export function accurateSigops(script: Uint8Array): number {
  let count = 0;
  let last = 0xff;
  for (const { code } of operationsOf(script).operations) {
    if (code === 0xac || code === 0xad) count++;
    else if (code === 0xae || code === 0xaf) count += last >= 0x51 && last <= 0x60 ? last - 0x50 : 20;
    last = code;
  }
  return count;
}
