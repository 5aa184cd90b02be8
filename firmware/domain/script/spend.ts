/**
 * Whether an input may spend its output, by whatever script: VerifyScript and VerifyWitnessProgram of Bitcoin Core
 * (script/interpreter.cpp). In steps: every `yield` is a place to stop and go on later.
 * @module
 */
import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '../hash.js';
import {
  CLEANSTACK,
  DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM,
  P2SH,
  SIGPUSHONLY,
  TAPROOT,
  WITNESS,
} from '../script-flags.js';
import { BASE, type ScriptVersion, type SpendContext, WITNESS_V0 } from './context.js';
import { Execution, FINISHED } from './execution.js';
import { isPushOnly, isScriptHash, isWitnessProgram, MAX_ELEMENT } from './opcodes.js';
import { checkSignature } from './signatures.js';
import { lengthOf, offsetOf, RAW, type Source, SPENT, sourceOf } from './stack.js';
import { spendTaproot } from './taproot.js';
import { finalFault, pushWitness, sameBytes, WitnessItems, witnessLimitFault } from './witness.js';

/** MAX_STANDARD_P2WSH_STACK_ITEMS and the like. */
const RELAYED = { items: 100, item: 80, script: 3600 };

/** What is wrong, or undefined; until then undefined is yielded. */
export type Steps = Generator<undefined, string | undefined>;

/** @param context with an empty stack */
export function* spend(context: SpendContext): Steps {
  const { view, spent, place, scriptSig, scriptSigEnd, stack, rules } = context;
  const { script, scriptEnd } = place;
  const pushOnly = isPushOnly(view.bytes, scriptSig, scriptSigEnd);
  if (!pushOnly) {
    const fault = rules.broken(SIGPUSHONLY, 'sig-pushonly');
    if (fault !== undefined) return fault;
  }
  const hashed = (rules.hard & P2SH) !== 0 && isScriptHash(spent, script, scriptEnd);
  let fault =
    (yield* execute(context, BASE, RAW, scriptSig, scriptSigEnd)) ??
    (yield* execute(context, BASE, SPENT, script, scriptEnd)) ??
    falseFault(context);
  if (fault !== undefined) return fault;

  const hasWitness = (rules.hard & WITNESS) !== 0;
  let isWitness = hasWitness && isWitnessProgram(spent, script, scriptEnd);
  if (isWitness) {
    if (scriptSigEnd > scriptSig) return 'scriptsig-not-empty';
    fault = yield* spendWitness(context, spent, script, scriptEnd, false);
    if (fault !== undefined) return fault;
  }
  if (hashed) {
    if (!pushOnly) return 'sig-pushonly';
    // Only pushes: the stack of before is made again, rather than kept.
    stack.clear();
    fault = yield* execute(context, BASE, RAW, scriptSig, scriptSigEnd);
    if (fault !== undefined) return fault;
    const redeem = stack.top(1);
    const at = offsetOf(redeem);
    const end = at + lengthOf(redeem);
    stack.pop();
    if (end > at) {
      // -1 or a small number: an operation that was taken out, or a push without its bytes.
      if (sourceOf(redeem) !== RAW) return at === 0 ? 'disabled-opcode' : 'bad-opcode';
      fault = yield* execute(context, BASE, RAW, at, end);
      if (fault !== undefined) return fault;
    }
    fault = falseFault(context);
    if (fault !== undefined) return fault;
    if (hasWitness && isWitnessProgram(view.bytes, at, end)) {
      isWitness = true;
      // The push of the program and nothing else.
      if (scriptSigEnd - scriptSig !== end - at + 1 || at !== scriptSig + 1) return 'witness-malleated-p2sh';
      fault = yield* spendWitness(context, view.bytes, at, end, true);
      if (fault !== undefined) return fault;
    }
  }
  if (!isWitness && stack.size !== 1) {
    fault = rules.broken(CLEANSTACK, 'cleanstack');
    if (fault !== undefined) return fault;
  }
  return hasWitness && !isWitness && context.witnessCount > 0 ? 'witness-unexpected' : undefined;
}

/** Executes one script to its end. */
export function* execute(
  context: SpendContext,
  version: ScriptVersion,
  source: Source,
  start: number,
  end: number,
): Steps {
  const execution = new Execution(context, version, source, start, end);
  for (;;) {
    const outcome = execution.step();
    if (outcome !== undefined) return outcome === FINISHED ? undefined : outcome;
    yield;
  }
}

/** The result on top of the stack must be there and true. */
function falseFault({ stack }: SpendContext): string | undefined {
  return stack.size > 0 && stack.isTrue(stack.top(1)) ? undefined : 'eval-false';
}

function* spendWitness(
  context: SpendContext,
  program: Uint8Array,
  start: number,
  end: number,
  inScriptHash: boolean,
): Steps {
  const { rules, stack } = context;
  const version = program[start]!;
  const length = end - start - 2;
  stack.clear();
  if (version === 0) {
    if (length === 32) return yield* spendScriptHash(context, program, start + 2);
    return length === 20 ? keyHashFault(context, program, start + 2) : 'witness-program-length';
  }
  if (version === 0x51 && length === 32 && !inScriptHash)
    return rules.hard & TAPROOT ? yield* spendTaproot(context, program.subarray(start + 2, end)) : undefined;
  // Pay to anchor: anyone's, on purpose.
  if (version === 0x51 && length === 2 && program[start + 2] === 0x4e && program[start + 3] === 0x73)
    if (!inScriptHash) return undefined;
  return rules.broken(DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM, 'upgradable-witness-program');
}

/** P2WSH: the last item is the script. */
function* spendScriptHash(context: SpendContext, program: Uint8Array, hashAt: number): Steps {
  const { view, witnessCount } = context;
  if (witnessCount === 0) return 'witness-empty';
  const items = new WitnessItems(context);
  const script = items.skipTo(witnessCount - 1);
  if (!sameBytes(sha256(view.bytes.subarray(script.start, script.end)), program, hashAt))
    return 'witness-mismatch';
  const fault =
    witnessLimitFault(context, witnessCount - 1, script.end - script.start, RELAYED) ??
    pushWitness(context, witnessCount - 1) ??
    (yield* execute(context, WITNESS_V0, RAW, script.start, script.end));
  return fault ?? finalFault(context);
}

/** P2WPKH as a script of its own: DUP HASH160 <program> EQUALVERIFY CHECKSIG. */
function keyHashFault(context: SpendContext, program: Uint8Array, hashAt: number): string | undefined {
  const { view, witnessCount } = context;
  if (witnessCount !== 2) return 'witness-mismatch';
  const items = new WitnessItems(context);
  const { start, end } = items.next();
  const keyItem = items.next();
  if (end - start > MAX_ELEMENT || keyItem.end - keyItem.start > MAX_ELEMENT) return 'push-size';
  const signature = view.bytes.subarray(start, end);
  const key = view.bytes.subarray(keyItem.start, keyItem.end);
  if (!sameBytes(ripemd160(sha256(key)), program, hashAt)) return 'equalverify';
  const bytes = new Uint8Array(25);
  bytes.set([0x76, 0xa9, 20]);
  bytes.set(program.subarray(hashAt, hashAt + 20), 3);
  bytes.set([0x88, 0xac], 23);
  const result = checkSignature(context, signature, key, { bytes, start: 0, end: 25 }, WITNESS_V0);
  return result === true ? undefined : result === false ? 'eval-false' : result;
}
