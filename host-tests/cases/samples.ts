/** Real and made transactions, blocks and a job that several lists of cases use. @module */
import { hexToBytes } from '../../firmware/domain/bytes.js';
import { buildCoinbaseParts } from '../../firmware/domain/coinbase.js';
import type { Job } from '../../firmware/domain/job.js';
import { NETWORKS } from '../../firmware/domain/networks.js';

export const BLOCK_125552_HEADER =
  '0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000e320b6c2fffc8d750423db8b1eb942ae' +
  '710e951ed797f7affc8892b0f1fc122bc7f5d74df2b9441a42a14695';

const BLOCK_170_HEADER =
  '0100000055bd840a78798ad0da853f68974f3d183e2bd1db6a842c1feecf222a00000000ff104ccb05421ab93e63f8c3ce5c2c2e' +
  '9dbb37de2764b3a3175c8166562cac7d51b96a49ffff001d283e9e70';
const BLOCK_170_COINBASE =
  '01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff0704ffff001d0102ffffff' +
  'ff0100f2052a01000000434104d46c4968bde02899d2aa0963367c7a6ce34eec332b32e42e5f3407e052d64ac625da6f0718e7b3' +
  '02140434bd725706957c092db53805b821a85b23a7ac61725bac00000000';
/** Satoshi's payment to Hal Finney */
export const BLOCK_170_PAYMENT =
  '0100000001c997a5e56e104102fa209c6a852dd90660a20b2d9c352423edce25857fcd3704000000004847304402204e45e16932' +
  'b8af514961a1d3a1a25fdf3f4f7732e9d624c6c61548ab5fb8cd410220181522ec8eca07de4860a4acdd12909d831cc56cbbac46' +
  '22082221a8768d1d0901ffffffff0200ca9a3b00000000434104ae1a62fe09c5f51b13905f07f06b99a2f7159b2225f374cd378d' +
  '71302fa28414e7aab37397f554a7df5f142c21c1b7303b8a0626f1baded5c72a704f7e6cd84cac00286bee000000004341041' +
  '1db93e1dcdb8a016b49840f8c53bc1eb68a382e97b1482ecad7b148a6909a5cb2e0eaddfb84ccf9744464f82e160bfa9b8b64f9d' +
  '4c03f999b8643f656b412a3ac00000000';
export const BLOCK_170 = `${BLOCK_170_HEADER}02${BLOCK_170_COINBASE}${BLOCK_170_PAYMENT}`;

/** BIP143's first example, signed: a P2PK input and a P2WPKH input. */
export const BIP143_TRANSACTION =
  '01000000000102fff7f7881a8099afa6940d42d1e7f6362bec38171ea3edf433541db4e4ad969f00000000494830450221008b9d' +
  '1dc26ba6a9cb62127b02742fa9d754cd3bebf337f7a55d114c8e5cdd30be022040529b194ba3f9281a99f2b1c0a19c0489bc22ed' +
  'e944ccf4ecbab4cc618ef3ed01eeffffffef51e1b804cc89d182d279655c3aa89e815b1b309fe287d9b2b55d57b90ec68a010000' +
  '0000ffffffff02202cb206000000001976a9148280b37df378db99f66f85c95a783a76ac7a6d5988ac9093510d000000001976a9' +
  '143bde42dbee7e4dbe6a21b2d50ce2f0167faa815988ac000247304402203609e17b84f6a7d30c80bfa610b5b4542f32a8a0d544' +
  '7a12fb1366d7f01cc44a0220573a954c4518331561406f90300e8f3358f51928d43c212a8caed02de67eebee0121025476c2e831' +
  '88368da1ff3e292e7acafcdb3566bb0ad253f62fc70f07aeee635711000000';

/** `gettxoutproof` for the last of block 830000's 1,851 transactions */
export const TX_OUT_PROOF =
  '0080ee2578a3104f1a64159e5a953a4a1015795a1e66894bf7c00200000000000000000070adb2fd1ac9b017ea1a2e66457af051' +
  '4dfbae502efd20473e6e77c2d4cf568a410fc9655dba0317403497a13b07000008a34b834a2cad470688b4be16f37cf9faada401' +
  '37bfef564a3996dcc426a5ccdb1ab6dd66341c841e6d2d67561ac470f50352b00a537376cf6d354412d15cf20172bebe7a90dfc8' +
  '4a3b05d34fe43566816488c56b202e904a1cc0b704be72db6689c18d3bea0d0d26c0e730cd7c0c910fabcf6a67686c58b7f80a08' +
  '18ba5b77c0690187907a0a266d4e8cc4e99756ec73a801a6a51a5a792ae8d471fa909b3d64058b32c42ba50a1f67f3b9decc0e38' +
  '6a2f77f4ad89936df70143fa359dc79b8a969946865c21c5e851a7aed29e2f946bf433b24766e9005c13a17ad010cad22d1f5ffa' +
  '5ea67b131f09dca8e0589ca4d6f45c03f9bec9a62cd448d0d481574dc203d5d506';

/** A job for the devnet with a share target of about 512 hashes and a block target of about 65,536. */
export function sampleJob(change: Partial<Job> = {}): Job {
  const { prefix, suffix } = buildCoinbaseParts({
    height: 1234,
    outputs: [{ value: 5_000_000_000n, script: hexToBytes(`0014${'5a'.repeat(20)}`) }],
    witnessCommitment: new Uint8Array(32).fill(0xc7),
    extranonceLength: 8,
  });
  return {
    id: 77,
    clean: true,
    height: 1234,
    version: 0x20000000,
    previousHash: hexToBytes('61ebf6'.padEnd(64, '0')),
    nBits: 0x1f00ffff,
    time: 1767230000,
    minTime: 1767229000,
    maxTime: 1767237200,
    versionMask: 0x1fffe000,
    shareBits: 0x1f7fffff,
    extranonce1: Uint8Array.of(0, 0, 1, 2),
    extranonce2Length: 4,
    coinbasePrefix: prefix,
    coinbaseSuffix: suffix,
    merkleBranch: [
      new Uint8Array(32).fill(0x11),
      new Uint8Array(32).fill(0x22),
      new Uint8Array(32).fill(0x33),
    ],
    fees: 0n,
    payoutGroup: 'owner',
    ...change,
  };
}

/** Extranonce2 of the two shares below. */
export const SAMPLE_EXTRANONCE2 = Uint8Array.of(1, 2, 3, 4);
/** The first nonce of {@link sampleJob} that meets the share target only, and the first that makes a block. */
export const SAMPLE_SHARE_NONCE = 2007;
export const SAMPLE_BLOCK_NONCE = 19367;

/** The first job of a devnet: on its genesis block, paying `script`. Shares every 512 hashes or so. */
export function firstJob(change: Partial<Job> = {}): Job {
  const { genesis } = NETWORKS.devnet;
  const { prefix, suffix } = buildCoinbaseParts({
    height: 1,
    outputs: [{ value: 5_000_000_000n, script: hexToBytes(`0014${'5a'.repeat(20)}`) }],
    extranonceLength: 8,
  });
  const { time, nBits } = genesis.header;
  return sampleJob({
    height: 1,
    previousHash: genesis.hash,
    nBits,
    time: time + 20,
    minTime: time + 1,
    maxTime: time + 7200,
    coinbasePrefix: prefix,
    coinbaseSuffix: suffix,
    ...change,
  });
}
