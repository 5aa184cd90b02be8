/** What a miner says about its software when it subscribes. */
import { DIFFICULTY_1_TARGET } from '../../../firmware/domain/target.js';

export interface Software {
  /** as Hello's board and firmware: for lists */
  readonly board: string;
  readonly firmware: string;
}

/** Firmware that reads a difficulty as a whole number: 0.5 would become 0, and every hash a share. */
const WHOLE_NUMBERS = /^(bitaxe|esp-?miner|nerdq?axe|nerdoctaxe)/i;

/**
 * @param agent "name/version", as most write it
 * @example softwareOf('cpuminer/2.5.1') // { board: 'cpuminer', firmware: '2.5.1' }
 */
export function softwareOf(agent: string): Software {
  const [name = '', ...rest] = agent.split('/');
  const board = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .slice(0, 32);
  const firmware = rest
    .join('-')
    .replace(/[^A-Za-z0-9._+-]/g, '')
    .slice(0, 32);
  return { board: board === '' ? 'stratum' : board, firmware: firmware === '' ? '-' : firmware };
}

/** The easiest target that this software understands; undefined: any. */
export function easiestFor(agent: string): bigint | undefined {
  return WHOLE_NUMBERS.test(agent) ? DIFFICULTY_1_TARGET : undefined;
}
