import { checkBlock } from '../../firmware/domain/block.js';
import {
  bytesToHex,
  displayToHash,
  equalBytes,
  hashToDisplay,
  hexToBytes,
} from '../../firmware/domain/bytes.js';
import {
  checkNextHeader,
  type HeaderContext,
  medianTimePast,
  minimumTime,
  subsidy,
} from '../../firmware/domain/chain.js';
import { type BlockHeader, decodeHeader, encodeHeader, headerHash } from '../../firmware/domain/header.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { nextBits, type RetargetContext, retarget } from '../../firmware/domain/retarget.js';
import { checkProofOfWork, compactToTarget, targetToCompact } from '../../firmware/domain/target.js';
import { parseTransaction, txid } from '../../firmware/domain/transaction.js';
import type { Case } from './case.js';
import { BLOCK_125552_HEADER } from './samples.js';

const { mainnet, testnet4, regtest, devnet } = NETWORKS;

const GENESIS_HASHES = {
  mainnet: '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f',
  testnet4: '00000000da84f2bafbbc53dee25a72ae507ff4914b867c565be350b0da8bf043',
  signet: '00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6',
  regtest: '0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206',
  devnet: '000000210d47bd3e2dd47d021fe689a4c913e7845a5b82eb27ff70131ef6eb61',
};

/** A context in which only the parent and one ancestor are known; asking for another is an error. */
function context(
  parentHeight: number,
  time: number,
  nBits: number,
  at = -1,
  then = { time: 0, nBits: 0 },
): RetargetContext {
  return {
    parentHeight,
    parent: { time, nBits },
    time: time + 1,
    ancestor(height) {
      if (height !== at) throw new Error(`ancestor ${height} was asked for, ${at} expected`);
      return then;
    },
  };
}

/** A header after the genesis of regtest, with a nonce that meets its target or one that does not. */
function regtestChild(change: Partial<BlockHeader>, meets = true): BlockHeader {
  const header: BlockHeader = {
    version: 0x20000000,
    previousHash: regtest.genesis.hash,
    merkleRoot: new Uint8Array(32),
    time: regtest.genesis.header.time + 600,
    nBits: 0x207fffff,
    nonce: 0,
    ...change,
  };
  while (checkProofOfWork(headerHash(header), 0x207fffff, regtest.powLimit) !== meets) header.nonce++;
  return header;
}

const regtestContext: HeaderContext = {
  parentHeight: 0,
  parent: regtest.genesis.header,
  parentHash: regtest.genesis.hash,
  pastTimes: [regtest.genesis.header.time],
  ancestor: () => regtest.genesis.header,
};

export const cases: Case[] = [
  {
    name: 'header: the genesis blocks of all networks',
    run(t) {
      for (const rules of Object.values(NETWORKS)) {
        const { header, hash, coinbase } = rules.genesis;
        t.equal(hashToDisplay(hash), GENESIS_HASHES[rules.name], rules.name);
        t.equal(headerHash(header), hash);
        t.ok(checkProofOfWork(hash, header.nBits, rules.powLimit), `${rules.name}: proof of work`);
        t.equal(txid(parseTransaction(coinbase)), header.merkleRoot, `${rules.name}: merkle root`);
        t.equal(checkBlock({ header, transactions: [parseTransaction(coinbase)] }), undefined, rules.name);
        t.equal(targetToCompact(rules.powLimit), rules.powLimitBits, `${rules.name}: powLimit`);
        t.equal(rules.targetSpacing * rules.interval, rules.timespan, `${rules.name}: timespan`);
      }
      t.equal(mainnet.genesis.header.nonce, 2083236893);
    },
  },
  {
    name: 'header: block 125552, byte for byte',
    run(t) {
      const bytes = hexToBytes(BLOCK_125552_HEADER);
      const header = decodeHeader(bytes);
      t.equal(header, {
        version: 1,
        previousHash: displayToHash('00000000000008a3a41b85b8b29ad444def299fee21793cd8b9e567eab02cd81'),
        merkleRoot: displayToHash('2b12fcf1b09288fcaff797d71e950e71ae42b91e8bdb2304758dfcffc2b620e3'),
        time: 1305998791,
        nBits: 0x1a44b9f2,
        nonce: 2504433986,
      });
      const hash = displayToHash('00000000000000001e8d6829a8a21adc5d38d0a473b144b6765798e61f98bd1d');
      t.equal(headerHash(bytes), hash);
      t.equal(headerHash(header), hash);
      t.equal(bytesToHex(encodeHeader(header)), BLOCK_125552_HEADER);
      t.ok(checkProofOfWork(hash, header.nBits, mainnet.powLimit));
      t.ok(
        !checkProofOfWork(headerHash({ ...header, nonce: header.nonce + 1 }), header.nBits, mainnet.powLimit),
      );
    },
  },
  {
    name: 'header: wrong lengths and values are refused',
    run(t) {
      for (const length of [0, 79, 81]) t.throws(() => decodeHeader(new Uint8Array(length)), /^FormatError/);
      t.throws(() => decodeHeader('x' as unknown as Uint8Array), /^TypeError/);
      t.throws(() => headerHash(new Uint8Array(79)), /^RangeError/);
      const { header } = mainnet.genesis;
      t.throws(() => encodeHeader({ ...header, version: 2 ** 31 }), /^RangeError: version/);
      t.throws(() => encodeHeader({ ...header, time: -1 }), /^RangeError: time/);
      t.throws(() => encodeHeader({ ...header, nBits: 1.5 }), /^RangeError: nBits/);
      t.throws(() => encodeHeader({ ...header, nonce: 2 ** 32 }), /^RangeError: nonce/);
      t.throws(() => encodeHeader({ ...header, merkleRoot: new Uint8Array(31) }), /^RangeError: merkleRoot/);
      t.throws(() => encodeHeader({ ...header, previousHash: [] as unknown as Uint8Array }), /^TypeError/);
      t.equal(decodeHeader(encodeHeader({ ...header, version: -1 })).version, -1);
    },
  },
  {
    name: "retarget: the four cases of Bitcoin Core's pow tests",
    run(t) {
      const known: [number, number, number, number, number][] = [
        [32255, 1262152739, 0x1d00ffff, 1261130161, 0x1d00d86a],
        [2015, 1233061996, 0x1d00ffff, 1231006505, 0x1d00ffff],
        [68543, 1279297671, 0x1c05a3f4, 1279008237, 0x1c0168fd],
        [46367, 1269211443, 0x1c387f6f, 1263163443, 0x1d00e1fd],
      ];
      for (const [height, time, nBits, first, expected] of known)
        t.equal(
          nextBits(mainnet, context(height, time, nBits, height - 2015, { time: first, nBits })),
          expected,
          `${height}`,
        );
    },
  },
  {
    name: 'retarget: within a period nBits stays, and no ancestor is asked for',
    run(t) {
      for (const height of [0, 1, 2014, 2016, 4030])
        t.equal(nextBits(mainnet, context(height, 1, 0x1b0404cb)), 0x1b0404cb);
      t.throws(() => nextBits(mainnet, context(-1, 1, 0x1b0404cb)), /^RangeError/);
      t.throws(() => nextBits(mainnet, context(2015, 1, 0, 0, { time: 0, nBits: 0 })), /^RangeError/);
    },
  },
  {
    name: 'retarget: the factor stays within 1/4 and 4, also when time runs backwards',
    run(t) {
      const old = 0x1b0404cb;
      const target = compactToTarget(old);
      t.equal(retarget(mainnet, old, -100), targetToCompact(target / 4n));
      t.equal(retarget(mainnet, old, 302400), targetToCompact(target / 4n));
      t.equal(retarget(mainnet, old, 1209600), old);
      t.equal(retarget(mainnet, old, 2 ** 31), targetToCompact(target * 4n));
    },
  },
  {
    name: 'retarget: regtest keeps nBits at the end of a period, and 20 minutes late it is powLimit anyway',
    run(t) {
      t.equal(nextBits(regtest, context(143, 1000, 0x1d00ffff)), 0x1d00ffff);
      t.equal(nextBits(regtest, { ...context(143, 1000, 0x1d00ffff), time: 9000 }), 0x1d00ffff);
      t.equal(nextBits(regtest, { ...context(10, 1000, 0x1d00ffff), time: 2201 }), 0x207fffff);
      t.equal(nextBits(regtest, { ...context(10, 1000, 0x1d00ffff), time: 2200 }), 0x1d00ffff);
    },
  },
  {
    name: 'retarget: testnet4 allows powLimit after 20 minutes and then returns to the last real nBits',
    run(t) {
      const nBits = [0x1c00ffff, 0x1c00ffff, 0x1d00ffff, 0x1d00ffff];
      const chain = (parentHeight: number, time: number): RetargetContext => ({
        parentHeight,
        parent: { time: 5000, nBits: nBits[parentHeight - 2016]! },
        time,
        ancestor: height => ({ time: 0, nBits: nBits[height - 2016]! }),
      });
      t.equal(nextBits(testnet4, chain(2017, 6200)), 0x1c00ffff);
      t.equal(nextBits(testnet4, chain(2017, 6201)), 0x1d00ffff);
      t.equal(
        nextBits(testnet4, chain(2019, 6200)),
        0x1c00ffff,
        'two minimum-difficulty blocks are passed over',
      );
      // The search stops at the period's first block, even when that has powLimit itself.
      const limit = { time: 0, nBits: 0x1d00ffff };
      const asked: number[] = [];
      const low: RetargetContext = {
        parentHeight: 2018,
        parent: limit,
        time: 1,
        ancestor(height) {
          asked.push(height);
          return limit;
        },
      };
      t.equal(nextBits(testnet4, low), 0x1d00ffff);
      t.equal(asked, [2017, 2016]);
    },
  },
  {
    name: "retarget: testnet4 starts from the period's first block (BIP94), mainnet from its last",
    run(t) {
      const first = { time: 0, nBits: 0x1c00ffff };
      const at = context(4031, 1209600 * 2, 0x1d00ffff, 2016, first);
      t.equal(nextBits(testnet4, at), retarget(testnet4, 0x1c00ffff, 1209600 * 2));
      t.equal(nextBits(testnet4, at), 0x1c01fffe);
      t.equal(nextBits(mainnet, at), 0x1d00ffff);
    },
  },
  {
    name: "retarget: a testnet4 period's first block may be 600 s older than its parent, no more (BIP94)",
    run(t) {
      const times = [1000, 1000, 5000];
      t.equal(minimumTime(testnet4, 2016, times), 4400);
      t.equal(minimumTime(testnet4, 2017, times), 1001);
      t.equal(minimumTime(mainnet, 2016, times), 1001);
      t.equal(minimumTime(testnet4, 2016, [5000, 5000, 5000]), 5001);
    },
  },
  {
    name: 'retarget: the devnet follows the last solve time within its bounds',
    run(t) {
      const start = 0x1e020000;
      for (const height of [0, 1]) t.equal(nextBits(devnet, context(height, 1, 0x1f00ffff)), start);
      const after = (seconds: number, nBits = start) =>
        nextBits(devnet, context(7, 1000, nBits, 6, { time: 1000 - seconds, nBits }));
      const target = compactToTarget(start);
      t.equal(after(20), start);
      t.equal(after(0), targetToCompact((target * 80n) / 100n));
      t.equal(after(-50), after(0));
      t.equal(after(10), targetToCompact((target * 90n) / 100n));
      t.equal(after(120), targetToCompact((target * 200n) / 100n));
      t.equal(after(100000), after(120));
      t.equal(after(120, 0x1f00ffff), 0x1f00ffff);
      t.equal(after(0, 0x1f00ffff), targetToCompact((compactToTarget(0x1f00ffff) * 4n) / 5n));
    },
  },
  {
    name: 'retarget: the devnet settles near its spacing for any hash rate, and does not run away',
    run(t) {
      for (const rate of [4_000n, 400_000n, 40_000_000n]) {
        let nBits = devnet.genesis.header.nBits;
        let before = 0;
        let time = 0;
        let elapsed = 0;
        // Each block takes exactly its expected time: what remains is the rule's own behaviour.
        for (let height = 1; height <= 120; height++) {
          if (height > 2)
            nBits = nextBits(devnet, context(height - 1, time, nBits, height - 2, { time: before, nBits }));
          const seconds = Number((1n << 256n) / compactToTarget(nBits) / rate);
          before = time;
          time += seconds;
          if (height > 100) elapsed += seconds;
        }
        const mean = elapsed / 20;
        t.ok(mean >= 15 && mean <= 25, `${rate} H/s: ${mean} s a block`);
      }
    },
  },
  {
    name: 'chain: the median time past is the middle of the last eleven',
    run(t) {
      t.equal(medianTimePast([5]), 5);
      t.equal(medianTimePast([5, 9]), 9);
      t.equal(medianTimePast([9, 5, 7]), 7);
      t.equal(medianTimePast([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), 6);
      t.equal(medianTimePast([1000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), 6);
      const times = [4_000_000_000, 3, 2_200_000_000];
      t.equal(medianTimePast(times), 2_200_000_000);
      t.equal(times, [4_000_000_000, 3, 2_200_000_000], 'the input is left as it was');
      t.throws(() => medianTimePast([]), /^RangeError/);
    },
  },
  {
    name: 'chain: the subsidy halves, ends, and adds up to just under 21 million',
    run(t) {
      t.equal(subsidy(mainnet, 0), 5_000_000_000n);
      t.equal(subsidy(mainnet, 209_999), 5_000_000_000n);
      t.equal(subsidy(mainnet, 210_000), 2_500_000_000n);
      t.equal(subsidy(mainnet, 840_000), 312_500_000n);
      t.equal(subsidy(mainnet, 33 * 210_000 - 1), 1n);
      t.equal(subsidy(mainnet, 33 * 210_000), 0n);
      t.equal(subsidy(mainnet, 0x7fffffff), 0n);
      t.equal(subsidy(regtest, 150), 2_500_000_000n);
      let sum = 0n;
      for (let height = 0; height < 33 * 210_000; height += 210_000)
        sum += subsidy(mainnet, height) * 210_000n;
      t.equal(sum, 2_099_999_997_690_000n);
      t.throws(() => subsidy(mainnet, -1), /^RangeError/);
    },
  },
  {
    name: 'chain: a header that follows is accepted, and each broken variant is refused for its reason',
    run(t) {
      const at = regtestContext;
      const past = regtest.genesis.header.time;
      const check = (header: BlockHeader, now?: number) => checkNextHeader(regtest, header, at, now);
      t.equal(check(regtestChild({})), undefined);
      t.equal(check(regtestChild({ previousHash: new Uint8Array(32) })), 'prev-blk-not-found');
      t.equal(check(regtestChild({ nBits: 0x207ffffe })), 'bad-diffbits');
      t.equal(check(regtestChild({ time: past })), 'time-too-old');
      t.equal(check(regtestChild({ time: past + 1 })), undefined);
      t.equal(check(regtestChild({ time: past + 7200 }), past), undefined);
      t.equal(check(regtestChild({ time: past + 7201 }), past), 'time-too-new');
      t.equal(check(regtestChild({}, false)), 'high-hash');
      const last: HeaderContext = {
        parentHeight: 2015,
        parent: { time: 100_000, nBits: 0x1d00ffff },
        parentHash: new Uint8Array(32),
        pastTimes: [1, 1, 100_000],
        ancestor: () => ({ time: 0, nBits: 0x1d00ffff }),
      };
      const nBits = nextBits(testnet4, { ...last, time: 0 });
      const warped = { ...regtestChild({}), previousHash: new Uint8Array(32), nBits, time: 99_399 };
      t.equal(checkNextHeader(testnet4, warped, last), 'time-timewarp-attack');
      t.equal(checkNextHeader(testnet4, { ...warped, time: 99_400 }, last), 'high-hash');
      t.ok(equalBytes(at.parentHash, regtest.genesis.hash));
    },
  },
];
