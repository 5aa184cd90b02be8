/** A node that says anything at any time: nothing throws, the tip is always a header that the rules allow, and never one of less work. */
import test from 'ava';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { blockWork } from '../../firmware/domain/target.js';
import { type Chain, EASY, EASY_BIP94, type Mined } from '../cases/chain-model.js';
import { EASY_RULES, someTime, wildChain } from '../cases/chain-point-cases.js';
import { Session } from '../cases/chain-session.js';
import { mutate, Random } from '../cases/random.js';

class Hostile {
  readonly #random: Random;
  readonly session: Session;
  readonly chains: Chain[];
  /** By the hash of each header that was made under the rules: the work from the checkpoint to it, a chain that has it. */
  readonly #valid = new Map<string, { work: bigint; chain: Chain }>();
  #best = 0n;

  constructor(random: Random, trunk: Chain, height: number) {
    this.#random = random;
    this.chains = [trunk];
    const checkpoint = { height, hash: trunk.mined[height]!.hash };
    this.session = new Session(trunk.rules, checkpoint).connect(trunk);
    this.#remember(trunk);
  }

  #remember(chain: Chain): void {
    let work = 0n;
    chain.mined.slice(this.session.checkpoint.height).forEach(mined => {
      work += blockWork(mined.header.nBits);
      this.#valid.set(bytesToHex(mined.hash), { work, chain });
    });
  }

  #header(): Mined {
    const random = this.#random;
    const chain = random.pick(this.chains);
    const mined = random.below(3) === 0 ? chain.tip : random.pick(chain.mined);
    if (random.below(4) > 0) return mined;
    const bytes = mutate(random, mined.bytes);
    return bytes.length === 80 ? { ...mined, bytes } : mined;
  }

  #fork(): void {
    const random = this.#random;
    const from = random.pick(this.chains);
    // Never below the checkpoint, so that what is valid is what the board may follow.
    const height = Math.max(
      from.height - random.pick([0, 1, 2, 30, 99, 100]),
      this.session.checkpoint.height,
    );
    const fork = from.cut(height).grown(random.pick([1, 1, 2, 40, 110]), () => ({ after: someTime(random) }));
    this.#remember(fork);
    this.chains.push(fork);
    if (this.chains.length > 8) this.chains.splice(1, 1);
  }

  step(): void {
    const { session } = this;
    const random = this.#random;
    switch (random.below(12)) {
      case 0:
        this.#fork();
        break;
      case 1:
        session.announce(this.#header(), random.below(400));
        break;
      case 2:
        if (session.request !== undefined) session.reply(session.request.from, []);
        break;
      case 3: {
        // Anything as the answer.
        const headers = Array.from({ length: random.below(66) }, () => this.#header().bytes);
        session.reply(session.request?.from ?? random.below(400), headers);
        break;
      }
      case 4:
        session.step({ kind: 'wanted' });
        break;
      case 5:
        session.now += random.between(0, 15_000);
        session.step({ kind: 'tick' });
        break;
      case 6:
        if (random.below(4) > 0) break;
        session.step({ kind: 'disconnected' });
        session.request = undefined;
        if (random.bool()) session.step({ kind: 'connected' });
        break;
      case 7:
        session.connect();
        break;
      case 8:
        session.job(random.pick(this.chains));
        break;
      case 9: {
        const { tip } = random.pick(this.chains);
        session.announce(tip, random.pick(this.chains).height);
        break;
      }
      default: {
        // Right for some chain, cut short or with a bit turned now and then.
        if (session.request === undefined) break;
        const { from, count } = session.request;
        const headers = random
          .pick(this.chains)
          .serve(from, random.below(5) === 0 ? random.below(count) : count);
        if (random.below(12) === 0 && headers.length > 0) {
          const at = random.below(headers.length);
          headers[at] = headers[at]!.slice();
          headers[at]![random.below(80)]! ^= 1 << random.below(8);
        }
        session.reply(from, headers);
      }
    }
    this.#check();
  }

  #check(): void {
    const { tip, state } = this.session.follower.view();
    if (tip === undefined) return;
    // A turned bit may make another header that keeps all rules: then there is nothing to compare with.
    const known = this.#valid.get(bytesToHex(tip.hash));
    if (known !== undefined && known.work !== tip.work) throw new Error('the work is wrong');
    if (tip.work < this.#best) throw new Error('less work than before');
    this.#best = tip.work;
    if (state !== 'verified' && this.session.follower.find(tip.hash) !== undefined)
      throw new Error(`a job may build on it while the chain is ${state}`);
    if (state === 'refused' && this.session.mining !== undefined) throw new Error('mining for a liar');
  }

  /** A longer chain with the board's tip, served honestly; undefined when the tip is a header with a turned bit. */
  honest(): Chain | undefined {
    const { tip } = this.session.follower.view();
    const chain = tip === undefined ? this.chains[0] : this.#valid.get(bytesToHex(tip.hash))?.chain;
    if (chain === undefined) return undefined;
    const longer = chain.grown(70);
    this.session.connect(longer).announce().answer().wait(100);
    return longer;
  }
}

for (const [name, rules] of [
  ['mainnet', EASY],
  ['testnet4', EASY_BIP94],
  ['devnet', EASY_RULES[4]!],
] as const)
  test(`${name}'s rules: 30 nodes that say anything, 600 times`, t => {
    const refusals = new Map<string, number>();
    let moves = 0;
    let ends = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const random = new Random(9000 + seed);
      const hostile = new Hostile(
        random,
        wildChain(rules, random, random.between(30, 120)),
        random.below(25),
      );
      try {
        for (let i = 0; i < 600; i++) hostile.step();
      } catch (error) {
        t.fail(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
      }
      const { session } = hostile;
      for (const reason of session.refusals) refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
      moves += session.moves;
      const honest = hostile.honest();
      if (honest === undefined) continue;
      ends++;
      t.true(session.at(honest) && session.state === 'verified', `seed ${seed}: ${session.state}`);
    }
    t.true(ends >= 25);
    t.log(`${moves} moves; ${JSON.stringify([...refusals])}`);
    t.true(refusals.size >= 5);
  });
