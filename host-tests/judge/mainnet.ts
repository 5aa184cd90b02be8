/** The transactions of a mainnet block whose spent outputs are in it too, as offers, with what they spend by kind. */
import { parseBlock } from '../../firmware/domain/block.js';
import { hashToDisplay } from '../../firmware/domain/bytes.js';
import {
  serializeTransaction,
  type TxInput,
  type TxOutput,
  txid,
} from '../../firmware/domain/transaction.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';

export interface KnownSpend {
  readonly txid: string;
  /** Kinds of what it spends, each once, in order. */
  readonly kinds: string;
  readonly raw: Uint8Array;
  readonly spent: Uint8Array;
}

export interface BlockSpends {
  /** Without the coinbase. */
  readonly transactions: number;
  readonly known: readonly KnownSpend[];
  /** What the board would not be offered: a spent script of more than 520 bytes. */
  readonly unofferable: number;
}

/** @throws FormatError when the bytes are no block */
export function spendsOf(bytes: Uint8Array): BlockSpends {
  const { transactions } = parseBlock(bytes);
  const outputs = new Map(transactions.map(each => [hashToDisplay(txid(each)), each.outputs]));
  const known: KnownSpend[] = [];
  let unofferable = 0;
  for (const transaction of transactions.slice(1)) {
    const spent: TxOutput[] = [];
    for (const { previous } of transaction.inputs) {
      const output = outputs.get(hashToDisplay(previous.txid))?.[previous.index];
      if (output !== undefined) spent.push(output);
    }
    if (spent.length < transaction.inputs.length) continue;
    if (spent.some(({ script }) => script.length > 520)) {
      unofferable++;
      continue;
    }
    const kinds = new Set(spent.map(({ script }, i) => kindOf(script, transaction.inputs[i]!)));
    known.push({
      txid: hashToDisplay(txid(transaction)),
      kinds: [...kinds].sort().join(' + '),
      raw: serializeTransaction(transaction),
      spent: packSpent(spent),
    });
  }
  return { transactions: transactions.length - 1, known, unofferable };
}

function kindOf(script: Uint8Array, { scriptSig, witness }: TxInput): string {
  const { length } = script;
  if (length === 34 && script[0] === 0x51) {
    const annex = witness.length > 1 && witness[witness.length - 1]![0] === 0x50;
    return witness.length - (annex ? 1 : 0) > 1 ? 'P2TR script' : 'P2TR key';
  }
  if (length === 22 && script[0] === 0) return 'P2WPKH';
  if (length === 34 && script[0] === 0) return 'P2WSH';
  if (length === 25 && script[0] === 0x76) return 'P2PKH';
  if (length !== 23 || script[0] !== 0xa9) return 'bare script';
  if (scriptSig.length === 23 && scriptSig[1] === 0) return 'P2SH-P2WPKH';
  return scriptSig.length === 35 && scriptSig[1] === 0 ? 'P2SH-P2WSH' : 'P2SH';
}
