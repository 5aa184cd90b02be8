/**
 * One script executed in steps (EvalScript of Bitcoin Core, script/interpreter.cpp): legacy, witness version 0 and
 * tapscript. The stack is the caller's, before and after.
 * @module
 */
import { ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha256d } from '../hash.js';
import {
  CHECKLOCKTIMEVERIFY,
  CHECKSEQUENCEVERIFY,
  CONST_SCRIPTCODE,
  DISCOURAGE_UPGRADABLE_NOPS,
  MINIMALDATA,
  MINIMALIF,
} from '../script-flags.js';
import { BASE, type Leaf, type ScriptVersion, type SpendContext, TAPSCRIPT } from './context.js';
import { isUnlocked, isUnlockedSequence } from './locks.js';
import {
  isDisabled,
  isMinimalPush,
  MAX_ELEMENT,
  MAX_OPERATIONS,
  MAX_SCRIPT,
  MAX_STACK,
  OP_1,
  OP_1NEGATE,
  OP_16,
  OP_CHECKLOCKTIMEVERIFY,
  OP_CHECKMULTISIG,
  OP_CHECKMULTISIGVERIFY,
  OP_CHECKSEQUENCEVERIFY,
  OP_CHECKSIG,
  OP_CHECKSIGADD,
  OP_CHECKSIGVERIFY,
  OP_CODESEPARATOR,
  OP_ELSE,
  OP_ENDIF,
  OP_IF,
  OP_NOP1,
  OP_NOP10,
  OP_NOTIF,
  OP_PUSHDATA4,
  OP_VERIF,
  ScriptReader,
} from './opcodes.js';
import { arithmetic, stackOperation } from './operations.js';
import { checkSignature, checkTapscriptSignature, Multisig } from './signatures.js';
import { elementAt, lengthOf, type Source } from './stack.js';

/** A script has come to its end without a fault. */
export const FINISHED = 'ok';

/** About as many simple operations as take the time of one signature. */
const STEP = 64;
const NO_SEPARATOR = 0xffffffff;

export class Execution {
  readonly #context: SpendContext;
  readonly #version: ScriptVersion;
  readonly #source: Source;
  readonly #reader: ScriptReader;
  readonly #start: number;
  readonly #leaf: Leaf | undefined;
  /** Where the code that signatures sign starts: after the last CODESEPARATOR. */
  #codeStart: number;
  #separator = NO_SEPARATOR;
  /** Number of the operation among all of the script. */
  #position = -1;
  #operations = 0;
  /** Nested conditions, and which is the first false one: what is within that is not executed. */
  #conditions = 0;
  #firstFalse = -1;
  #multisig: Multisig | undefined;
  #verifyMultisig = false;
  /** How much of a step the last operation took. */
  #cost = 1;

  /**
   * @param source where the script is: in the transaction or in the spent outputs
   * @param leaf for tapscript
   */
  constructor(
    context: SpendContext,
    version: ScriptVersion,
    source: Source,
    start: number,
    end: number,
    leaf?: Leaf,
  ) {
    this.#context = context;
    this.#version = version;
    this.#source = source;
    this.#reader = new ScriptReader(context.stack.source(source), start, end);
    this.#start = start;
    this.#codeStart = start;
    this.#leaf = leaf;
  }

  /** Executes some of it. @returns undefined while there is more, {@link FINISHED}, or what is wrong */
  step(): string | undefined {
    const { stack, work } = this.#context;
    const reader = this.#reader;
    if (this.#position < 0 && this.#version !== TAPSCRIPT && reader.end - this.#start > MAX_SCRIPT)
      return 'script-size';
    for (let left = STEP; left > 0; left -= this.#cost) {
      this.#cost = 1;
      if (this.#multisig === undefined && reader.at >= reader.end) {
        stack.clearAlternative();
        return this.#conditions === 0 ? FINISHED : 'unbalanced-conditional';
      }
      const fault = this.#multisig === undefined ? this.#operation() : this.#multisigStep();
      if (fault !== undefined) return fault;
      if (stack.size + stack.alternativeSize > MAX_STACK && this.#multisig === undefined) return 'stack-size';
      work.operations(this.#cost);
    }
    return undefined;
  }

  #operation(): string | undefined {
    const { stack, rules } = this.#context;
    const reader = this.#reader;
    if (!reader.next()) return 'bad-opcode';
    this.#position++;
    const { op } = reader;
    const length = reader.dataEnd - reader.dataStart;
    if (length > MAX_ELEMENT) return 'push-size';
    if (op > OP_16 && this.#version !== TAPSCRIPT && ++this.#operations > MAX_OPERATIONS) return 'op-count';
    if (isDisabled(op)) return 'disabled-opcode';
    if (op === OP_CODESEPARATOR && this.#version === BASE) {
      const fault = rules.broken(CONST_SCRIPTCODE, 'op-codeseparator');
      if (fault !== undefined) return fault;
    }
    const executed = this.#firstFalse < 0;
    if (op <= OP_PUSHDATA4) {
      if (!executed) return undefined;
      const fault = isMinimalPush(reader) ? undefined : rules.broken(MINIMALDATA, 'minimaldata');
      if (fault === undefined) stack.push(elementAt(this.#source, reader.dataStart, length));
      return fault;
    }
    if (op >= OP_IF && op <= OP_ENDIF) return this.#condition(op, executed);
    if (!executed) return undefined;
    if (op <= OP_16) {
      if (op !== OP_1NEGATE && op < OP_1) return 'bad-opcode';
      stack.pushNumber(op - OP_1 + 1);
      return undefined;
    }
    if (op < 0x6b) return this.#flow(op);
    if (op <= 0x7d || op === 0x82 || op === 0x87 || op === 0x88) return stackOperation(op, stack);
    if (op >= 0x8b && op <= 0xa5) return arithmetic(op, stack);
    if (op >= 0xa6 && op < OP_CODESEPARATOR) return this.#hash(op);
    if (op >= OP_CODESEPARATOR && op <= OP_CHECKSIGADD) return this.#signatureOrNop(op);
    return 'bad-opcode';
  }

  /** IF, NOTIF, ELSE, ENDIF; VERIF and VERNOTIF, which are invalid even where nothing is executed. */
  #condition(op: number, executed: boolean): string | undefined {
    if (op === OP_VERIF || op === OP_VERIF + 1) return 'bad-opcode';
    if (op === OP_IF || op === OP_NOTIF) {
      let holds = false;
      if (executed) {
        const { stack } = this.#context;
        if (stack.size < 1) return 'invalid-stack-operation';
        const element = stack.top(1);
        const fault = this.#minimalIfFault(element);
        if (fault !== undefined) return fault;
        holds = stack.isTrue(element) === (op === OP_IF);
        stack.pop();
      }
      if (!holds && this.#firstFalse < 0) this.#firstFalse = this.#conditions;
      this.#conditions++;
      return undefined;
    }
    if (this.#conditions === 0) return 'unbalanced-conditional';
    const innermost = this.#conditions - 1;
    if (op === OP_ELSE) {
      if (this.#firstFalse < 0) this.#firstFalse = innermost;
      else if (this.#firstFalse === innermost) this.#firstFalse = -1;
      return undefined;
    }
    this.#conditions = innermost;
    if (this.#firstFalse === innermost) this.#firstFalse = -1;
    return undefined;
  }

  #minimalIfFault(element: number): string | undefined {
    const length = lengthOf(element);
    if (this.#version === BASE || length === 0) return undefined;
    if (length === 1 && this.#context.stack.byte(element, 0) === 1) return undefined;
    return this.#version === TAPSCRIPT
      ? 'tapscript-minimalif'
      : this.#context.rules.broken(MINIMALIF, 'minimalif');
  }

  /** NOP, VERIFY, RETURN and what has no meaning, up to 0x6a. */
  #flow(op: number): string | undefined {
    if (op === 0x61) return undefined;
    if (op === 0x6a) return 'op-return';
    if (op !== 0x69) return 'bad-opcode';
    const { stack } = this.#context;
    if (stack.size < 1) return 'invalid-stack-operation';
    if (!stack.isTrue(stack.top(1))) return 'verify';
    stack.pop();
    return undefined;
  }

  /** RIPEMD160 (0xa6), SHA1, SHA256, HASH160, HASH256. */
  #hash(op: number): string | undefined {
    const { stack } = this.#context;
    if (stack.size < 1) return 'invalid-stack-operation';
    const bytes = stack.bytes(stack.top(1));
    this.#cost = 4 + (bytes.length >>> 4);
    let hash: Uint8Array;
    if (op === 0xa6) hash = ripemd160(bytes);
    else if (op === 0xa7) hash = sha1(bytes);
    else if (op === 0xa8) hash = sha256(bytes);
    else if (op === 0xa9) hash = ripemd160(sha256(bytes));
    else hash = sha256d(bytes);
    stack.pop();
    stack.pushMade(hash);
    return undefined;
  }

  #signatureOrNop(op: number): string | undefined {
    switch (op) {
      case OP_CODESEPARATOR:
        this.#codeStart = this.#reader.at;
        this.#separator = this.#position;
        return undefined;
      case OP_CHECKSIG:
      case OP_CHECKSIGVERIFY:
        return this.#checkSignature(op);
      case OP_CHECKSIGADD:
        return this.#version === TAPSCRIPT ? this.#checkSignatureAdd() : 'bad-opcode';
      case OP_CHECKMULTISIG:
      case OP_CHECKMULTISIGVERIFY:
        return this.#checkMultisig(op);
      default:
        return this.#lockOrNop(op);
    }
  }

  /** CHECKLOCKTIMEVERIFY (BIP65), CHECKSEQUENCEVERIFY (BIP112), and NOPs that may become something. */
  #lockOrNop(op: number): string | undefined {
    const { stack, rules, view, place } = this.#context;
    if (op !== OP_CHECKLOCKTIMEVERIFY && op !== OP_CHECKSEQUENCEVERIFY)
      return op >= OP_NOP1 && op <= OP_NOP10
        ? rules.broken(DISCOURAGE_UPGRADABLE_NOPS, 'upgradable-nop')
        : 'bad-opcode';
    const flag = op === OP_CHECKLOCKTIMEVERIFY ? CHECKLOCKTIMEVERIFY : CHECKSEQUENCEVERIFY;
    if (!(rules.hard & flag)) return undefined;
    if (stack.size < 1) return 'invalid-stack-operation';
    const lock = stack.number(stack.top(1), 5);
    if (lock === undefined) return 'scriptnum';
    if (lock < 0) return 'negative-locktime';
    const holds =
      op === OP_CHECKLOCKTIMEVERIFY ? isUnlocked(view, place, lock) : isUnlockedSequence(view, place, lock);
    return holds ? undefined : 'unsatisfied-locktime';
  }

  #checkSignature(op: number): string | undefined {
    const { stack } = this.#context;
    if (stack.size < 2) return 'invalid-stack-operation';
    const result = this.#verify(2);
    if (typeof result === 'string') return result;
    stack.pop(2);
    return this.#conclude(result, op === OP_CHECKSIGVERIFY ? 'checksigverify' : undefined);
  }

  #checkSignatureAdd(): string | undefined {
    const { stack } = this.#context;
    if (stack.size < 3) return 'invalid-stack-operation';
    const count = stack.number(stack.top(2));
    if (count === undefined) return 'scriptnum';
    const result = this.#verify(3);
    if (typeof result === 'string') return result;
    stack.pop(3);
    stack.pushNumber(count + (result ? 1 : 0));
    return undefined;
  }

  /** The key is on top, the signature at `depth`. */
  #verify(depth: number): boolean | string {
    const context = this.#context;
    const { stack } = context;
    this.#cost = STEP;
    const signature = stack.bytes(stack.top(depth));
    const key = stack.bytes(stack.top(1));
    return this.#leaf === undefined
      ? checkSignature(context, signature, key, this.#code(), this.#version)
      : checkTapscriptSignature(context, signature, key, this.#leaf, this.#separator);
  }

  #code(): { bytes: Uint8Array; start: number; end: number } {
    return { bytes: this.#reader.bytes, start: this.#codeStart, end: this.#reader.end };
  }

  #conclude(result: boolean, verify: string | undefined): string | undefined {
    if (verify === undefined) this.#context.stack.pushBoolean(result);
    else if (!result) return verify;
    return undefined;
  }

  #checkMultisig(op: number): string | undefined {
    if (this.#version === TAPSCRIPT) return 'tapscript-checkmultisig';
    const multisig = Multisig.begin(this.#context, this.#version, this.#code(), keys => {
      this.#operations += keys;
      return this.#operations > MAX_OPERATIONS ? 'op-count' : undefined;
    });
    if (typeof multisig === 'string') return multisig;
    this.#multisig = multisig;
    this.#verifyMultisig = op === OP_CHECKMULTISIGVERIFY;
    return undefined;
  }

  #multisigStep(): string | undefined {
    const result = this.#multisig!.step();
    if (result === undefined) {
      this.#cost = STEP;
      return undefined;
    }
    if (typeof result === 'string') return result;
    this.#multisig = undefined;
    return this.#conclude(result, this.#verifyMultisig ? 'checkmultisigverify' : undefined);
  }
}
