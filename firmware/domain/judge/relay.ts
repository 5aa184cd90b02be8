/**
 * What Bitcoin Core asks of a transaction's form before it relays it, as far as the transaction alone says it
 * (IsStandardTx, policy/policy.cpp). What scripts and witnesses must not do is in script/; fees, dust and the kinds of
 * new outputs are each node's own settings, and nothing is said of them.
 * @module
 */
import { isPushOnly } from '../script/opcodes.js';
import { Cursor, type TransactionView, u32At } from '../transaction-view.js';

/** TX_MAX_STANDARD_VERSION. */
const MAX_VERSION = 3;
/** MAX_STANDARD_SCRIPTSIG_SIZE: room for 15 signatures and keys. */
const MAX_SCRIPT_SIG = 1650;

/** @returns why it is not relayed, in Bitcoin Core's words, or undefined */
export function relayFault({ bytes, start, inputs, inputCount }: TransactionView): string | undefined {
  const version = u32At(bytes, start);
  if (version < 1 || version > MAX_VERSION) return 'version';
  const cursor = new Cursor(bytes, inputs);
  for (let i = 0; i < inputCount; i++) {
    cursor.skip(36);
    const scriptSig = cursor.block();
    if (cursor.at - scriptSig > MAX_SCRIPT_SIG) return 'scriptsig-size';
    if (!isPushOnly(bytes, scriptSig, cursor.at)) return 'scriptsig-not-pushonly';
    cursor.skip(4);
  }
  return undefined;
}
