/**
 * verdict (type 8), board to node: what a board thinks of an offered transaction, signed with its key. The signature is
 * over the hash of domain/attestation.ts, which leaves out `id` and `reason`: those are for the node's log.
 */
import { VERDICT_NUMBERS, type Verdict } from '../../domain/attestation.js';
import { assertInteger, assertU32, FormatError } from '../../domain/bytes.js';
import { assertField, beginMessage, openMessage, readField } from './binary.js';

export const VERDICT_LENGTH = 172;

export type { Verdict } from '../../domain/attestation.js';

/** Reason of a valid transaction that Bitcoin Core would relay, and only of that. */
export const REASON_OK = 'ok';
/** Anything that has no number in the table. */
export const REASON_OTHER = 'other';
const OTHER_CODE = 255;

/**
 * 0: valid. 1..127: invalid, in Bitcoin Core's words where it has some. 128..191: not judged. 192..254: valid, but Bitcoin
 * Core would not relay it. 255: invalid or not judged.
 */
const REASONS: { readonly [reason: string]: number } = {
  [REASON_OK]: 0,
  // Serialisation and CheckTransaction (consensus/tx_check.cpp)
  'tx-decode': 1,
  'bad-txns-vin-empty': 2,
  'bad-txns-vout-empty': 3,
  'bad-txns-oversize': 4,
  'bad-txns-vout-negative': 5,
  'bad-txns-vout-toolarge': 6,
  'bad-txns-txouttotal-toolarge': 7,
  'bad-txns-inputs-duplicate': 8,
  'bad-txns-prevout-null': 9,
  coinbase: 10,
  'tx-size-small': 11,
  'tx-size': 12,
  'bad-blk-sigops': 13,
  // CheckTxInputs (consensus/tx_verify.cpp)
  'bad-txns-inputvalues-outofrange': 16,
  'bad-txns-in-belowout': 17,
  'bad-txns-fee-outofrange': 18,
  'bad-txns-accumulated-fee-outofrange': 19,
  'bad-txns-nonfinal': 20,
  'bad-txns-inputs-missingorspent': 21,
  // Scripts and witnesses (script/script_error.cpp)
  'scriptsig-not-empty': 32,
  'witness-empty': 33,
  'witness-mismatch': 34,
  'witness-unexpected': 35,
  'pubkey-type': 36,
  'pubkey-mismatch': 37,
  'sig-hashtype': 38,
  'sig-der': 39,
  'sig-high-s': 40,
  'sig-size': 41,
  'sig-wrong': 42,
  'eval-false': 43,
  'bad-opcode': 44,
  'disabled-opcode': 45,
  'op-return': 46,
  'script-size': 47,
  'push-size': 48,
  'op-count': 49,
  'stack-size': 50,
  'sig-count': 51,
  'pubkey-count': 52,
  verify: 53,
  equalverify: 54,
  checksigverify: 55,
  checkmultisigverify: 56,
  numequalverify: 57,
  'invalid-stack-operation': 58,
  'invalid-altstack-operation': 59,
  'unbalanced-conditional': 60,
  scriptnum: 61,
  'negative-locktime': 62,
  'unsatisfied-locktime': 63,
  'sig-nulldummy': 64,
  'sig-pushonly': 65,
  'witness-malleated-p2sh': 66,
  'witness-program-length': 67,
  cleanstack: 68,
  'taproot-control-size': 69,
  'tapscript-minimalif': 70,
  'tapscript-checkmultisig': 71,
  'tapscript-validation-weight': 72,
  'tapscript-empty-pubkey': 73,
  // Not judged; 128 and 129 are of boards that knew two kinds of outputs only
  'script-type': 128,
  'script-path': 129,
  'tx-too-large': 130,
  'spent-count': 132,
  'too-costly': 133,
  // Valid, but not relayed (policy/policy.cpp, and script flags that are no rule of a block)
  version: 192,
  'scriptsig-size': 193,
  'scriptsig-not-pushonly': 194,
  'bad-witness-nonstandard': 195,
  'relay-sig-hashtype': 196,
  'relay-sig-high-s': 197,
  'relay-pubkey-type': 198,
  'witness-pubkeytype': 199,
  minimaldata: 200,
  'relay-scriptnum': 201,
  'upgradable-nop': 202,
  'upgradable-witness-program': 203,
  'upgradable-taproot-version': 204,
  'upgradable-pubkey': 205,
  'op-success': 206,
  minimalif: 207,
  nullfail: 208,
  'relay-cleanstack': 209,
  'sig-findanddelete': 210,
  'op-codeseparator': 211,
  [REASON_OTHER]: OTHER_CODE,
};

const FIRST_NOT_JUDGED = 128;
const FIRST_NOT_RELAYED = 192;
/** Reasons that are words for something invalid too. */
const RELAY = 'relay-';

/** The reason of a valid transaction: 'ok', or why Bitcoin Core would not relay it. */
export function relayReason(policy: string | undefined): string {
  if (policy === undefined) return REASON_OK;
  return Object.hasOwn(REASONS, RELAY + policy) ? RELAY + policy : policy;
}

/** Its number in the message: that of 'other' when it is not in the table. */
export function reasonCode(reason: string): number {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason]! : OTHER_CODE;
}

/** The text of a number, or undefined when the table does not have it. */
export function reasonText(code: number): string | undefined {
  for (const reason in REASONS) if (REASONS[reason] === code) return reason;
  return undefined;
}

export interface VerdictMessage {
  readonly verdict: Verdict;
  /**
   * From the table; encoded as 'other' if it is not there or does not go with this verdict. When valid why Bitcoin Core
   * would not relay it, else 'ok'.
   */
  readonly reason: string;
  /** Of the offer, uint32. */
  readonly id: number;
  /** 32 bytes each, internal order; zeros when the offered bytes are no transaction. */
  readonly txid: Uint8Array;
  readonly wtxid: Uint8Array;
  /** The tip that the board had verified: 32 bytes, internal order, and its height. */
  readonly tipHash: Uint8Array;
  readonly tipHeight: number;
  /** BIP340, 64 bytes. */
  readonly signature: Uint8Array;
}

/** Whether a verdict may have this reason. */
function fits(verdict: number, code: number): boolean {
  if (code === 0) return verdict === 0;
  if (code === OTHER_CODE) return verdict !== 0;
  return verdict === (code < FIRST_NOT_JUDGED ? 1 : code < FIRST_NOT_RELAYED ? 2 : 0);
}

/** @throws RangeError | TypeError on a field outside its bounds; a reason never is. */
export function encodeVerdict(message: VerdictMessage): Uint8Array {
  const { id, txid, wtxid, tipHash, tipHeight, signature } = message;
  const verdict = VERDICT_NUMBERS.indexOf(message.verdict);
  assertInteger(verdict, 0, VERDICT_NUMBERS.length - 1, 'verdict.verdict');
  const known = reasonCode(message.reason);
  const code = fits(verdict, known) ? known : verdict === 0 ? 0 : OTHER_CODE;
  assertU32(id, 'verdict.id');
  assertField(txid, 32, 32, 'verdict.txid');
  assertField(wtxid, 32, 32, 'verdict.wtxid');
  assertField(tipHash, 32, 32, 'verdict.tipHash');
  assertU32(tipHeight, 'verdict.tipHeight');
  assertField(signature, 64, 64, 'verdict.signature');
  const writer = beginMessage('verdict');
  writer.u8(verdict).u8(code).u32(id);
  writer.bytes(txid).bytes(wtxid).bytes(tipHash).u32(tipHeight).bytes(signature);
  return writer.toBytes();
}

/** @throws FormatError on malformed bytes. The caller checks the signature. */
export function decodeVerdict(bytes: Uint8Array): VerdictMessage {
  const reader = openMessage(bytes, 'verdict', VERDICT_LENGTH, VERDICT_LENGTH);
  const number = reader.u8();
  const code = reader.u8();
  const verdict = VERDICT_NUMBERS[number];
  const reason = reasonText(code);
  if (verdict === undefined) throw new FormatError(`verdict.verdict: ${number}`);
  if (reason === undefined || !fits(number, code)) throw new FormatError(`verdict.reason: ${code}`);
  return {
    verdict,
    reason,
    id: reader.u32(),
    txid: readField(reader, 32, 32, 32, 'verdict.txid'),
    wtxid: readField(reader, 32, 32, 32, 'verdict.wtxid'),
    tipHash: readField(reader, 32, 32, 32, 'verdict.tipHash'),
    tipHeight: reader.u32(),
    signature: readField(reader, 64, 64, 64, 'verdict.signature'),
  };
}
