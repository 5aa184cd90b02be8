/**
 * A child process for the durability tests: mines on a ledger file until it is killed, and prints each block's hash
 * after its promise resolved. Usage: node submit-loop.js FILE SEED
 */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import { blockOfTemplate, makeKey, START, signedSpend } from './chain-maker.js';

const [file, seed] = process.argv.slice(2);
const alice = makeKey(1);
const ledger = await openLedger({ file: file!, network: 'regtest', clock: () => START + 10_000_000 });
for (let i = 0; ; i++) {
  const [coin] = (await ledger.coins([alice.script])).filter(
    each => each.mature && each.height !== undefined,
  );
  if (coin && i % 3 === 0) {
    const raw = signedSpend([{ ...coin, key: alice }], [{ value: coin.value - 1000n, script: alice.script }]);
    const result = await ledger.submitTransaction(raw);
    if (result.ok) process.stdout.write(`tx ${bytesToHex(result.txid)}\n`);
  }
  const template = await ledger.template(ledger.tip().time + 60);
  const result = await ledger.submitBlock(blockOfTemplate(template, alice.script, Number(seed)));
  process.stdout.write(`${result.status} ${bytesToHex(result.hash)}\n`);
}
