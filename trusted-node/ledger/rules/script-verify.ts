/**
 * Whether an input may spend its output (VerifyScript of Bitcoin Core, script/interpreter.cpp).
 * @module
 */
import { equalBytes } from '../../../firmware/domain/bytes.js';
import { sha256 } from '../../../firmware/domain/hash.js';
import * as flag from '../../../firmware/domain/script-flags.js';
import type { TxInput } from '../../../firmware/domain/transaction.js';
import type { InputChecker } from './script-checker.js';
import { evaluate } from './script-evaluate.js';
import { must } from './script-fault.js';
import type { Version } from './script-machine.js';
import { toBoolean } from './script-numbers.js';
import { isPushOnly, isScriptHash, operationAt, pushOf, witnessProgram } from './script-parse.js';
import { keyHashScriptCode } from './sighash.js';

const ANCHOR = Uint8Array.of(0x51, 2, 0x4e, 0x73);

/**
 * @param script of the output
 * @param checker for this input
 * @throws ScriptFault
 */
export function verifySpend(
  { scriptSig, witness }: TxInput,
  script: Uint8Array,
  flags: number,
  checker: InputChecker,
): void {
  if (flags & flag.SIGPUSHONLY) must(isPushOnly(scriptSig), 'sig-pushonly');
  let stack: Uint8Array[] = [];
  evaluate(stack, scriptSig, 'base', flags, checker);
  const pushed = [...stack];
  evaluate(stack, script, 'base', flags, checker);
  mustBeTrue(stack);

  let program = flags & flag.WITNESS ? witnessProgram(script) : undefined;
  if (program !== undefined) {
    must(scriptSig.length === 0, 'scriptsig-not-empty');
    verifyProgram(program, script, witness, flags, checker, false);
  } else if (flags & flag.P2SH && isScriptHash(script)) {
    must(isPushOnly(scriptSig), 'sig-pushonly');
    stack = pushed;
    const redeem = stack.pop()!;
    evaluate(stack, redeem, 'base', flags, checker);
    mustBeTrue(stack);
    program = flags & flag.WITNESS ? witnessProgram(redeem) : undefined;
    if (program !== undefined) {
      must(equalBytes(scriptSig, pushOf(redeem)), 'witness-malleated-p2sh');
      verifyProgram(program, redeem, witness, flags, checker, true);
    }
  }
  if (program === undefined) {
    if (flags & flag.CLEANSTACK) must(stack.length === 1, 'cleanstack');
    if (flags & flag.WITNESS) must(witness.length === 0, 'witness-unexpected');
  }
}

function mustBeTrue(stack: readonly Uint8Array[]): void {
  const top = stack[stack.length - 1];
  must(top !== undefined && toBoolean(top), 'eval-false');
}

function verifyProgram(
  { version, program }: { version: number; program: Uint8Array },
  script: Uint8Array,
  witness: readonly Uint8Array[],
  flags: number,
  checker: InputChecker,
  nested: boolean,
): void {
  if (version === 0 && program.length === 20) {
    must(witness.length === 2, 'witness-mismatch');
    execute([...witness], keyHashScriptCode(program), 'v0', flags, checker);
  } else if (version === 0 && program.length === 32) {
    const code = witness[witness.length - 1];
    must(code !== undefined, 'witness-empty');
    must(equalBytes(sha256(code), program), 'witness-mismatch');
    execute(witness.slice(0, -1), code, 'v0', flags, checker);
  } else if (version === 0) must(false, 'witness-program-length');
  else if (version === 1 && program.length === 32 && !nested) {
    if (flags & flag.TAPROOT) verifyTaproot(program, witness, flags, checker);
  } else if (!nested && equalBytes(script, ANCHOR)) return;
  else must(!(flags & flag.DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM), 'upgradable-witness-program');
}

function execute(
  stack: Uint8Array[],
  script: Uint8Array,
  version: Version,
  flags: number,
  checker: InputChecker,
): void {
  must(stack.length <= 1000, 'stack-size');
  must(
    stack.every(each => each.length <= 520),
    'push-size',
  );
  evaluate(stack, script, version, flags, checker);
  must(stack.length === 1, 'cleanstack');
  mustBeTrue(stack);
}

/** BIP341, "Script validation rules". */
function verifyTaproot(
  program: Uint8Array,
  witness: readonly Uint8Array[],
  flags: number,
  checker: InputChecker,
): void {
  must(witness.length > 0, 'witness-empty');
  const last = witness[witness.length - 1]!;
  const annex = witness.length >= 2 && last[0] === 0x50 ? last : undefined;
  const items = annex === undefined ? witness : witness.slice(0, -1);
  if (items.length === 1) {
    checker.keyPath(items[0]!, program, annex);
    return;
  }
  const control = items[items.length - 1]!;
  const script = items[items.length - 2]!;
  must(
    control.length >= 33 && control.length <= 33 + 32 * 128 && control.length % 32 === 1,
    'taproot-control-size',
  );
  const leafVersion = control[0]! & 0xfe;
  const leaf = checker.leafHash(leafVersion, script);
  must(checker.isCommitted(program, control, leaf), 'witness-mismatch');
  if (leafVersion !== 0xc0) {
    must(!(flags & flag.DISCOURAGE_UPGRADABLE_TAPROOT_VERSION), 'upgradable-taproot-version');
    return;
  }
  for (let at = 0; at < script.length; ) {
    const operation = operationAt(script, at);
    must(operation !== undefined, 'bad-opcode');
    if (isSuccess(operation.code)) {
      must(!(flags & flag.DISCOURAGE_OP_SUCCESS), 'op-success');
      return;
    }
    at = operation.next;
  }
  checker.beginLeaf(leaf, annex, witness);
  execute(items.slice(0, -2), script, 'tapscript', flags, checker);
}

/** BIP342's list: 80, 98, 126-129, 131-134, 137-138, 141-142, 149-153, 187-254. */
function isSuccess(code: number): boolean {
  const within = (first: number, last: number) => code >= first && code <= last;
  return (
    code === 80 ||
    code === 98 ||
    within(126, 129) ||
    within(131, 134) ||
    within(137, 138) ||
    within(141, 142) ||
    within(149, 153) ||
    within(187, 254)
  );
}
