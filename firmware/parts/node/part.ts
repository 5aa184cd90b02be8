/** The trusted node as a source of work: which settings are missing, when to connect, what to report about it. */

import type { Share } from '../../domain/share.js';
import type { Tell } from '../../ports/notice.js';
import type { Part } from '../../ports/part.js';
import type { Platform, TlsOptions } from '../../ports/platform.js';
import type { BoardReport } from '../../ports/report.js';
import type { TrustedNode, TrustedNodeHandlers } from '../../ports/trusted-node.js';
import type { WorkSource, WorkSourceHandlers } from '../../ports/work-source.js';
import { parseFingerprint } from '../../protocol/fingerprint.js';
import { bareHost, hostAndPort } from '../../protocol/host.js';
import type { Hello } from '../../protocol/mite/hello.js';
import { printable } from '../../protocol/mite/json.js';
import { awayMs, heapText, SOUND_MS } from './heap-ends.js';
import { NodeLink } from './node-link.js';
import { type NodeValues, nodeSettings } from './settings.js';

export interface NodeHost {
  readonly notice: Tell;
  /** What the board says about itself on each connect. */
  hello(): Hello;
  /** Settings that the board's own link misses. */
  missing(): readonly string[];
  /** Whether the board's own link is up; `again` is called when it comes up. */
  online(): boolean;
  /** An attempt to reach the node has failed; nothing has been heard of its side for this long (ms). */
  failed(silentMs: number): void;
  /** The node's settings have changed: reconnects, whoever has borrowed the connection. */
  renewed(): void;
}

export class NodePart implements Part<NodeValues>, WorkSource {
  readonly #platform: Platform;
  readonly #link: NodeLink;
  readonly #host: NodeHost;
  readonly #work: WorkSourceHandlers;
  #values: NodeValues;
  /** The first attempt was made. */
  #begun = false;
  /** When the board may connect after boots that ended without memory, ms. */
  #awayUntil: number;
  #awayTimer = 0;
  #upSince: number | undefined;
  #lastDown = '';
  #garbage = 0;
  /** Settings that must be set first. */
  #missing: readonly string[];

  constructor(
    platform: Platform,
    values: NodeValues,
    host: NodeHost,
    work: WorkSourceHandlers,
    services: TrustedNodeHandlers,
  ) {
    this.#platform = platform;
    this.#values = values;
    this.#host = host;
    this.#work = work;
    this.#link = new NodeLink(platform, () => host.hello(), {
      up: () => this.#up(),
      down: (reason, retryMs, silentMs) => this.#down(reason, retryMs, silentMs),
      garbage: problem => this.#onGarbage(problem),
      work,
      services,
    });
    this.#missing = this.#findMissing();
    this.#awayUntil = platform.monotonic() + awayMs(platform.lastWords?.ends ?? 0);
  }

  start(): void {
    const { ends = 0, doing = '' } = this.#platform.lastWords ?? {};
    if (ends > 0) this.#host.notice('error', 'heap', heapText(ends, doing), { ends, doing });
  }

  /** A connection that holds clears the count of ends. */
  tick(): void {
    const since = this.#upSince;
    if (since !== undefined && this.#platform.monotonic() - since >= SOUND_MS) this.#forgive();
  }

  #forgive(): void {
    if ((this.#platform.lastWords?.ends ?? 0) > 0) this.#platform.lastWords?.forget();
    this.#awayUntil = 0;
    this.#platform.clearTimer(this.#awayTimer);
    this.#awayTimer = 0;
  }

  get #away(): number {
    return Math.max(0, this.#awayUntil - this.#platform.monotonic());
  }

  /** What it does besides giving work. */
  get services(): TrustedNode {
    return this.#link;
  }

  get up(): boolean {
    return this.#link.up;
  }

  sendShare(share: Share): boolean {
    return this.#link.sendShare(share);
  }

  /** 'host:port' or '', and the device's id or ''. */
  get names(): { readonly node: string; readonly device: string } {
    const { 'node.host': host, 'node.port': port, 'device.id': device } = this.#values;
    return { node: host === '' ? '' : hostAndPort(host, port), device };
  }

  report(): Pick<
    BoardReport,
    'node' | 'device' | 'missing' | 'connects' | 'garbage' | 'heapEnds' | 'heapDoing' | 'away'
  > {
    const { ends = 0, doing = '' } = this.#platform.lastWords ?? {};
    return {
      heapEnds: ends,
      heapDoing: doing,
      away: Math.ceil(this.#away / 1000),
      ...this.names,
      missing: this.#missing,
      connects: this.#link.connects,
      garbage: this.#garbage,
    };
  }

  connect(): void {
    this.#begun = true;
    this.#missing = this.#findMissing();
    if (this.#missing.length > 0) {
      this.#host.notice('warn', 'setup', `waiting for settings: ${this.#missing.join(', ')} (type setup)`);
      return;
    }
    if (!this.#host.online()) return;
    if (this.#away > 0) {
      this.#platform.clearTimer(this.#awayTimer);
      this.#awayTimer = this.#platform.setTimer(this.#away, () => this.again());
      return;
    }
    const values = this.#values;
    const secure = values['node.tls'];
    const fingerprint = secure ? parseFingerprint(values['node.fingerprint']) : undefined;
    if (secure && (fingerprint === undefined || this.#platform.tls !== true)) {
      const text = 'not connecting: node.tls is on, but this board was built without TLS';
      this.#host.notice('error', 'setup', text);
      return;
    }
    const tls: TlsOptions | undefined = fingerprint === undefined ? undefined : { fingerprint };
    this.#lastDown = '';
    this.#link.start({
      host: bareHost(values['node.host']),
      port: values['node.port'],
      tls,
      device: values['device.id'],
      secret: values['device.secret'],
    });
  }

  /** The same, once the first attempt was made. */
  again(): void {
    if (this.#begun) this.connect();
  }

  /** `again`, unless settings are missing: setup asks for those. */
  back(): void {
    if (this.#missing.length === 0) this.again();
  }

  stop(): void {
    this.#upSince = undefined;
    this.#platform.clearTimer(this.#awayTimer);
    this.#link.stop();
  }

  /** Until `again`. */
  leave(): void {
    this.stop();
    this.#work.disconnected();
  }

  configure(values: NodeValues, changed: readonly string[]): void {
    this.#values = values;
    if (!changed.some(key => Object.hasOwn(nodeSettings, key))) return;
    if (changed.some(key => key.startsWith('node.'))) this.#forgive(); // it may be another one
    this.#host.renewed();
    if (!this.#begun) return;
    this.leave();
    this.connect();
  }

  #up(): void {
    this.#upSince = this.#platform.monotonic();
    this.#lastDown = '';
    const { node, device } = this.names;
    this.#host.notice('info', 'node', `connected to ${node} as ${device}`, { connected: true });
    this.#work.connected();
  }

  #down(reason: string, retryMs: number, silentMs: number): void {
    // A repeated reason is shown once.
    const level = reason === this.#lastDown ? 'debug' : 'warn';
    this.#upSince = undefined;
    this.#lastDown = reason;
    const text = `node: ${printable(reason)}; next attempt in ${Math.ceil(retryMs / 1000)} s`;
    this.#host.notice(level, 'node', text, { connected: false, retryMs });
    this.#work.disconnected();
    this.#host.failed(silentMs);
  }

  #onGarbage(problem: string): void {
    this.#garbage++;
    this.#host.notice('warn', 'garbage', `ignored a message from the node: ${printable(problem)}`);
  }

  #findMissing(): string[] {
    const values = this.#values;
    const missing = [...this.#host.missing()];
    if (values['node.host'] === '') missing.push('node.host');
    if (values['node.tls'] && values['node.fingerprint'] === '') missing.push('node.fingerprint');
    if (values['device.id'] === '') missing.push('device.id');
    if (values['device.secret'] === '') missing.push('device.secret');
    return missing;
  }
}
