/** Payout addresses: text to output script, and the own wallet's address as the default. */
import { Address, OutScript } from '@scure/btc-signer';
import type { NetworkName, NetworkRules } from '../../firmware/domain/networks.js';
import { ConfigError } from './config.js';

export function addressScript(address: string, rules: NetworkRules, key: string): Uint8Array {
  const main = rules.name === 'mainnet';
  try {
    return OutScript.encode(
      Address({
        bech32: rules.bech32Hrp,
        pubKeyHash: main ? 0x00 : 0x6f,
        scriptHash: main ? 0x05 : 0xc4,
        wif: main ? 0x80 : 0xef,
      }).decode(address),
    );
  } catch {
    throw new ConfigError(`${key}: not an address of ${rules.name}`);
  }
}

export async function ownPayoutAddress(_data: string, _network: NetworkName): Promise<string> {
  throw new ConfigError('payoutAddress: the wallet is not there yet');
}
