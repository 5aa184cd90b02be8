/**
 * The second door: miners that speak Stratum V1. Which device is served by which connection, and what work sends to a
 * device in that language. Listeners are in server.ts.
 */
import type { Job } from '../../../firmware/domain/job.js';
import type { ShareResult } from '../../../firmware/protocol/mite/share.js';
import type { Door } from '../../ports/door.js';
import { AddressLimits } from './addresses.js';
import type { Hall, Household } from './household.js';
import { STANDING_MS, TICK_MS } from './limits.js';
import { Miner } from './miner.js';
import { type Listen, type Listener, listen } from './server.js';
import { Wire } from './wire.js';

/** How often what miners do is noted for lists, in ticks. */
const REPORT_TICKS = 15;

export class StratumDoor implements Door, Hall {
  readonly addresses: AddressLimits;
  private readonly connections = new Map<Miner, Wire>();
  private readonly miners = new Map<string, Miner>();
  private readonly listeners: Listener[] = [];
  private sequence = 0;
  private ticks = 0;
  private timer: NodeJS.Timeout | undefined;
  private closing: Promise<void>[] | undefined;

  constructor(private readonly house: Household) {
    this.addresses = new AddressLimits(house.now);
  }

  /** @throws Error when an address cannot be listened on */
  async open(where: readonly Listen[]): Promise<void> {
    this.timer ??= setInterval(() => this.tick(), TICK_MS);
    for (const each of where)
      this.listeners.push(await listen(each, this.addresses, this.house.log, this.accept));
  }

  /** Where it listens. */
  get bound(): readonly { readonly host: string; readonly port: number; readonly tls: boolean }[] {
    return this.listeners.map(({ address }) => address);
  }

  /** How many miners are connected, authorised or not. */
  get size(): number {
    return this.connections.size;
  }

  nextSequence(): number {
    this.sequence = (this.sequence + 1) >>> 0;
    return this.sequence;
  }

  private readonly accept: Parameters<typeof listen>[3] = (socket, address) => {
    const wire: Wire = new Wire(
      socket,
      {
        line: line => miner.receive(line),
        closed: reason => {
          this.connections.delete(miner);
          this.addresses.left(address, miner.wasAuthorised);
          miner.gone();
          const { device } = miner;
          if (device === undefined) {
            this.house.log.debug({ from: address, reason }, 'a Stratum connection ended');
            return;
          }
          if (this.miners.get(device) === miner) this.miners.delete(device);
          this.house.log.info({ device, from: address, reason }, 'a Stratum miner is gone');
        },
      },
      this.house.now,
    );
    const miner = new Miner(this.house, this, wire, address, this.claim);
    this.connections.set(miner, wire);
  };

  /** A worker that is here already gives way to its own second connection, not to another machine's. */
  private readonly claim = (device: string, miner: Miner): string | undefined => {
    const before = this.miners.get(device);
    if (before?.serves && before.address !== miner.address && before.silence < STANDING_MS)
      return 'This worker is connected from elsewhere: give each miner a name of its own';
    if (before !== undefined && before !== miner) this.connections.get(before)?.end('it connected again');
    this.miners.set(device, miner);
    return undefined;
  };

  /** Whether this door has the device's miner. */
  serves(device: string): boolean {
    return this.miners.get(device)?.serves === true;
  }

  giveJob(device: string, job: Job): void {
    this.miners.get(device)?.take(job);
  }

  /** Miners here follow no chain: their jobs say all. */
  announceTip(): void {}

  answerShare(device: string, result: ShareResult): void {
    this.miners.get(device)?.answer(result);
  }

  disconnect(device: string): void {
    const miner = this.miners.get(device);
    if (miner !== undefined) this.connections.get(miner)?.end('the worker was revoked, or has a new secret');
  }

  private tick(): void {
    this.ticks++;
    for (const [miner, wire] of this.connections) {
      miner.tick();
      wire.tick();
      if (this.ticks % REPORT_TICKS === 0) miner.report();
    }
    this.addresses.tick();
  }

  /** Takes nothing more; resolves when what was asked before is served. Answers of shares still go out. */
  async quiet(): Promise<void> {
    this.closing ??= this.listeners.map(({ close }) => close());
    await Promise.all([...this.connections.values()].map(wire => wire.quiet()));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.quiet();
    for (const wire of this.connections.values()) wire.end('the node stops');
    await Promise.all(this.closing ?? []);
  }
}
