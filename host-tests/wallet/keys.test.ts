/** Keys of wallets: BIP32's, BIP84's and BIP86's vectors, a second implementation, and files of the first version. */
import { createECDH, createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HDKey } from '@scure/bip32';
import test from 'ava';
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import { ADDRESS_TYPES, keySource } from '../../trusted-node/wallet/keys.js';
import { createWallet, openWallet } from '../../trusted-node/wallet/wallet.js';
import { Random } from '../cases/random.js';

const HARDENED = 2 ** 31;
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** secp256k1 of OpenSSL. */
function publicKeyOf(secret: Buffer): Buffer {
  const ecdh = createECDH('secp256k1');
  ecdh.setPrivateKey(secret);
  return ecdh.getPublicKey(null, 'compressed');
}

/** BIP32's private derivation, written from its text. */
function derive(seed: Uint8Array, path: readonly number[]): Buffer {
  const halves = (key: Uint8Array | string, data: Uint8Array): [Buffer, Buffer] => {
    const digest = createHmac('sha512', key).update(data).digest();
    return [digest.subarray(0, 32), digest.subarray(32)];
  };
  let [secret, code] = halves('Bitcoin seed', seed);
  for (const index of path) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(index);
    const parent = index >= HARDENED ? Buffer.concat([Buffer.of(0), secret]) : publicKeyOf(secret);
    const [left, right] = halves(code, Buffer.concat([parent, number]));
    const sum = (BigInt(`0x${left.toString('hex')}`) + BigInt(`0x${secret.toString('hex')}`)) % ORDER;
    secret = Buffer.from(sum.toString(16).padStart(64, '0'), 'hex');
    code = right;
  }
  return secret;
}

test('vectors 1 to 3 of BIP32', t => {
  const ends = [
    [
      '000102030405060708090a0b0c0d0e0f',
      "m/0'/1/2'/2/1000000000",
      'xprvA41z7zogVVwxVSgdKUHDy1SKmdb533PjDz7J6N6mV6uS3ze1ai8FHa8kmHScGpWmj4WggLyQjgPie1rFSruoUihUZREPSL39UNdE3BBDu76',
    ],
    [
      'fffcf9f6f3f0edeae7e4e1dedbd8d5d2cfccc9c6c3c0bdbab7b4b1aeaba8a5a29f9c999693908d8a8784817e7b7875726f6c696663605d5a5754514e4b484542',
      "m/0/2147483647'/1/2147483646'/2",
      'xprvA2nrNbFZABcdryreWet9Ea4LvTJcGsqrMzxHx98MMrotbir7yrKCEXw7nadnHM8Dq38EGfSh6dqA9QWTyefMLEcBYJUuekgW4BYPJcr9E7j',
    ],
    [
      '4b381541583be4423346c643850da4b320e46a87ae3d2a4e6da11eba819cd4acba45d239319ac14f863b8d5ab5a0d0c64d2e8a1e7d1457df2e5a3c51c73235be',
      "m/0'",
      'xprv9uPDJpEQgRQfDcW7BkF7eTya6RPxXeJCqCJGHuCJ4GiRVLzkTXBAJMu2qaMWPrS7AANYqdq6vcBcBUdJCVVFceUvJFjaPdGZ2y9WACViL4L',
    ],
  ] as const;
  for (const [seed, path, key] of ends)
    t.is(HDKey.fromMasterSeed(hexToBytes(seed)).derive(path).privateExtendedKey, key);
});

test('the keys that BIP84 and BIP86 print', t => {
  // "abandon" eleven times and "about", without a passphrase.
  const seed = hexToBytes(
    '5eb00bbddcf069084889a8ab9155568165f5c453ccb85e70811aaed6f6da5fc19a5ac40b389cd370d086206dec8aa6c43daea6690f20ad3d8d48b2d2ce9e38e4',
  );
  const keys = keySource(2, seed, 'mainnet');
  const hex = (type: 'p2wpkh' | 'p2tr', index: number) => bytesToHex(keys(type, index).publicKey);
  t.is(hex('p2wpkh', 0), '0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c');
  t.is(hex('p2wpkh', 1), '03e775fd51f0dfb8cd865d9ff1cca2a158cf651fe997fdc9fee9c1d3b5e995ea77');
  t.is(hex('p2tr', 0).slice(2), 'cc8a4bc64d897bddc5fbc2f670f7a8ba0b386779106cf1223c6fc5d7cd6fc115');
  t.is(hex('p2tr', 1).slice(2), '83dfe85a3151d2517290da461fe2815591ef69f2b18a2ce63f01697a8b313145');
});

test('known keys of a 32-byte seed, computed by a Python program', t => {
  const keys = keySource(
    2,
    Uint8Array.from({ length: 32 }, (_, i) => i),
    'devnet',
  );
  for (const [type, index, secret, publicKey] of [
    [
      'p2wpkh',
      0,
      'd4b01bca07570e98199f891a1838b28a5bd4ce06fe2a197dc994a848fd7462a7',
      '03514e0aee9a620301c6ff37860a62e606977452a1fa5e9388f7f3eb643cb34314',
    ],
    [
      'p2wpkh',
      9999,
      'fb3e3323ab61d3c70ebf033634c80713cc6296941cf9750d5c75696ee91067be',
      '0201f4937e0fc0e945c536563af3eec5cca32e569712399e22f1c9d67b8f17ee5a',
    ],
    [
      'p2tr',
      0,
      'a4016e139126ba88465f8cada3b5635b889fbf6d1ef41afcdc461730ecb3ae29',
      '02ea7e6686484c82084359642815cdcc7e99e68e97026d8d266f192671e31285df',
    ],
    [
      'p2tr',
      9999,
      '2ed7340d9f3fe9f30541a039fe46421f9f793ba097f3405e07cabd0607d2937b',
      '03a3cc1a44404ff467d12cfaea86384799996894168b0af5eab9f506e62d29cee8',
    ],
  ] as const)
    t.deepEqual(
      [keys(type, index).secret, keys(type, index).publicKey].map(bytesToHex),
      [secret, publicKey],
      `${type}/${index}`,
    );
});

test('random seeds: the same as the second implementation', t => {
  const random = new Random(32);
  for (let round = 0; round < 40; round++) {
    const seed = random.bytes(32);
    const network = random.below(2) === 0 ? 'devnet' : 'regtest';
    const keys = keySource(2, seed, network);
    for (const type of ADDRESS_TYPES) {
      const index = random.below(10_000);
      const purpose = type === 'p2wpkh' ? 84 : 86;
      const secret = derive(seed, [HARDENED + purpose, HARDENED + 1, HARDENED, 0, index]);
      const key = keys(type, index);
      t.is(bytesToHex(key.secret), secret.toString('hex'));
      t.is(bytesToHex(key.publicKey), publicKeyOf(secret).toString('hex'));
    }
  }
});

function directory(t: { teardown(end: () => void): void }): string {
  const path = mkdtempSync(join(tmpdir(), 'mite-test-'));
  t.teardown(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const SEED = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';

/** What the version that wrote such files printed for them. */
const FIRST_VERSION = {
  devnet: {
    p2wpkh: [
      'mdev1qv369msguc7ff3rqpp80cuj3z8sdu9jxu8s4qlp',
      'mdev1qsl9cd7mstag0z92heh2sk53nnd8gcdxg9n0fxu',
      '5fb81e8575d271900409333f22d026d2121eac565c883224e076ac6f17ed07a3',
    ],
    p2tr: [
      'mdev1pnpzk00nj48x8wr35r9s9283fwpst58lremhqpshddqv74q7l7jestwm6ym',
      'mdev1pghnazg5vynrtywlnfnrzeglwuldqncch02femuln7cfulkj252xsny7p0k',
      '9c034a76e3a117a5c203efc2c55fde922107b88d95e1ab3d424297c70375d3b3',
    ],
  },
  regtest: {
    p2wpkh: [
      'bcrt1q0l5f6m3wxaz8y4hud2gmpeyq7y6n3gqw6e2pmx',
      'bcrt1qkyazwe0psaz9t7jlalyqudvlxfj2ulv72r9grq',
      'f4b339ee850ffd68b9356f2549add37f336ad57b56d0ac5be53c4b3a8a382af0',
    ],
    p2tr: [
      'bcrt1pdg4c33kjg5d5av7qzpa7k06rvqj7u2ctwr54zmnfwpw9vnw7d86smf8quz',
      'bcrt1p65v0ylk4drwjctlqu3z5j3hpg8a9f5cj79g4jrxdmrm9hp7r498qk3u4mc',
      '08af8899741060accde37b458610fbe2896407fb71deb45b1a7aba7b6911187b',
    ],
  },
} as const;

test('a file of the first version keeps its keys and its version', t => {
  for (const network of ['devnet', 'regtest'] as const) {
    const path = join(directory(t), 'wallet.json');
    writeFileSync(path, JSON.stringify({ version: 1, network, seed: SEED, counts: { p2wpkh: 1, p2tr: 1 } }));
    const wallet = openWallet(path, network);
    for (const type of ADDRESS_TYPES) {
      const [first, second, secret] = FIRST_VERSION[network][type];
      const key = wallet.keys().find(each => each.type === type);
      t.is(key?.address, first);
      t.is(bytesToHex(key!.secret), secret);
      t.is(wallet.newAddress(type).address, second);
    }
    t.deepEqual(JSON.parse(readFileSync(path, 'utf8')), {
      version: 1,
      network,
      seed: SEED,
      counts: { p2wpkh: 2, p2tr: 2 },
    });
  }
});

test('a new wallet has the second version, never another one with the same seed', t => {
  const folder = directory(t);
  const path = join(folder, 'wallet.json');
  const wallet = createWallet(path, 'devnet');
  const addresses = ADDRESS_TYPES.map(type => wallet.newAddress(type).address);
  const content = JSON.parse(readFileSync(path, 'utf8'));
  t.is(content.version, 2);
  t.deepEqual(
    openWallet(path, 'devnet')
      .addresses()
      .map(({ address }) => address),
    addresses,
  );
  const other = join(folder, 'other.json');
  for (const [version, joined] of [
    [1, undefined],
    [2, false],
  ] as const) {
    writeFileSync(other, JSON.stringify({ ...content, version }));
    t.is(openWallet(other, 'devnet').join(wallet), joined);
  }
  for (const version of [0, 1.5, '2', null, undefined]) {
    writeFileSync(other, JSON.stringify({ ...content, version }));
    t.throws(() => openWallet(other, 'devnet'), { message: /damaged/ }, String(version));
  }
});
