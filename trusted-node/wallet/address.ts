/**
 * Segwit addresses (BIP173 bech32, BIP350 bech32m) of one network, and scripts from them.
 * @module
 */
import { Address, OutScript } from '@scure/btc-signer';
import type { BTC_NETWORK } from '@scure/btc-signer/utils.js';
import { NETWORKS, type NetworkRules } from '../../firmware/domain/networks.js';

/** What @scure/btc-signer needs to know. Base58 bytes are those of Bitcoin's test networks; none is printed here. */
export function signerNetwork(rules: NetworkRules): BTC_NETWORK {
  return { bech32: rules.bech32Hrp, pubKeyHash: 0x6f, scriptHash: 0xc4, wif: 0xef };
}

/** An address that cannot be used; the message says why. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

/**
 * The output script an address stands for: P2WPKH, P2WSH or P2TR.
 * @throws AddressError: not an address, of another network, mistyped
 */
export function scriptOfAddress(address: string, rules: NetworkRules): Uint8Array {
  if (typeof address !== 'string' || address.length > 90 || !/^[a-zA-Z0-9]+$/.test(address))
    throw new AddressError('not an address');
  const hrp = address.slice(0, address.lastIndexOf('1')).toLowerCase();
  if (hrp !== rules.bech32Hrp) {
    const other = Object.values(NETWORKS).find(network => network.bech32Hrp === hrp);
    throw new AddressError(
      other
        ? `the address is of network ${other.name}, this is ${rules.name}`
        : `not an address of ${rules.name} (those begin with ${rules.bech32Hrp}1)`,
    );
  }
  try {
    return OutScript.encode(Address(signerNetwork(rules)).decode(address));
  } catch {
    throw new AddressError('the address is mistyped: its checksum is wrong or its program unknown');
  }
}

/** The address of a P2WPKH, P2WSH or P2TR script, or undefined for other kinds. */
export function addressOfScript(script: Uint8Array, rules: NetworkRules): string | undefined {
  try {
    const output = OutScript.decode(script);
    if (output.type !== 'wpkh' && output.type !== 'wsh' && output.type !== 'tr') return undefined;
    return Address(signerNetwork(rules)).encode(output);
  } catch {
    return undefined;
  }
}
