/** What the owner demands of the node's jobs, from the settings as typed. Pure. */
import { decodeAddress } from '../../domain/address.js';
import type { NetworkName } from '../../domain/address-prefixes.js';
import { FormatError, hexToBytes, reverseBytes } from '../../domain/bytes.js';
import { DIGITS, only } from '../../settings/kinds.js';

/** The owner's part of subsidy and fees in solo mode, in basis points, unless set otherwise. */
export const SOLO_SHARE = 9800;

export interface PayoutValues {
  readonly 'payout.address': string;
  readonly 'payout.mode': 'solo' | 'group';
  /** '' or a percentage */
  readonly 'payout.share': string;
  readonly 'payout.check': 'enforce' | 'warn';
  readonly 'chain.network': NetworkName;
  readonly 'chain.check'?: 'enforce' | 'warn';
}

export interface OwnersPolicy {
  /** Output script; undefined without an address. */
  readonly script: Uint8Array | undefined;
  /** Basis points; 0: any output to the owner. */
  readonly share: number;
  readonly enforce: boolean;
  /** Jobs of a pool are mined without a verified header. */
  readonly unverified?: boolean;
  /** Why the settings are unusable. */
  readonly problem?: string;
}

/** '98' or '33.25' as basis points; undefined unless 0.01 to 100 with at most two decimals. */
export function parseShare(text: string): number | undefined {
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const rest = point < 0 ? '' : text.slice(point + 1);
  if (whole === '' || whole.length > 3 || !only(whole, DIGITS)) return undefined;
  if (point >= 0 && (rest === '' || rest.length > 2 || !only(rest, DIGITS))) return undefined;
  const points = Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  return points >= 1 && points <= 10_000 ? points : undefined;
}

/** 'HEIGHT:HASH', the hash as explorers show it; the hash of the result is in internal order. */
export function parseCheckpoint(
  text: string,
): { readonly height: number; readonly hash: Uint8Array } | undefined {
  const colon = text.indexOf(':');
  const height = text.slice(0, Math.max(colon, 0));
  const hash = text.slice(colon + 1).toLowerCase();
  if (height === '' || height.length > 9 || !only(height, DIGITS)) return undefined;
  if (hash.length !== 64 || !only(hash, `${DIGITS}abcdef`)) return undefined;
  return { height: Number(height), hash: reverseBytes(hexToBytes(hash)) };
}

/** @returns why an address cannot be used on a network; undefined if it can, and if there is no address */
export function payoutProblem(address: string, network: string): string | undefined {
  if (address === '') return undefined;
  try {
    const { networks } = decodeAddress(address);
    if (networks.some(name => name === network)) return undefined;
    return `payout.address belongs to ${networks.join(' or ')}, but chain.network is ${network}`;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

export function ownersPolicy(values: PayoutValues): OwnersPolicy {
  const { 'payout.address': address, 'chain.network': network } = values;
  const share = parseShare(values['payout.share']) ?? (values['payout.mode'] === 'group' ? 0 : SOLO_SHARE);
  const enforce = values['payout.check'] !== 'warn';
  const demand = { share, enforce, ...(values['chain.check'] === 'warn' && { unverified: true }) };
  if (address === '') return { script: undefined, ...demand };
  try {
    const { script, networks } = decodeAddress(address);
    if (networks.includes(network)) return { script, ...demand };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
  const problem = `payout.address is no address of ${network} (chain.network)`;
  return { script: undefined, ...demand, problem };
}
