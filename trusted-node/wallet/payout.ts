/** Payout addresses: text to output script, and the node's own wallet's address as the default. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NETWORKS, type NetworkName, type NetworkRules } from '../../firmware/domain/networks.js';
import { ConfigError, type NodeConfig } from '../config/config.js';
import { AddressError, scriptOfAddress } from './address.js';
import { createWallet, openWallet, type Wallet } from './wallet.js';

export function walletFile(data: string): string {
  return join(data, 'wallet.json');
}

/** @param key names the setting in the error @throws ConfigError */
export function addressScript(address: string, rules: NetworkRules, key: string): Uint8Array {
  try {
    return scriptOfAddress(address, rules);
  } catch (error) {
    if (error instanceof AddressError) throw new ConfigError(`${key}: ${error.message}`);
    throw error;
  }
}

/** The data directory's wallet, made if there is none. @throws WalletError */
export function ownWallet(data: string, network: NetworkName): Wallet {
  const file = walletFile(data);
  return existsSync(file) ? openWallet(file, network) : createWallet(file, network);
}

/** The wallet's first address, made if there is none: always the same one. @throws WalletError */
export function ownPayoutAddress(data: string, network: NetworkName): string {
  const wallet = ownWallet(data, network);
  return (wallet.addresses().find(entry => entry.type === 'p2wpkh') ?? wallet.newAddress('p2wpkh')).address;
}

export interface Payee {
  /** '' where nobody knows whom a pool pays. */
  readonly address: string;
  /** Its output script. */
  readonly script: Uint8Array | undefined;
  /** The node's own wallet, where the address is of it. */
  readonly wallet: Wallet | undefined;
}

/**
 * Whom blocks pay: the address of the settings; else, with a pool, the one that it knows the worker by (ADDRESS.worker); else
 * the node's own wallet's.
 * @throws ConfigError, WalletError
 */
export function payee({ payoutAddress, pool, data, network }: NodeConfig): Payee {
  const rules = NETWORKS[network];
  if (payoutAddress !== undefined)
    return {
      address: payoutAddress,
      script: addressScript(payoutAddress, rules, 'payoutAddress'),
      wallet: undefined,
    };
  if (pool !== undefined) {
    const address = pool.pools[0]!.user.replace(/[./_+].*$/s, '');
    try {
      return { address, script: scriptOfAddress(address, rules), wallet: undefined };
    } catch (error) {
      if (!(error instanceof AddressError)) throw error;
      return { address: '', script: undefined, wallet: undefined };
    }
  }
  const address = ownPayoutAddress(data, network);
  return { address, script: addressScript(address, rules, 'wallet'), wallet: ownWallet(data, network) };
}
