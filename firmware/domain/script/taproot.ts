/**
 * Spends of taproot outputs, by their key or by a script that they commit to (BIP341, "Script validation rules"; BIP342).
 * @module
 */
import { asciiToBytes } from '../bytes.js';
import { sha256, taggedHash } from '../hash.js';
import {
  DISCOURAGE_OP_SUCCESS,
  DISCOURAGE_UPGRADABLE_TAPROOT_VERSION,
  WITNESS_LIMITS,
} from '../script-flags.js';
import { type Leaf, type SpendContext, TAPSCRIPT, type WitnessItem } from './context.js';
import { Execution, FINISHED } from './execution.js';
import { isSuccess, ScriptReader } from './opcodes.js';
import { schnorrFault } from './signatures.js';
import { RAW } from './stack.js';
import { finalFault, pushWitness, WitnessItems, witnessLimitFault } from './witness.js';

const ANNEX_TAG = 0x50;
const LEAF_MASK = 0xfe;
const LEAF_TAPSCRIPT = 0xc0;
const CONTROL_BASE = 33;
const CONTROL_NODE = 32;
const CONTROL_NODES_MAX = 128;
/** BIP342: added to the witness's length. */
const BUDGET_OFFSET = 50;
/** Operations looked at in one step before a script is executed. */
const SCAN_STEP = 500;
/** Nodes of the tree hashed in one step. */
const PATH_STEP = 32;

/** MAX_STANDARD_TAPSCRIPT_STACK_ITEM_SIZE. */
const RELAYED = { items: 1000, item: 80, script: 0x02000000 };

type Steps = Generator<undefined, string | undefined>;

/** @param program the output's key, 32 bytes */
export function* spendTaproot(context: SpendContext, program: Uint8Array): Steps {
  const { view, witnessCount, rules } = context;
  if (witnessCount === 0) return 'witness-empty';
  const annex = readAnnex(context);
  const count = annex.head < 0 ? witnessCount : witnessCount - 1;
  const annexFault = annex.head < 0 ? undefined : rules.broken(WITNESS_LIMITS, 'bad-witness-nonstandard');
  if (annexFault !== undefined) return annexFault;
  if (count === 1) {
    const { start, end } = new WitnessItems(context).next();
    return schnorrFault(context, view.bytes.subarray(start, end), program, annex);
  }
  const items = new WitnessItems(context);
  const script = items.skipTo(count - 2);
  const control = items.next();
  const path = control.end - control.start - CONTROL_BASE;
  if (path < 0 || path > CONTROL_NODE * CONTROL_NODES_MAX || path % CONTROL_NODE !== 0)
    return 'taproot-control-size';
  const first = view.bytes[control.start]!;
  const hash = leafHash(view.bytes, first & LEAF_MASK, script);
  const root = yield* rootOf(view.bytes, hash, control);
  const internal = view.bytes.subarray(control.start + 1, control.start + CONTROL_BASE);
  if (!isCommitted(context, program, internal, root, first & 1)) return 'witness-mismatch';
  if ((first & LEAF_MASK) !== LEAF_TAPSCRIPT)
    return rules.broken(DISCOURAGE_UPGRADABLE_TAPROOT_VERSION, 'upgradable-taproot-version');
  const budget = context.witnessEnd - context.witness + compactLength(witnessCount) + BUDGET_OFFSET;
  return yield* executeLeaf(context, script, { hash, annex, budget }, count - 2);
}

/** The annex: the last of at least two items, when it begins with 0x50. Its head is -1 when there is none. */
function readAnnex(context: SpendContext): WitnessItem {
  const { view, witnessCount } = context;
  if (witnessCount >= 2) {
    const last = new WitnessItems(context).skipTo(witnessCount - 1);
    if (last.end > last.start && view.bytes[last.start] === ANNEX_TAG) return last;
  }
  return { head: -1, start: -1, end: -1 };
}

/** BIP341: the tagged hash of the version and the script with its length. */
function leafHash(bytes: Uint8Array, version: number, { head, end }: WitnessItem): Uint8Array {
  // The item's own compact size is the one that is hashed.
  const message = new Uint8Array(64 + 1 + end - head);
  const tag = sha256(asciiToBytes('TapLeaf'));
  message.set(tag);
  message.set(tag, 32);
  message[64] = version;
  message.set(bytes.subarray(head, end), 65);
  return sha256(message);
}

/** The root of the tree, by the path in the control block. */
function* rootOf(
  bytes: Uint8Array,
  leaf: Uint8Array,
  control: WitnessItem,
): Generator<undefined, Uint8Array> {
  const pair = new Uint8Array(64);
  let node = leaf;
  let hashed = 0;
  for (let at = control.start + CONTROL_BASE; at < control.end; at += CONTROL_NODE) {
    const other = bytes.subarray(at, at + CONTROL_NODE);
    const first = isBefore(node, other);
    pair.set(node, first ? 0 : 32);
    pair.set(other, first ? 32 : 0);
    node = taggedHash('TapBranch', pair);
    if (++hashed % PATH_STEP === 0) yield;
  }
  return node;
}

function isBefore(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < 32; i++) if (a[i] !== b[i]) return a[i]! < b[i]!;
  return false;
}

/** Whether the output's key is the internal key tweaked by itself and the root. */
function isCommitted(
  { curve, work, hashes }: SpendContext,
  program: Uint8Array,
  internal: Uint8Array,
  root: Uint8Array,
  parity: number,
): boolean {
  const message = new Uint8Array(64);
  message.set(internal);
  message.set(root, 32);
  work.signature(hashes.hashed);
  return curve.checkTweak(internal, taggedHash('TapTweak', message), parity, program);
}

/** ExecuteWitnessScript of Bitcoin Core for tapscript. */
function* executeLeaf(context: SpendContext, script: WitnessItem, leaf: Leaf, items: number): Steps {
  const { view, rules } = context;
  const reader = new ScriptReader(view.bytes, script.start, script.end);
  for (let scanned = 1; reader.at < reader.end; scanned++) {
    if (!reader.next()) return 'bad-opcode';
    if (isSuccess(reader.op)) return rules.broken(DISCOURAGE_OP_SUCCESS, 'op-success');
    if (scanned % SCAN_STEP === 0) yield;
  }
  const length = script.end - script.start;
  const fault = witnessLimitFault(context, items, length, RELAYED) ?? pushWitness(context, items);
  if (fault !== undefined) return fault;
  const execution = new Execution(context, TAPSCRIPT, RAW, script.start, script.end, leaf);
  for (;;) {
    const outcome = execution.step();
    if (outcome !== undefined) return outcome === FINISHED ? finalFault(context) : outcome;
    yield;
  }
}

function compactLength(value: number): number {
  return value < 0xfd ? 1 : value <= 0xffff ? 3 : 5;
}
