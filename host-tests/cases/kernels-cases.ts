/** Which search backends a board uses: measured, stored, reused, given up. @module */
import { Kernels, type PlanChoice } from '../../firmware/parts/mining/kernels.js';
import { decodePlan, encodePlan, PlanStore } from '../../firmware/parts/mining/plan-store.js';
import type { BenchOutcome, PlanMeasure } from '../../firmware/ports/bench.js';
import { errsTooOften } from '../../firmware/ports/searcher.js';
import { type FakeBackend, FakeSearcher, ManualClock } from '../support/fake-searcher.js';
import type { Case } from './case.js';
import { mutate, Random } from './random.js';

const FIRMWARE = '1.0.0';

function chip(): { engine: FakeBackend; assembly: FakeBackend; portable: FakeBackend } {
  return {
    engine: { name: 'sha-classic', rate: 200_000, exclusive: true },
    assembly: { name: 'xtensa', rate: 50_000 },
    portable: { name: 'portable', rate: 40_000 },
  };
}

class Bed {
  readonly clock = new ManualClock();
  readonly searcher: FakeSearcher;
  readonly kernels: Kernels;
  /** The storage, as bytes. */
  stored: Uint8Array | undefined;
  saves = 0;
  full = false;
  ended = 0;
  problem: string | undefined;

  constructor(backends: Record<string, FakeBackend>, stored?: Uint8Array, threads = 2) {
    this.stored = stored;
    this.searcher = new FakeSearcher(this.clock, Object.values(backends), threads);
    const storage = {
      load: () => this.stored,
      save: (bytes: Uint8Array) => {
        if (this.full) throw new Error('no space');
        this.stored = bytes;
        this.saves++;
      },
    };
    this.kernels = new Kernels(this.searcher, this.clock, new PlanStore(storage), FIRMWARE);
  }

  /** Boots, to the end of the measurements. @returns ms that it took. */
  boot(wanted = 'auto'): number {
    const before = this.clock.now;
    this.kernels.begin(wanted, problem => {
      this.ended++;
      this.problem = problem;
    });
    this.clock.run();
    return this.clock.now - before;
  }

  bench(seconds = 7): { rows: PlanMeasure[]; outcome: BenchOutcome | undefined } {
    const rows: PlanMeasure[] = [];
    let outcome: BenchOutcome | undefined;
    this.kernels.bench(
      seconds,
      undefined,
      row => rows.push(row),
      result => {
        outcome = result;
      },
    );
    this.clock.run();
    return { rows, outcome };
  }

  get choice(): PlanChoice | undefined {
    return this.stored && decodePlan(this.stored);
  }
}

const STORED: PlanChoice = {
  plan: 'sha-classic+portable',
  firmware: FIRMWARE,
  backends: 'sha-classic,xtensa,portable',
  threads: 2,
};

export const cases: Case[] = [
  {
    name: 'kernels: the first boot measures every plan, uses and stores the fastest',
    run(t) {
      const bed = new Bed(chip());
      t.equal(bed.searcher.plans, [
        'sha-classic',
        'sha-classic+xtensa',
        'sha-classic+portable',
        'xtensa*2',
        'portable*2',
      ]);
      t.equal(bed.boot(), 1250);
      t.equal([bed.ended, bed.problem, bed.searcher.plan], [1, undefined, 'sha-classic+xtensa']);
      t.equal(bed.kernels.rate, 250_000);
      t.equal(bed.choice, { ...STORED, plan: 'sha-classic+xtensa' });
      t.equal(bed.searcher.counters().running, false);
    },
  },
  {
    name: 'kernels: measured without the budget, used within it',
    run(t) {
      const bed = new Bed(chip());
      bed.kernels.budget = 20;
      t.equal(bed.searcher.budget, 20);
      bed.boot();
      t.equal([bed.kernels.rate, bed.searcher.budget], [50_000, 20]);
      bed.kernels.bench(
        7,
        undefined,
        () => {},
        ({ rate }) => {
          t.equal(rate, 250_000);
        },
      );
      bed.kernels.budget = 30;
      t.equal(bed.searcher.budget, 100);
      bed.clock.run();
      t.equal([bed.kernels.rate, bed.searcher.budget], [75_000, 30]);
    },
  },
  {
    name: 'kernels: a later boot uses what is stored after its self-test, in 0.3 s, and stores nothing',
    run(t) {
      const bed = new Bed(chip(), encodePlan(STORED));
      t.equal(bed.boot(), 300);
      t.equal([bed.searcher.plan, bed.saves, bed.kernels.rate], ['sha-classic+portable', 0, 240_000]);
      const tests = bed.searcher.calls.filter(call => call.startsWith('selftest'));
      t.equal(tests, ['selftest sha-classic', 'selftest portable']);
    },
  },
  {
    name: 'kernels: a stored choice of another firmware, machine or number of threads, or an unknown plan, is ignored',
    run(t) {
      const changes: Partial<PlanChoice>[] = [
        { firmware: '0.9.0' },
        { backends: 'portable' },
        { threads: 1 },
        { plan: 'turbo*2' },
        { plan: 'portable' },
        { plan: '' },
      ];
      for (const change of changes) {
        const bed = new Bed(chip(), encodePlan({ ...STORED, ...change }));
        bed.boot();
        t.equal([bed.searcher.plan, bed.saves], ['sha-classic+xtensa', 1], JSON.stringify(change));
      }
    },
  },
  {
    name: 'kernels: a damaged record counts as no choice, whatever the damage',
    run(t) {
      const bytes = encodePlan(STORED);
      t.equal(decodePlan(bytes), STORED);
      const random = new Random(3);
      let wrong = 0;
      for (let i = 0; i < 2_000; i++) {
        const damaged = mutate(random, bytes);
        if (damaged.join() !== bytes.join() && decodePlan(damaged) !== undefined) wrong++;
      }
      t.equal(wrong, 0);
      for (const value of ['plan', 'firmware', 'backends', 'threads'])
        t.equal(decodePlan(encodePlan({ ...STORED, [value]: null } as unknown as PlanChoice)), undefined);
      const bed = new Bed(chip(), bytes.slice(1));
      bed.boot();
      t.equal(bed.searcher.plan, 'sha-classic+xtensa');
    },
  },
  {
    name: 'kernels: no plan with a backend whose self-test fails is used, stored or not',
    run(t) {
      for (const stored of [undefined, encodePlan(STORED)]) {
        const backends = chip();
        backends.engine.selftest = 'genesis';
        const bed = new Bed(backends, stored);
        bed.boot();
        t.equal([bed.problem, bed.searcher.plan, bed.saves], [undefined, 'xtensa*2', 1]);
        const tests = bed.searcher.calls.filter(call => call === 'selftest sha-classic');
        t.equal(tests.length, 1, 'once a boot');
      }
    },
  },
  {
    name: 'kernels: when every self-test fails, the board learns why at once',
    run(t) {
      const { portable } = chip();
      portable.selftest = 'genesis';
      const bed = new Bed({ portable }, undefined, 1);
      t.equal(bed.boot(), 0);
      t.equal([bed.ended, bed.problem, bed.stored], [1, 'self-test failed: genesis', undefined]);
    },
  },
  {
    name: 'kernels: a board that cannot store its choice still mines',
    run(t) {
      const bed = new Bed(chip());
      bed.full = true;
      bed.boot();
      t.equal([bed.problem, bed.searcher.plan], [undefined, 'sha-classic+xtensa']);
    },
  },
  {
    name: 'kernels: a plan or backend that the owner wants is used, not stored, and bench leaves it; a wrong one is skipped',
    run(t) {
      for (const [wanted, plan] of [
        ['portable', 'portable*2'],
        ['xtensa*2', 'xtensa*2'],
        ['sha-classic', 'sha-classic'],
      ] as const) {
        const bed = new Bed(chip(), encodePlan(STORED));
        t.equal(bed.boot(wanted), 300);
        t.equal([bed.searcher.plan, bed.bench().outcome!.plan, bed.saves], [plan, plan, 0]);
      }
      for (const wanted of ['turbo', 'port', '', '*', 'xtensa']) {
        const backends = chip();
        backends.assembly.selftest = 'genesis';
        const bed = new Bed(backends);
        bed.boot(wanted);
        t.equal(bed.searcher.plan, 'sha-classic+portable', wanted);
      }
    },
  },
  {
    name: 'kernels: bench measures each backend alone and each plan once, in the requested total',
    run(t) {
      const bed = new Bed(chip());
      bed.boot();
      const before = bed.clock.now;
      const { rows, outcome } = bed.bench(7);
      t.equal(bed.clock.now - before, 7_000);
      t.equal(
        rows.map(row => [row.plan, row.rate]),
        [
          ['xtensa', 50_000],
          ['portable', 40_000],
          ['sha-classic', 200_000],
          ['sha-classic+xtensa', 250_000],
          ['sha-classic+portable', 240_000],
          ['xtensa*2', 100_000],
          ['portable*2', 80_000],
        ],
      );
      const winner = 'sha-classic+xtensa';
      t.equal(outcome, { winner, rate: 250_000, adopted: false, plan: winner });
      t.equal(bed.saves, 1, 'at boot only');
    },
  },
  {
    name: 'kernels: bench adopts what is faster by more than 3 %, and nothing less',
    run(t) {
      for (const [rate, adopted] of [
        [40_000, false],
        [57_400, false],
        [57_600, true],
      ] as const) {
        const backends = chip();
        const bed = new Bed(backends);
        bed.boot();
        backends.portable.rate = rate; // beside the engine: 240,000, 257,400, 257,600 against 250,000
        const { outcome } = bed.bench();
        const plan = adopted ? 'sha-classic+portable' : 'sha-classic+xtensa';
        t.equal([outcome!.adopted, outcome!.plan, bed.searcher.plan], [adopted, plan, plan]);
        t.equal([bed.choice!.plan, bed.saves], [plan, adopted ? 2 : 1]);
        t.equal(bed.kernels.measuring, false);
      }
    },
  },
  {
    name: 'kernels: bench shows a backend that fails or errs, and leaves it however fast it is',
    run(t) {
      for (const fault of [{ selftest: 'genesis' }, { errors: 9 }]) {
        const backends = chip();
        const bed = new Bed(backends);
        bed.boot();
        Object.assign(backends.engine, fault);
        const { rows, outcome } = bed.bench();
        const wrong = rows.filter(row => row.problem !== '');
        t.equal(
          wrong.map(row => [row.plan, row.rate]),
          [
            ['sha-classic', 0],
            ['sha-classic+xtensa', 0],
            ['sha-classic+portable', 0],
          ],
        );
        t.equal(outcome, { winner: 'xtensa*2', rate: 100_000, adopted: true, plan: 'xtensa*2' });
      }
    },
  },
  {
    name: 'kernels: a backend that errs while it mines gives way to the fastest plan without it, for later boots too',
    run(t) {
      const backends = chip();
      const bed = new Bed(backends);
      bed.boot();
      t.equal(bed.kernels.failing(), undefined);
      backends.engine.errors = 8;
      t.equal(bed.kernels.failing(), 'sha-classic');
      t.equal(bed.kernels.replace('sha-classic'), 'xtensa*2');
      t.equal([bed.searcher.plan, bed.choice!.plan], ['xtensa*2', 'xtensa*2']);
      backends.assembly.errors = 100;
      t.equal(bed.kernels.replace('xtensa'), 'portable*2');
      t.equal(bed.kernels.replace('portable'), undefined);
    },
  },
  {
    name: 'kernels: after a boot with a stored plan, another one is tested before it is used',
    run(t) {
      const backends = chip();
      backends.assembly.selftest = 'genesis';
      const bed = new Bed(backends, encodePlan(STORED));
      bed.boot();
      t.equal(bed.kernels.replace('sha-classic'), 'portable*2');
      t.ok(bed.searcher.calls.includes('selftest xtensa'));
    },
  },
  {
    name: 'kernels: what is measured has no zero word, which an engine may skip, and no candidate',
    run(t) {
      const bed = new Bed(chip());
      bed.boot();
      const { header, target } = bed.searcher.work!;
      const view = new DataView(header.buffer, header.byteOffset, header.length);
      const zeros = Array.from({ length: 20 }, (_, i) => view.getUint32(4 * i)).filter(word => word === 0);
      t.equal([header.length, zeros.length, target.join('')], [80, 0, '0'.repeat(32)]);
    },
  },
  {
    name: 'kernels: errors are too many from eight on, and when they outnumber what held',
    run(t) {
      const pairs = [
        [0, 7, false],
        [0, 8, true],
        [8, 8, false],
        [100, 8, false],
        [100, 101, true],
      ] as const;
      for (const [hits, errors, expected] of pairs) t.equal(errsTooOften(hits, errors), expected);
    },
  },
  {
    name: 'kernels: stopped in mid-measurement, nothing further begins',
    run(t) {
      const bed = new Bed(chip());
      bed.kernels.begin('auto', () => bed.ended++);
      bed.clock.run(300);
      bed.kernels.stop();
      const calls = bed.searcher.calls.length;
      bed.clock.run();
      t.equal([bed.ended, bed.searcher.calls.length], [0, calls]);
      t.equal(bed.searcher.counters().running, false);
    },
  },
];
