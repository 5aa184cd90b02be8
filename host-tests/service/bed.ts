/** A real node in this process, on a separate directory, for the service's tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getAddress } from '@scure/btc-signer';
import { NETWORKS, type NetworkName } from '../../firmware/domain/networks.js';
import type { NodeEvent } from '../../trusted-node/common/events.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { type NodeConfig, readConfig } from '../../trusted-node/config/config.js';
import { addDevice } from '../../trusted-node/fleet/devices.js';
import type { Ledger } from '../../trusted-node/ledger/types.js';
import { type RunningNode, startNode } from '../../trusted-node/node.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { TestDevice } from '../support/test-device.js';

/** A P2WPKH address whose private key is 32 bytes of `fill`. */
export function testAddress(network: NetworkName, fill = 7): string {
  const { bech32Hrp } = NETWORKS[network];
  const key = new Uint8Array(32).fill(fill);
  return getAddress('wpkh', key, { bech32: bech32Hrp, pubKeyHash: 0x6f, scriptHash: 0xc4, wif: 0xef });
}

export class Bed {
  readonly data = mkdtempSync(join(tmpdir(), 'mite-service-'));
  readonly events: NodeEvent[] = [];
  readonly secrets = new Map<string, string>();
  private readonly devices: TestDevice[] = [];
  node!: RunningNode & { readonly ledger: Ledger };

  private constructor(
    readonly config: NodeConfig,
    private readonly urlOverride?: string,
    /** Seconds since 1970, instead of the system's. */
    private readonly clock?: () => number,
  ) {}

  /** @param flags configuration as on the command line */
  static async start(
    flags: { [key: string]: string } = {},
    url?: string,
    clock?: () => number,
  ): Promise<Bed> {
    const network = (flags.network ?? 'devnet') as NetworkName;
    const config = readConfig(
      {
        network,
        payoutAddress: testAddress(network),
        startWork: '256',
        http: 'off',
        logLevel: process.env.MITE_TEST_LOG ?? 'silent',
        ...(flags.broker === undefined && { listen: '127.0.0.1:0' }),
        ...flags,
      },
      {},
    );
    const bed = new Bed(config, url, clock);
    await bed.up();
    return bed;
  }

  async up(): Promise<void> {
    const node = await startNode(
      { ...this.config, data: this.data },
      {
        log: openLogger(this.config.logLevel),
        onEvent: event => this.events.push(event),
        clock: this.clock,
      },
    );
    const { ledger } = node;
    if (ledger === undefined) throw new Error('a node without a ledger');
    this.node = { ...node, ledger };
  }

  get url(): string {
    return this.urlOverride ?? `mqtt://127.0.0.1:${this.node.addresses[0]?.port}`;
  }

  /** Adds a device through the node's own handle: a second one in this process would wait for it forever. */
  async add(id: string, group?: string): Promise<string> {
    const secret = await addDevice(this.node.database, id, { group });
    this.secrets.set(id, secret);
    return secret;
  }

  async connect(id: string, boot?: string): Promise<TestDevice> {
    const secret = this.secrets.get(id) ?? (await this.add(id));
    const device = await TestDevice.connect(this.url, id, secret);
    if (boot !== undefined) device.boot = boot;
    this.devices.push(device);
    return device;
  }

  async restart(): Promise<void> {
    await this.node.stop();
    await this.up();
  }

  async dispose(): Promise<void> {
    await Promise.all(this.devices.map(device => device.close()));
    await this.node.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** Waits until `holds` is true. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, milliseconds = ANSWER_MS) {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
