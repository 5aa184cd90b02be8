/**
 * `make demo-bitcoin`: a real bitcoind on regtest, the node behind it, and one emulated board, until three of its blocks are
 * in bitcoind's chain, one with a transaction of bitcoind's wallet. Ends by itself: exit code 0 and figures, or 1 and why.
 */
import { hashToDisplay, hexToBytes } from '../../firmware/domain/bytes.js';
import { parseTransaction, txid as txidOf } from '../../firmware/domain/transaction.js';
import { print } from '../../programs/output.js';
import { formatCoins } from '../../trusted-node/cli/format.js';
import { MINING_MS } from '../support/deadlines.js';
import { lacking } from '../support/tools.js';
import { MiningBed } from './mining-bed.js';

const BLOCKS = 3;

const begun = Date.now();
const say = (text: string): void =>
  print(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);

async function demo(): Promise<void> {
  const reason = lacking('bitcoind');
  if (reason !== undefined) throw new Error(reason);
  say('starting bitcoind on regtest, with a chain of 101 blocks and a wallet');
  const bed = await MiningBed.begin();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void bed.dispose().finally(() => process.exit(1)));
  try {
    const { bitcoind, address } = bed;
    const raw = hexToBytes(
      (await bitcoind.call('gettransaction', await bitcoind.call('sendtoaddress', address, 1))).hex,
    );
    const txid = hashToDisplay(txidOf(parseTransaction(raw)));
    say(`bitcoind's wallet sends 1 coin: transaction ${txid.slice(0, 16)}… waits for a block`);
    say(`starting the node: mite-node run ${bed.nodeFlags.slice(0, 8).join(' ')}`);
    const node = await bed.startBitcoinNode();
    await bed.stateOf('ready');
    say(
      'the node has checked its template; starting one emulated board, which checks the chain and that it pays the owner',
    );
    await bed.board('demo');
    const mined = Date.now();
    const hashes: string[] = [];
    for (let at = 0; hashes.length < BLOCKS; ) {
      const line = await node.waitFor(entry => entry.event === 'block', 'a block', MINING_MS, at);
      at = node.lines.indexOf(line) + 1;
      hashes.push(String(line.hash));
      say(`the board found block ${line.height}: ${String(line.hash).slice(0, 16)}…`);
    }
    const seconds = (Date.now() - mined) / 1000;
    await node.kill('SIGTERM');
    let paid = 0n;
    let withTransaction = 0;
    for (const hash of hashes) {
      const block = await bitcoind.call('getblock', hash, 2);
      if (block.confirmations < 1) throw new Error(`block ${hash} is not in bitcoind's chain`);
      const [output] = parseTransaction(hexToBytes(block.tx[0].hex)).outputs;
      paid += output!.value;
      if (block.tx.some((transaction: { txid: string }) => transaction.txid === txid))
        withTransaction = block.height;
    }
    if (withTransaction === 0) throw new Error("the wallet's transaction is in none of them");
    print('');
    print(
      `blocks of the board in bitcoind's chain   ${hashes.length}, in ${seconds.toFixed(1)} s from the start of the board`,
    );
    print(`the wallet's transaction                  in block ${withTransaction}`);
    print(`paid to the owner's address               ${formatCoins(paid)}`);
    print(
      `kept as files before they were handed in  ${bed.storedBlocks().filter(hash => hashes.includes(hash)).length}`,
    );
    print('');
    print('With your own node: docs/operations.md, "Mine Bitcoin with your own node"');
  } finally {
    await bed.dispose();
  }
}

try {
  await demo();
  process.exit(0);
} catch (error) {
  process.stderr.write(`demo-bitcoin: ${(error as Error).message}\n`);
  process.exit(1);
}
