/** mite-node wallet new|address|balance|send. Works beside a running node: they meet in the database. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { print } from '../../programs/output.js';
import type { NodeConfig } from '../config/config.js';
import { storedStatus } from '../open-upstream.js';
import { databaseFile, makeDataDirectory, openCopy } from '../store/store.js';
import { AddressError, scriptOfAddress } from '../wallet/address.js';
import { parseAmount } from '../wallet/amount.js';
import { ownPayoutAddress, walletFile } from '../wallet/payout.js';
import { buildSpend, SpendError } from '../wallet/spend.js';
import { createWallet, openWallet } from '../wallet/wallet.js';
import { withLedger } from './chain.js';
import { formatCoins } from './format.js';
import { configOf, configured, DATA_KEYS, type Flags, toJson, UsageError } from './options.js';

/** @throws UsageError where blocks pay to the owner's own wallet, which is elsewhere */
async function ownsCoins({ data, bitcoin }: NodeConfig): Promise<void> {
  const file = databaseFile(data);
  const behind = bitcoin !== undefined || (existsSync(file) && (await isOfBitcoin(file)));
  if (behind)
    throw new UsageError(
      `${data} is of a node with a Bitcoin node behind it, whose blocks pay to your own wallet: ask that one`,
    );
}

async function isOfBitcoin(file: string): Promise<boolean> {
  const db = await openCopy(file);
  try {
    return (await storedStatus(db)) !== undefined;
  } finally {
    await db.destroy();
  }
}

export function walletCommand(): Command {
  const wallet = new Command('wallet').description('a small wallet for the coins that the boards mine');
  wallet.addCommand(
    configured('new', 'make the wallet and show its first address', DATA_KEYS).action(
      async (flags: Flags) => {
        const config = configOf(flags);
        await ownsCoins(config);
        const { data, network } = config;
        makeDataDirectory(data);
        createWallet(walletFile(data), network);
        print(ownPayoutAddress(data, network));
      },
    ),
  );
  wallet.addCommand(
    configured('address', 'show a new address', DATA_KEYS)
      .option('--taproot', 'P2TR instead of P2WPKH')
      .option('--list', 'show all addresses handed out so far instead')
      .option('--json', 'one JSON object per line')
      .action(async (options: Flags & { taproot?: boolean; list?: boolean; json?: boolean }) => {
        const { taproot, list, json, ...flags } = options;
        const config = configOf(flags as Flags);
        await ownsCoins(config);
        const { data, network } = config;
        const own = openWallet(walletFile(data), network);
        const shown = list ? own.addresses() : [own.newAddress(taproot ? 'p2tr' : 'p2wpkh')];
        for (const { address, type } of shown) print(json ? toJson({ address, type }) : address);
      }),
  );
  wallet.addCommand(
    configured(
      'balance',
      'show the balance: spendable, maturing (mined less than 100 blocks ago) and pending',
      DATA_KEYS,
    )
      .option('--json', 'one JSON object, in satoshi')
      .action(async ({ json, ...flags }: Flags & { json?: boolean }) => {
        const config = configOf(flags as Flags);
        await ownsCoins(config);
        const own = openWallet(walletFile(config.data), config.network);
        const balance = await withLedger(config, ledger => own.balance(ledger));
        if (json) {
          print(toJson(balance));
          return;
        }
        print(
          [
            `spendable  ${formatCoins(balance.confirmed)}`,
            `maturing   ${formatCoins(balance.immature)}`,
            `pending    ${formatCoins(balance.pending)}`,
          ].join('\n'),
        );
      }),
  );
  wallet.addCommand(
    configured('send', 'send coins; the transaction goes into one of the next blocks', DATA_KEYS)
      .argument('<address>', 'whom to pay')
      .argument('<amount>', 'in coins, for example 1.5')
      .option('--fee-rate <rate>', 'satoshi per virtual byte, 1 to 1000', '2')
      .option('--json', 'one JSON object, in satoshi')
      .action(async (address: string, amount: string, options: Flags & { json?: boolean }) => {
        const { feeRate = '', json, ...flags } = options;
        const config = configOf(flags as Flags);
        await ownsCoins(config);
        if (!/^\d{1,4}$/.test(feeRate)) {
          throw new UsageError('--fee-rate: must be a whole number from 1 to 1000');
        }
        const own = openWallet(walletFile(config.data), config.network);
        let amountSat: bigint;
        try {
          amountSat = parseAmount(amount);
          scriptOfAddress(address, own.network);
        } catch (error) {
          if (error instanceof RangeError || error instanceof AddressError)
            throw new UsageError(error.message);
          throw error;
        }
        const spend = await withLedger(config, async ledger => {
          const made = await buildSpend(own, ledger, { to: address, amountSat, feeRate: BigInt(feeRate) });
          const result = await ledger.submitTransaction(made.raw);
          if (!result.ok) throw new Error(`the transaction was refused: ${result.reason}`);
          return made;
        }).catch((error: unknown) => {
          if (error instanceof SpendError && (error.code === 'fee-rate' || error.code === 'amount')) {
            throw new UsageError(error.message);
          }
          throw error;
        });
        if (json) print(toJson({ txid: spend.txid, fee: spend.fee, change: spend.change }));
        else print(`${spend.txid}  fee ${formatCoins(spend.fee)}`);
      }),
  );
  return wallet;
}
