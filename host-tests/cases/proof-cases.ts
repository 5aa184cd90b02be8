import { hashToDisplay, hexToBytes } from '../../firmware/domain/bytes.js';
import { headerHash } from '../../firmware/domain/header.js';
import { parseTxOutProof } from '../../firmware/domain/txoutproof.js';
import type { Case } from './case.js';
import { TX_OUT_PROOF } from './samples.js';

export const cases: Case[] = [
  {
    name: 'proof: the last transaction of block 830000',
    run(t) {
      const proof = parseTxOutProof(hexToBytes(TX_OUT_PROOF));
      t.equal(
        hashToDisplay(headerHash(proof.header)),
        '000000000000000000011d55599ed27d7efca05f5849b755319c89eb2cffbc1f',
      );
      t.equal(proof.transactionCount, 1851);
      t.equal(
        proof.matches.map(match => match.index),
        [1850],
      );
    },
  },
  {
    name: 'proof: no changed bit, no cut and no addition passes for another proof',
    run(t) {
      const bytes = hexToBytes(TX_OUT_PROOF);
      const [match] = parseTxOutProof(bytes).matches;
      for (let at = 0; at < bytes.length; at++) {
        const bent = bytes.slice();
        bent[at]! ^= 1;
        // The count is bound to the tree's depth only, and the header's other fields are the caller's.
        const free = at < 36 || (at >= 68 && at < 84);
        if (free) continue;
        t.throws(() => parseTxOutProof(bent), /^FormatError/);
        t.throws(() => parseTxOutProof(bytes.subarray(0, at)), /^FormatError/);
      }
      t.throws(() => parseTxOutProof(hexToBytes(`${TX_OUT_PROOF}00`)), /^FormatError/);
      t.equal(match!.txid.length, 32);
    },
  },
  {
    name: 'proof: a block of no or of too many transactions is refused',
    run(t) {
      const bytes = hexToBytes(TX_OUT_PROOF);
      const view = new DataView(bytes.buffer);
      for (const count of [0, 16667, 0xffffffff]) {
        view.setUint32(80, count, true);
        t.throws(() => parseTxOutProof(bytes), /^FormatError: proof for a block/);
      }
    },
  },
];
