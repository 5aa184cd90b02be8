/** Addresses against @scure/btc-signer, an independent implementation. */
import { Address, OutScript } from '@scure/btc-signer';
import test from 'ava';
import { decodeAddress, scriptOfAddress } from '../../firmware/domain/address.js';
import { ADDRESS_PREFIXES } from '../../firmware/domain/address-prefixes.js';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { NETWORKS, type NetworkName } from '../../firmware/domain/networks.js';
import { Random } from '../cases/random.js';

function oracle(name: NetworkName) {
  const { hrp, p2pkh, p2sh } = ADDRESS_PREFIXES[name];
  return Address({ bech32: hrp, pubKeyHash: p2pkh, scriptHash: p2sh, wif: 0xef });
}

const NAMES = Object.keys(NETWORKS) as NetworkName[];

/** Output scripts of every kind that has an address. */
function scripts(random: Random): [string, Uint8Array][] {
  const hash = random.bytes(20);
  return [
    ['p2pkh', OutScript.encode({ type: 'pkh', hash })],
    ['p2sh', OutScript.encode({ type: 'sh', hash })],
    ['p2wpkh', OutScript.encode({ type: 'wpkh', hash })],
    ['p2wsh', OutScript.encode({ type: 'wsh', hash: random.bytes(32) })],
  ];
}

test('every kind of every network: the script that @scure/btc-signer made the address from', t => {
  const random = new Random(13);
  for (const name of NAMES) {
    t.is(NETWORKS[name].bech32Hrp, ADDRESS_PREFIXES[name].hrp);
    for (let i = 0; i < 100; i++) {
      for (const [kind, script] of scripts(random)) {
        const text = oracle(name).encode(OutScript.decode(script));
        const address = decodeAddress(text);
        t.is<string, string>(address.kind, kind);
        t.true(address.networks.includes(name));
        t.is(bytesToHex(address.script), bytesToHex(script), text);
        if (kind.startsWith('p2w')) {
          t.is(bytesToHex(scriptOfAddress(text.toUpperCase(), name)), bytesToHex(script));
        }
        for (const other of NAMES) {
          if (address.networks.includes(other)) continue;
          t.throws(() => scriptOfAddress(text, other), { message: new RegExp(`not of ${other}$`) });
          t.throws(() => oracle(other).decode(text));
        }
      }
    }
  }
});

test('taproot, with keys that are points of the curve', async t => {
  const { schnorr } = await import('@noble/curves/secp256k1.js');
  const random = new Random(341);
  for (let i = 0; i < 20; i++) {
    const pubkey = schnorr.getPublicKey(random.bytes(32));
    const text = oracle('mainnet').encode({ type: 'tr', pubkey });
    const address = decodeAddress(text);
    t.is(address.kind, 'p2tr');
    t.is(bytesToHex(address.script), bytesToHex(OutScript.encode({ type: 'tr', pubkey })));
  }
});

test('20,000 damaged addresses: refused, or the same as the oracle reads', t => {
  const random = new Random(58);
  let refused = 0;
  for (let i = 0; i < 20_000; i++) {
    const name = random.pick(NAMES);
    const [, script] = random.pick(scripts(random));
    const text = oracle(name).encode(OutScript.decode(script));
    const at = random.below(text.length);
    const damaged =
      text.slice(0, at) +
      random.pick(['', text[at]! + text[at]!, 'q', '1', 'z', 'Q']) +
      text.slice(at + 1 + random.below(2));
    let ours: string | undefined;
    try {
      ours = bytesToHex(decodeAddress(damaged).script);
    } catch (error) {
      t.is((error as Error).name, 'FormatError');
      t.false((error as Error).message.includes(damaged));
      refused++;
      continue;
    }
    const theirs = NAMES.map(other => {
      try {
        return bytesToHex(OutScript.encode(oracle(other).decode(damaged)));
      } catch {
        return undefined;
      }
    });
    t.true(theirs.includes(ours), damaged);
  }
  t.true(refused > 15_000);
});
