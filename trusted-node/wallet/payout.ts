/** Payout addresses: text to output script, and the node's own wallet's address as the default. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NetworkName, NetworkRules } from '../../firmware/domain/networks.js';
import { ConfigError } from '../config/config.js';
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
