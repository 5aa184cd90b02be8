import { decodeAddress, scriptOfAddress } from '../../firmware/domain/address.js';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import type { Case } from './case.js';
import { Random } from './random.js';

/** Address, kind, script. From BIP173, BIP350, BIP13's examples and well-known outputs. */
export const ADDRESSES: readonly (readonly [string, string, string])[] = [
  ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'p2wpkh', '0014751e76e8199196d454941c45d1b3a323f1433bd6'],
  ['tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'p2wpkh', '0014751e76e8199196d454941c45d1b3a323f1433bd6'],
  [
    'tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7',
    'p2wsh',
    '00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262',
  ],
  [
    'tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy',
    'p2wsh',
    '0020000000c4a5cad46221b2a187905e5266362b99d5e91c6ce24d165dab93e86433',
  ],
  [
    'tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c',
    'p2tr',
    '5120000000c4a5cad46221b2a187905e5266362b99d5e91c6ce24d165dab93e86433',
  ],
  [
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    'p2tr',
    '512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798',
  ],
  // The genesis block's key, an address of hash 0, BIP13's kind with its first well-known example.
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'p2pkh', '76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac'],
  ['1111111111111111111114oLvT2', 'p2pkh', '76a914000000000000000000000000000000000000000088ac'],
  ['3P14159f73E4gFr7JterCCQh9QjiTjiZrG', 'p2sh', 'a914e9c3dd0c07aac76179ebc76a6c78d4d67c6c160a87'],
];

/** Invalid ones of BIP350, with the reason it gives; then those whose programs nobody can own today. */
const WRONG: readonly (readonly [string, RegExp])[] = [
  ['tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut', /not an address/],
  ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', /checksum/],
  ['tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf', /checksum/],
  ['BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL', /checksum/],
  ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh', /checksum/],
  ['tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47', /checksum/],
  ['bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', /not an address/],
  ['BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R', /unknown kind/],
  ['bc1pw5dgrnzv', /unknown kind/],
  ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav', /unknown kind/],
  ['BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P', /unknown kind/],
  ['tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq', /mixes/],
  ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf', /padding/],
  ['tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j', /padding/],
  ['bc1gmk9yu', /not an address/],
  ['bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y', /unknown kind/],
  ['BC1SW50QGDZ25J', /unknown kind/],
  ['bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs', /unknown kind/],
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', /checksum/],
  ['11A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', /not an address/],
  ['A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', /not an address|checksum/],
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a', /not an address/],
  ['3P14159f73E4gFr7JterCCQh9QjiTjiZrGzzz', /not an address/],
  ['LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1', /unknown network/],
  ['', /not an address/],
  [' ', /not an address/],
  ['1', /not an address/],
  ['bc1', /not an address/],
  ['bc1q', /not an address/],
  ['z'.repeat(35), /not an address/],
  ['z'.repeat(91), /not an address/],
  ['bc1\u{1f600}\u0130\u0000', /not an address|mixes/],
];

export const cases: Case[] = [
  {
    name: 'address: what BIP13, BIP173 and BIP350 give as examples',
    run(t) {
      for (const [text, kind, script] of ADDRESSES) {
        const address = decodeAddress(text);
        t.equal(address.kind, kind, text);
        t.bytes(address.script, script, text);
      }
    },
  },
  {
    name: 'address: wrong ones are refused, each with its reason and without the text',
    run(t) {
      for (const [text, pattern] of WRONG) {
        t.throws(() => decodeAddress(text), /^FormatError: /);
        t.throws(() => decodeAddress(text), pattern);
      }
      t.throws(() => decodeAddress(undefined as unknown as string), /not an address/);
    },
  },
  {
    name: 'address: only those of the network count',
    run(t) {
      const test = 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx';
      t.bytes(scriptOfAddress(test, 'signet'), '0014751e76e8199196d454941c45d1b3a323f1433bd6');
      t.bytes(scriptOfAddress(test, 'testnet4'), '0014751e76e8199196d454941c45d1b3a323f1433bd6');
      t.throws(() => scriptOfAddress(test, 'mainnet'), /is of testnet4 or signet, not of mainnet/);
      t.throws(() => scriptOfAddress(test, 'regtest'), /not of regtest/);
      const main = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
      t.ok(scriptOfAddress(main, 'mainnet').length === 25);
      t.throws(() => scriptOfAddress(main, 'devnet'), /is of mainnet, not of devnet/);
      t.equal(decodeAddress('mdev1qwdey5jmz3j9hncnzds62r8dd8kluyzh78ljvgm').networks, ['devnet']);
    },
  },
  {
    name: 'address: every single wrong character is noticed',
    run(t) {
      const random = new Random(350);
      let refused = 0;
      let tried = 0;
      for (const [text] of ADDRESSES) {
        for (let at = 0; at < text.length; at++) {
          const code = random.between(0x21, 0x7e);
          const wrong = `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}`;
          // Bech32 without regard to case is the same address, if all letters agree.
          if (wrong.toLowerCase() === text.toLowerCase()) continue;
          tried++;
          try {
            decodeAddress(wrong);
          } catch {
            refused++;
          }
        }
      }
      t.equal(refused, tried);
      t.ok(tried > 300);
    },
  },
  {
    name: 'address: 5,000 random and damaged texts never give anything but an error or a script',
    run(t) {
      const random = new Random(173);
      for (let i = 0; i < 5_000; i++) {
        const [text] = random.pick(ADDRESSES);
        let damaged = '';
        for (let at = 0; at < text.length; at++) {
          const what = random.below(40);
          if (what > 1) damaged += text[at];
          if (what === 1) damaged += String.fromCharCode(random.below(0x180));
        }
        try {
          const { script } = decodeAddress(damaged);
          t.ok(damaged === text || bytesToHex(script).length > 0);
        } catch (error) {
          if ((error as Error).name !== 'FormatError') throw error;
        }
      }
      t.ok(true);
    },
  },
];
