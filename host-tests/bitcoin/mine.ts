/** Blocks for templates, mined in script: regtest's targets take two tries. */
import type { Template } from '../../trusted-node/ports/upstream.js';
import { blockOfTemplate } from '../ledger/chain-maker.js';

/** OP_TRUE */
const ANYBODY = Uint8Array.of(0x51);

/** The whole block (BIP144) that meets the template's target. @param salt makes it another block */
export function mine(template: Template, salt = 0): Uint8Array {
  return blockOfTemplate(template, ANYBODY, salt);
}
