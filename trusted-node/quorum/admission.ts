/** What templates may take by the boards' verdicts, and what that costs: stored for `mite-node status`. */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import type { NodeEvent } from '../common/events.js';
import type { Logger } from '../common/logger.js';
import type { ChainQueries } from '../ports/chain-queries.js';
import type { NodeDatabase } from '../ports/store.js';
import type { Admit } from '../ports/upstream.js';
import { readValue, writeValue } from '../store/named-values.js';
import { costOf, countAttested, type QuorumCost, type QuorumRules } from './quorum.js';

/** The named value with the newest cost. */
const COST = 'quorum_cost';

export class Admission {
  private last = '';

  constructor(
    private readonly options: {
      readonly db: NodeDatabase;
      readonly queries: Pick<ChainQueries, 'candidates'>;
      readonly rules: QuorumRules;
      readonly log: Logger;
      readonly emit: (event: NodeEvent) => void;
    },
  ) {}

  /** What a template may include now; undefined: everything. */
  async current(): Promise<Admit | undefined> {
    const { db, queries, rules } = this.options;
    const { quorum, minAge, mode } = rules;
    if (quorum === 0) return undefined;
    const candidates = await queries.candidates();
    const counts = await countAttested(
      db,
      minAge,
      candidates.map(({ wtxid }) => wtxid),
    );
    const admit: Admit = ({ wtxid }) => (counts.get(bytesToHex(wtxid)) ?? 0) >= quorum;
    await this.tell(costOf(candidates, admit));
    return mode === 'enforce' ? admit : undefined;
  }

  /** Once for each change. */
  private async tell({ transactions, fees, without }: QuorumCost): Promise<void> {
    const { db, rules, log, emit } = this.options;
    const cost = {
      transactions,
      fees: fees.toString(),
      without: without.transactions,
      withoutFees: without.fees.toString(),
    };
    const text = JSON.stringify(cost);
    if (text === this.last) return;
    this.last = text;
    await writeValue(db, COST, text);
    const what =
      rules.mode === 'enforce'
        ? 'transactions without a quorum are left out: their fees are lost'
        : 'transactions without a quorum are mined all the same';
    log.debug(cost, what);
    emit({ event: 'quorum', mode: rules.mode, ...cost });
  }
}

/** The newest cost that a running node has stored; undefined when there was none. */
export async function storedCost(db: NodeDatabase): Promise<QuorumCost | undefined> {
  const text = await readValue(db, COST);
  if (text === undefined) return undefined;
  const { transactions, fees, without, withoutFees } = JSON.parse(text);
  return {
    transactions,
    fees: BigInt(fees),
    without: { transactions: without, fees: BigInt(withoutFees) },
  };
}
