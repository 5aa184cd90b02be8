/** Whose rules jobs and headers must follow, and what the owner demands of a job. */
import { decodeAddress } from '../../domain/address.js';
import { NETWORK_NAMES } from '../../domain/address-prefixes.js';
import { FormatError } from '../../domain/bytes.js';
import type { Agreement } from '../../settings/configuration.js';
import { choice, text, type Values } from '../../settings/kinds.js';
import { parseCheckpoint, parseShare, payoutProblem } from './policy.js';

function checkAddress(value: string): string | undefined {
  try {
    decodeAddress(value);
    return undefined;
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}

function checkShare(value: string): string | undefined {
  return parseShare(value) === undefined ? 'expected 0.01 to 100, two decimals at most' : undefined;
}

function checkCheckpoint(value: string): string | undefined {
  return parseCheckpoint(value) === undefined ? 'expected HEIGHT:HASH, the hash of 64 hex digits' : undefined;
}

export const chainSettings = {
  'payout.address': text({
    waitsFor: 'chain.network',
    maxLength: 90,
    check: checkAddress,
    help: 'your payout address: jobs that pay it too little are refused; while it is not set, payouts are not checked',
  }),
  'payout.mode': choice({
    waitsFor: 'chain.network',
    default: 'solo',
    choices: ['solo', 'group'],
    help: 'whose a block is: you get 98 % of it (solo), or an output of it (group)',
  }),
  'payout.share': text({
    waitsFor: 'chain.network',
    maxLength: 6,
    check: checkShare,
    help: 'percent of subsidy and fees that you must get, as 98 or 12.5; replaces what payout.mode says',
  }),
  'payout.check': choice({
    waitsFor: 'chain.network',
    default: 'enforce',
    choices: ['enforce', 'warn'],
    help: 'what to do with a job that pays you too little: refuse it (enforce), or mine it with a warning (warn)',
  }),
  'chain.check': choice({
    default: 'enforce',
    choices: ['enforce', 'warn'],
    help: 'what to do with the job of a pool that builds on no header the board could verify: refuse it (enforce), or mine it and say so (warn); other jobs are always refused',
  }),
  'chain.network': choice({
    default: 'devnet',
    choices: NETWORK_NAMES,
    needsRestart: true,
    help: 'the network by whose rules the board checks headers, jobs and addresses',
  }),
  'chain.checkpoint': text({
    maxLength: 74,
    check: checkCheckpoint,
    needsRestart: true,
    help: 'HEIGHT:HASH of a block that the chain must contain; checking starts there; not set: the built-in one',
  }),
};

export type ChainValues = Values<typeof chainSettings>;

/** An address is used with the stored network: both wait for the same restart. */
export const payoutAgreement: Agreement<'payout.address' | 'chain.network'> = {
  keys: ['payout.address', 'chain.network'],
  problem: value => payoutProblem(String(value('payout.address')), String(value('chain.network'))),
};
