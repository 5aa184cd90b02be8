/** A node with its Stratum door, and strangers at it. */
import type { ExecutionContext } from 'ava';
import { Bed, until } from '../service/bed.js';
import { TEST_MS } from '../support/deadlines.js';
import { Stranger } from './stranger.js';

export class StratumBed {
  private readonly strangers: Stranger[] = [];

  private constructor(readonly bed: Bed) {}

  static async start(flags: { [key: string]: string } = {}): Promise<StratumBed> {
    return new StratumBed(await Bed.start({ stratum: '127.0.0.1:0', ...flags }));
  }

  get port(): number {
    const [first] = this.bed.node.stratum;
    if (first === undefined) throw new Error('no Stratum door');
    return first.port;
  }

  async connect(options: Parameters<typeof Stranger.connect>[1] = {}, port = this.port): Promise<Stranger> {
    const stranger = await Stranger.connect(port, options);
    this.strangers.push(stranger);
    return stranger;
  }

  /** A miner that is served, as a device with a secret. */
  async miner(device: string, options: Parameters<typeof Stranger.connect>[1] = {}): Promise<Stranger> {
    const secret = this.bed.secrets.get(device) ?? (await this.bed.add(device));
    const stranger = await this.connect(options);
    await stranger.begin(device, secret);
    return stranger;
  }

  /** Rows of accepted shares and blocks. */
  async shares(device: string) {
    return this.bed.node.database
      .selectFrom('shares')
      .selectAll()
      .where('device', '=', device)
      .orderBy('id')
      .execute();
  }

  async counts(device: string): Promise<Map<number, number>> {
    const rows = await this.bed.node.database
      .selectFrom('share_counts')
      .select(['code', 'count'])
      .where('device', '=', device)
      .execute();
    return new Map(rows.map(({ code, count }) => [code, count]));
  }

  until = until;

  async dispose(): Promise<void> {
    await Promise.all(this.strangers.map(stranger => stranger.close()));
    await this.bed.dispose();
  }
}

/** A test with a node of its own. */
export function withBed(
  flags: { [key: string]: string },
  use: (t: ExecutionContext, bed: StratumBed) => Promise<void>,
): (t: ExecutionContext) => Promise<void> {
  return async t => {
    t.timeout(TEST_MS);
    const bed = await StratumBed.start(flags);
    try {
      await use(t, bed);
    } finally {
      await bed.dispose();
    }
  };
}
