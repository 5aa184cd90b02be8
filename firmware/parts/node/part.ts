/** The way to the node: what is missing for it, when it may begin, what is said about it. NodeLink does the rest. */

import type { Platform, TlsOptions } from '../../ports/platform.js';
import { parseFingerprint } from '../../protocol/fingerprint.js';
import { bareHost, hostAndPort } from '../../protocol/host.js';
import { printable } from '../../protocol/json.js';
import type { Notice, NoticeLevel } from '../mining/events.js';
import type { NodeLink } from './node-link.js';
import type { NodeValues } from './settings.js';

export interface ConnectingHost {
  notice(level: NoticeLevel, event: string, text: string, fields?: Notice['fields']): void;
  /** Settings that the board's own link misses. */
  missing(): readonly string[];
  /** Whether the board's own link is up; `connect` is called again when it comes up. */
  online(): boolean;
  connected(): void;
  disconnected(): void;
}

export class Connecting {
  readonly #platform: Platform;
  readonly #node: NodeLink;
  readonly #host: ConnectingHost;
  #values: NodeValues;
  /** The first attempt was made. */
  #begun = false;
  #lastDown = '';
  /** Settings that have to be set first. */
  missing: readonly string[];

  constructor(platform: Platform, values: NodeValues, node: NodeLink, host: ConnectingHost) {
    this.#platform = platform;
    this.#values = values;
    this.#node = node;
    this.#host = host;
    this.missing = this.#findMissing();
  }

  /** For the console: 'host:port' or '', and the device's id or ''. */
  get names(): { readonly node: string; readonly device: string } {
    const { 'node.host': host, 'node.port': port, 'device.id': device } = this.#values;
    return { node: host === '' ? '' : hostAndPort(host, port), device };
  }

  connect(): void {
    this.#begun = true;
    this.missing = this.#findMissing();
    if (this.missing.length > 0) {
      this.#host.notice('warn', 'setup', `waiting for settings: ${this.missing.join(', ')} (type setup)`);
      return;
    }
    if (!this.#host.online()) return;
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
    this.#node.start({
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

  leave(): void {
    this.#node.stop();
    this.#host.disconnected();
  }

  configure(values: NodeValues): void {
    this.#values = values;
  }

  /** With other settings, once the first attempt was made. */
  reconnect(): void {
    if (!this.#begun) return;
    this.leave();
    this.connect();
  }

  up(): void {
    this.#lastDown = '';
    const { node, device } = this.names;
    this.#host.notice('info', 'node', `connected to ${node} as ${device}`, { connected: true });
    this.#host.connected();
  }

  down(reason: string, retryMs: number): void {
    // The same reason again and again is shown once.
    const level = reason === this.#lastDown ? 'debug' : 'warn';
    this.#lastDown = reason;
    const text = `node: ${printable(reason)}; next attempt in ${Math.ceil(retryMs / 1000)} s`;
    this.#host.notice(level, 'node', text, { connected: false, retryMs });
    this.#host.disconnected();
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
