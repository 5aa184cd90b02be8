/** A child process for the wallet test: pays from a wallet while another process has the ledger open. */
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import { parseAmount } from '../../trusted-node/wallet/amount.js';
import { buildSpend } from '../../trusted-node/wallet/spend.js';
import { openWallet } from '../../trusted-node/wallet/wallet.js';

const [file, walletPath, to, amount] = process.argv.slice(2) as [string, string, string, string];
const ledger = await openLedger({ file, network: 'regtest' });
const wallet = openWallet(walletPath, 'regtest');
const spend = await buildSpend(wallet, ledger, { to, amountSat: parseAmount(amount), feeRate: 2n });
const result = await ledger.submitTransaction(spend.raw);
process.stdout.write(JSON.stringify({ ok: result.ok, txid: spend.txid }));
await ledger.close();
