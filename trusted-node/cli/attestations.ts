/** mite-node attestations and pool: who judged what, and what waits for whom */
import type { Command } from 'commander';
import { bytesToHex, displayToHash, equalBytes, hashToDisplay } from '../../firmware/domain/bytes.js';
import { print, remark } from '../../programs/output.js';
import type { NodeDatabase } from '../ports/store.js';
import { boundKeys, openFlags } from '../quorum/board-keys.js';
import { type StandingTransaction, standings, storedRules } from '../quorum/quorum.js';
import { attestationsOf } from '../quorum/verdict-store.js';
import { withChain, withLedger } from './chain.js';
import { count, formatCoinsBare } from './format.js';
import { configOf, configured, DATA_KEYS, type Flags, formatMoment, toJson, UsageError } from './options.js';
import { fitTable } from './table.js';

/** What the verdicts of a device are worth now: '' when they count. */
async function standingOf(db: NodeDatabase): Promise<(device: string, key: Uint8Array) => string> {
  const devices = await db.selectFrom('devices').select(['id', 'revoked_at', 'created_at']).execute();
  const [keys, flags, { minAge }] = [await boundKeys(db), await openFlags(db), await storedRules(db)];
  return (id, key) => {
    const device = devices.find(each => each.id === id);
    if (device === undefined || device.revoked_at !== null) return 'revoked';
    if (flags.some(flag => flag.device === id || equalBytes(flag.publicKey, key))) return 'flagged';
    const bound = keys.get(id);
    if (bound === undefined || !equalBytes(bound.publicKey, key)) return 'old key';
    return Date.now() - device.created_at < minAge * 1000 ? 'too young' : '';
  };
}

export function attestationsCommand(): Command {
  return configured(
    'attestations',
    'show which boards judged a transaction, checking each signature again',
    DATA_KEYS,
  )
    .argument('<txid>', '64 hex digits, as wallet send shows them')
    .option('--json', 'one JSON object')
    .action(async (text: string, { json, ...flags }: Flags & { json?: boolean }) => {
      if (!/^[0-9a-fA-F]{64}$/.test(text)) throw new UsageError('a transaction id is 64 hex digits');
      const txid = displayToHash(text.toLowerCase());
      const judged = async (db: NodeDatabase, network: string) => {
        const standing = await standingOf(db);
        const attestations = (await attestationsOf(db, network, txid)).map(each => ({
          device: each.device,
          key: bytesToHex(each.publicKey),
          verdict: each.verdict,
          reason: each.reason,
          wtxid: hashToDisplay(each.wtxid),
          tip: hashToDisplay(each.tipHash),
          tipHeight: each.tipHeight,
          at: each.at,
          signature: bytesToHex(each.signature),
          verified: each.verified,
          standing: standing(each.device, each.publicKey),
        }));
        const { quorum } = await storedRules(db);
        return { network, quorum, attestations };
      };
      const found = await withChain(configOf(flags as Flags), {
        ledger: async (ledger, db) => ({
          ...(await judged(db, ledger.network.name)),
          height: (await ledger.inclusion(txid))?.height as number | undefined,
          waiting: (await ledger.waiting()).some(entry => equalBytes(entry.txid, txid)) as boolean | null,
        }),
        // Only the Bitcoin node knows where it is.
        bitcoin: async ({ network }, db) => ({
          ...(await judged(db, network)),
          height: undefined,
          waiting: null,
        }),
      });
      const { height, waiting, attestations } = found;
      if (attestations.length === 0 && !waiting && height === undefined)
        throw new Error(`transaction ${text} is not known`);
      if (json) print(toJson({ txid: text.toLowerCase(), ...found, height: height ?? null }));
      else {
        const where = waiting ? 'waiting' : height === undefined ? 'not in a block' : `in block ${height}`;
        print(`transaction ${text.toLowerCase()}${waiting === null ? '' : `  ${where}`}`);
        if (attestations.length === 0) print('no board has judged it yet');
        for (const each of attestations) {
          const notes = [
            each.verified ? 'signature valid' : 'SIGNATURE INVALID',
            ...(each.standing === '' ? [] : [each.standing]),
          ];
          print('');
          print(
            `${each.device}  ${each.verdict}${each.reason === 'ok' ? '' : ` (${each.reason})`}  ${formatMoment(each.at)}  ${notes.join(', ')}`,
          );
          print(`  key        ${each.key}`);
          print(`  wtxid      ${each.wtxid}`);
          print(`  tip        ${each.tipHeight}  ${each.tip}`);
          print(`  signature  ${each.signature}`);
        }
      }
      if (!attestations.every(each => each.verified)) {
        remark('mite-node: a stored signature is invalid');
        process.exitCode = 1;
      }
    });
}

function describe({ standing, attested }: StandingTransaction, quorum: number): string {
  switch (standing) {
    case 'ready':
      if (quorum === 0) return 'ready for the next block';
      return `ready, ${count(attested, 'board calls', 'boards call')} it valid`;
    case 'verdicts':
      return `waiting for boards, ${attested} of ${quorum} so far`;
    case 'parent':
      return 'waiting for a transaction that it spends';
    case 'too-large':
      return 'too large for a board to judge';
  }
}

export function poolCommand(): Command {
  return configured('pool', 'list the waiting transactions, and what each is waiting for', DATA_KEYS)
    .option('--json', 'one JSON object')
    .action(async ({ json, ...flags }: Flags & { json?: boolean }) => {
      const { quorum, transactions } = await withLedger(configOf(flags as Flags), async (ledger, db) => {
        const rules = await storedRules(db);
        return { quorum: rules.quorum, transactions: await standings(ledger, db, rules) };
      });
      const list = transactions.map(each => ({
        txid: hashToDisplay(each.txid),
        wtxid: hashToDisplay(each.wtxid),
        bytes: each.raw.length,
        vbytes: each.vsize,
        fee: each.fee,
        since: each.time * 1000,
        attested: each.attested,
        standing: each.standing,
      }));
      if (json) print(toJson({ quorum, transactions: list }));
      else if (list.length === 0) print('no transaction is waiting');
      else
        print(
          fitTable(
            [
              { title: 'TRANSACTION' },
              { title: 'VBYTES' },
              { title: 'FEE (COINS)' },
              { title: 'SINCE (UTC)' },
              { title: 'STATE' },
            ],
            list.map((each, i) => [
              each.txid,
              String(each.vbytes),
              formatCoinsBare(each.fee),
              formatMoment(each.since),
              describe(transactions[i]!, quorum),
            ]),
          ),
        );
    });
}
