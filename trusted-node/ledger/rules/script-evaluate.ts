/**
 * Executes one script (EvalScript of Bitcoin Core, script/interpreter.cpp), legacy, witness version 0 or tapscript: the
 * ledger's own, apart from the judge's (README.md).
 * @module
 */
import { ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { equalBytes } from '../../../firmware/domain/bytes.js';
import { sha256, sha256d } from '../../../firmware/domain/hash.js';
import * as flag from '../../../firmware/domain/script-flags.js';
import { must, ScriptFault } from './script-fault.js';
import { type Checker, Machine, type Version } from './script-machine.js';
import { toBoolean } from './script-numbers.js';
import { type Operation, operationAt } from './script-parse.js';

const DISABLED = new Set([
  0x7e, 0x7f, 0x80, 0x81, 0x83, 0x84, 0x85, 0x86, 0x8d, 0x8e, 0x95, 0x96, 0x97, 0x98, 0x99,
]);

/**
 * @param stack is changed
 * @throws ScriptFault
 */
export function evaluate(
  stack: Uint8Array[],
  script: Uint8Array,
  version: Version,
  flags: number,
  checker: Checker,
): void {
  must(version === 'tapscript' || script.length <= 10_000, 'script-size');
  const machine = new Machine(stack, script, version, flags, checker);
  let position = 0;
  for (let at = 0; at < script.length; position++) {
    const operation = operationAt(script, at);
    must(operation !== undefined, 'bad-opcode');
    at = operation.next;
    step(machine, operation, position);
    must(stack.length + machine.alternative.length <= 1000, 'stack-size');
  }
  must(machine.conditions.length === 0, 'unbalanced-conditional');
}

function step(machine: Machine, operation: Operation, position: number): void {
  const { version, flags } = machine;
  const { code, data } = operation;
  must((data?.length ?? 0) <= 520, 'push-size');
  if (version !== 'tapscript' && code > 0x60) must(++machine.count <= 201, 'op-count');
  must(!DISABLED.has(code), 'disabled-opcode');
  if (code === 0xab && version === 'base') must(!(flags & flag.CONST_SCRIPTCODE), 'op-codeseparator');
  const executed = !machine.conditions.includes(false);
  if (code >= 0x63 && code <= 0x68) {
    condition(machine, code, executed);
    return;
  }
  if (!executed) return;
  if (data !== undefined) {
    if (machine.minimal) must(isMinimal(code, data), 'minimaldata');
    machine.push(data);
  } else if (code === 0x4f || (code >= 0x51 && code <= 0x60)) machine.pushNumber(BigInt(code - 0x50));
  else if (code >= 0x8b && code <= 0xa5) numeric(machine, code);
  else if (code >= 0xa6 && code <= 0xaa) machine.push(hashOf(code, machine.pop()));
  else if (code === 0xab) {
    machine.codeStart = operation.next;
    machine.separator = position;
  } else if (code >= 0xac && code <= 0xba) signatureOrLock(machine, code);
  else stackOperation(machine, code);
}

function isMinimal(code: number, data: Uint8Array): boolean {
  const { length } = data;
  if (length === 0) return code === 0;
  if (length === 1 && ((data[0]! >= 1 && data[0]! <= 16) || data[0] === 0x81)) return false;
  return code === (length <= 75 ? length : length <= 255 ? 0x4c : 0x4d);
}

function condition(machine: Machine, code: number, executed: boolean): void {
  const { conditions } = machine;
  if (code === 0x63 || code === 0x64) {
    let value = false;
    if (executed) {
      const top = machine.pop();
      const plain = top.length === 0 || (top.length === 1 && top[0] === 1);
      if (machine.version === 'tapscript') must(plain, 'tapscript-minimalif');
      if (machine.version === 'v0' && machine.flags & flag.MINIMALIF) must(plain, 'minimalif');
      value = toBoolean(top) === (code === 0x63);
    }
    conditions.push(value);
  } else if (code === 0x67 || code === 0x68) {
    must(conditions.length > 0, 'unbalanced-conditional');
    const last = conditions.pop()!;
    if (code === 0x67) conditions.push(!last);
  } else throw new ScriptFault('bad-opcode');
}

function hashOf(code: number, bytes: Uint8Array): Uint8Array {
  if (code === 0xa6) return ripemd160(bytes);
  if (code === 0xa7) return sha1(bytes);
  if (code === 0xa8) return sha256(bytes);
  return code === 0xa9 ? ripemd160(sha256(bytes)) : sha256d(bytes);
}

/** Elements that an operation needs, where the machine does not say so itself. */
const NEEDS = new Map([
  [0x69, 1],
  [0x6d, 2],
  [0x6e, 2],
  [0x6f, 3],
  [0x70, 4],
  [0x71, 6],
  [0x72, 4],
  [0x73, 1],
  [0x76, 1],
  [0x77, 2],
  [0x78, 2],
  [0x79, 2],
  [0x7a, 2],
  [0x7b, 3],
  [0x7c, 2],
  [0x7d, 2],
  [0x82, 1],
  [0x87, 2],
  [0x88, 2],
]);

function stackOperation(machine: Machine, code: number): void {
  const { stack, alternative } = machine;
  machine.need(NEEDS.get(code) ?? 0);
  switch (code) {
    case 0x61: // NOP
      break;
    case 0x69: // VERIFY
      must(toBoolean(machine.peek(1)), 'verify');
      stack.pop();
      break;
    case 0x6a: // RETURN
      throw new ScriptFault('op-return');
    case 0x6b: // TOALTSTACK
      alternative.push(machine.pop());
      break;
    case 0x6c: // FROMALTSTACK
      must(alternative.length > 0, 'invalid-altstack-operation');
      machine.push(alternative.pop()!);
      break;
    case 0x6d: // 2DROP
      machine.take(2, 2);
      break;
    case 0x6e: // 2DUP
      machine.push(...stack.slice(-2));
      break;
    case 0x6f: // 3DUP
      machine.push(...stack.slice(-3));
      break;
    case 0x70: // 2OVER
      machine.push(...stack.slice(-4, -2));
      break;
    case 0x71: // 2ROT
      machine.push(...machine.take(6, 2));
      break;
    case 0x72: // 2SWAP
      machine.push(...machine.take(4, 2));
      break;
    case 0x73: // IFDUP
      if (toBoolean(machine.peek(1))) machine.push(machine.peek(1));
      break;
    case 0x74: // DEPTH
      machine.pushNumber(BigInt(stack.length));
      break;
    case 0x75: // DROP
      machine.pop();
      break;
    case 0x76: // DUP
      machine.push(machine.peek(1));
      break;
    case 0x77: // NIP
      machine.take(2, 1);
      break;
    case 0x78: // OVER
      machine.push(machine.peek(2));
      break;
    case 0x79: // PICK
    case 0x7a: // ROLL
      pickOrRoll(machine, code === 0x79);
      break;
    case 0x7b: // ROT
      machine.push(...machine.take(3, 1));
      break;
    case 0x7c: // SWAP
      machine.push(...machine.take(2, 1));
      break;
    case 0x7d: // TUCK
      stack.splice(stack.length - 2, 0, machine.peek(1));
      break;
    case 0x82: // SIZE
      machine.pushNumber(BigInt(machine.peek(1).length));
      break;
    case 0x87: // EQUAL
    case 0x88: // EQUALVERIFY
      compare(machine, code === 0x88);
      break;
    default:
      throw new ScriptFault('bad-opcode');
  }
}

function pickOrRoll(machine: Machine, pick: boolean): void {
  const depth = machine.number(1);
  machine.pop();
  must(depth >= 0n && depth < BigInt(machine.stack.length), 'invalid-stack-operation');
  const from = Number(depth) + 1;
  machine.push(pick ? machine.peek(from) : machine.take(from, 1)[0]!);
}

function compare(machine: Machine, verify: boolean): void {
  const [a, b] = machine.take(2, 2);
  const equal = equalBytes(a!, b!);
  if (verify) must(equal, 'equalverify');
  else machine.pushBoolean(equal);
}

const bit = (value: boolean): bigint => (value ? 1n : 0n);

/** Operations on one, two and three numbers, by their codes. */
const UNARY: Record<number, (a: bigint) => bigint> = {
  139: a => a + 1n,
  140: a => a - 1n,
  143: a => -a,
  144: a => (a < 0n ? -a : a),
  145: a => bit(a === 0n),
  146: a => bit(a !== 0n),
};
const BINARY: Record<number, (a: bigint, b: bigint) => bigint> = {
  147: (a, b) => a + b,
  148: (a, b) => a - b,
  154: (a, b) => bit(a !== 0n && b !== 0n),
  155: (a, b) => bit(a !== 0n || b !== 0n),
  156: (a, b) => bit(a === b),
  157: (a, b) => bit(a === b),
  158: (a, b) => bit(a !== b),
  159: (a, b) => bit(a < b),
  160: (a, b) => bit(a > b),
  161: (a, b) => bit(a <= b),
  162: (a, b) => bit(a >= b),
  163: (a, b) => (a < b ? a : b),
  164: (a, b) => (a > b ? a : b),
};

function numeric(machine: Machine, code: number): void {
  const unary = UNARY[code];
  const binary = BINARY[code];
  const count = unary ? 1 : binary ? 2 : 3;
  machine.need(count);
  const values = Array.from({ length: count }, (_, i) => machine.number(count - i));
  machine.take(count, count);
  const [a, b, c] = values as [bigint, bigint, bigint];
  const result = unary ? unary(a) : binary ? binary(a, b) : bit(b <= a && a < c);
  if (code === 157) must(result === 1n, 'numequalverify');
  else machine.pushNumber(result);
}

function signatureOrLock(machine: Machine, code: number): void {
  if (code === 0xac || code === 0xad) {
    machine.need(2);
    const result = verified(machine, machine.peek(2), machine.peek(1));
    machine.take(2, 2);
    conclude(machine, result, code === 0xad ? 'checksigverify' : undefined);
  } else if (code === 0xae || code === 0xaf) multisig(machine, code);
  else if (code === 0xba) {
    must(machine.version === 'tapscript', 'bad-opcode');
    machine.need(3);
    const count = machine.number(2);
    const result = verified(machine, machine.peek(3), machine.peek(1));
    machine.take(3, 3);
    machine.pushNumber(count + bit(result));
  } else lock(machine, code);
}

function conclude(machine: Machine, result: boolean, verify: string | undefined): void {
  if (verify === undefined) machine.pushBoolean(result);
  else must(result, verify);
}

function verified(machine: Machine, signature: Uint8Array, key: Uint8Array): boolean {
  const { checker, version, flags } = machine;
  if (version === 'tapscript') return checker.schnorr(signature, key, machine.separator);
  let code = machine.script.subarray(machine.codeStart);
  if (version === 'base') code = checker.withoutSignatures(code, [signature]);
  checker.encodings(signature, key, version);
  const result = checker.ecdsa(signature, key, code, version);
  if (flags & flag.NULLFAIL) must(result || signature.length === 0, 'nullfail');
  return result;
}

function multisig(machine: Machine, operation: number): void {
  const { checker, version, flags } = machine;
  must(version !== 'tapscript', 'tapscript-checkmultisig');
  machine.need(1);
  const keyCount = Number(machine.number(1));
  must(keyCount >= 0 && keyCount <= 20, 'pubkey-count');
  machine.count += keyCount;
  must(machine.count <= 201, 'op-count');
  machine.need(2 + keyCount);
  const signatureCount = Number(machine.number(2 + keyCount));
  must(signatureCount >= 0 && signatureCount <= keyCount, 'sig-count');
  machine.need(2 + keyCount + signatureCount);
  // From the top down, as they are tried.
  const keys = Array.from({ length: keyCount }, (_, i) => machine.peek(2 + i));
  const signatures = Array.from({ length: signatureCount }, (_, i) => machine.peek(3 + keyCount + i));
  let code = machine.script.subarray(machine.codeStart);
  if (version === 'base') code = checker.withoutSignatures(code, signatures);
  let next = 0;
  for (let k = 0; next < signatureCount && signatureCount - next <= keyCount - k; k++) {
    checker.encodings(signatures[next]!, keys[k]!, version);
    if (checker.ecdsa(signatures[next]!, keys[k]!, code, version)) next++;
  }
  const result = next === signatureCount;
  if (flags & flag.NULLFAIL) must(result || signatures.every(each => each.length === 0), 'nullfail');
  machine.take(2 + keyCount + signatureCount, 2 + keyCount + signatureCount);
  const dummy = machine.pop();
  if (flags & flag.NULLDUMMY) must(dummy.length === 0, 'sig-nulldummy');
  conclude(machine, result, operation === 0xaf ? 'checkmultisigverify' : undefined);
}

function lock(machine: Machine, code: number): void {
  const { flags, checker } = machine;
  const isLock = code === 0xb1 || code === 0xb2;
  if (!isLock) {
    must(!(flags & flag.DISCOURAGE_UPGRADABLE_NOPS), 'upgradable-nop');
    return;
  }
  if (!(flags & (code === 0xb1 ? flag.CHECKLOCKTIMEVERIFY : flag.CHECKSEQUENCEVERIFY))) return;
  machine.need(1);
  const value = machine.number(1, 5);
  must(value >= 0n, 'negative-locktime');
  must(code === 0xb1 ? checker.lockTime(value) : checker.sequence(value), 'unsatisfied-locktime');
}
