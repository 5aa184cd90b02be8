/** Blocks for templates, mined in script: regtest's targets take two tries. */
import { ByteWriter, concatBytes } from '../../firmware/domain/bytes.js';
import {
  assembleCoinbase,
  buildCoinbaseParts,
  coinbaseTxid,
  coinbaseWithWitness,
} from '../../firmware/domain/coinbase.js';
import { encodeHeader, headerHash } from '../../firmware/domain/header.js';
import { rootFromBranch } from '../../firmware/domain/merkle.js';
import { compactToTarget, meetsTarget } from '../../firmware/domain/target.js';
import type { Template } from '../../trusted-node/ports/upstream.js';

/** OP_TRUE */
const ANYBODY = Uint8Array.of(0x51);

/** The whole block (BIP144) that meets the template's target. @param salt makes it another block */
export function mine(template: Template, salt = 0, script = ANYBODY): Uint8Array {
  const { prefix, suffix } = buildCoinbaseParts({
    height: template.height,
    outputs: [{ value: template.value, script }],
    witnessCommitment: template.witnessCommitment,
    extranonceLength: 8,
  });
  const extranonce = new Uint8Array(8);
  new DataView(extranonce.buffer).setUint32(0, salt);
  const header = {
    version: template.version,
    previousHash: template.previousHash,
    merkleRoot: rootFromBranch(coinbaseTxid(prefix, extranonce, suffix), template.merkleBranch, 0),
    time: template.time,
    nBits: template.nBits,
    nonce: 0,
  };
  const target = compactToTarget(template.nBits);
  while (!meetsTarget(headerHash(header), target)) header.nonce++;
  return concatBytes(
    encodeHeader(header),
    new ByteWriter(9).varint(template.transactions.length + 1).toBytes(),
    coinbaseWithWitness(assembleCoinbase(prefix, extranonce, suffix)),
    ...template.transactions.map(({ raw }) => raw),
  );
}
