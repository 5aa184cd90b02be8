/** The way to the node: what is missing for it, when it may begin, what is said about it. NodeLink does the rest. */

import type { Platform, TlsOptions } from '../../ports/platform.js';
import { parseFingerprint } from '../../protocol/fingerprint.js';
import { bareHost, hostAndPort } from '../../protocol/host.js';
import { printable } from '../../protocol/json.js';
import { missingSettings, type Settings } from '../../settings/schema.js';
import type { Notice, NoticeLevel } from '../mining/events.js';
import type { NodeLink } from './node-link.js';

export interface ConnectingHost {
  notice(level: NoticeLevel, event: string, text: string, fields?: Notice['fields']): void;
  /** Whether the board's own link is up; `connect` is called again when it comes up. */
  online(): boolean;
  connected(): void;
  disconnected(): void;
}

export class Connecting {
  readonly #platform: Platform;
  readonly #node: NodeLink;
  readonly #host: ConnectingHost;
  #settings: Settings;
  /** The first attempt was made. */
  #begun = false;
  #lastDown = '';
  /** Settings that have to be set first. */
  missing: readonly string[];

  constructor(platform: Platform, settings: Settings, node: NodeLink, host: ConnectingHost) {
    this.#platform = platform;
    this.#settings = settings;
    this.#node = node;
    this.#host = host;
    this.missing = this.#findMissing();
  }

  /** For the console: 'host:port' or '', and the device's id or ''. */
  get names(): { readonly node: string; readonly device: string } {
    const { nodeHost, nodePort, deviceId } = this.#settings;
    return { node: nodeHost === '' ? '' : hostAndPort(nodeHost, nodePort), device: deviceId };
  }

  connect(): void {
    this.#begun = true;
    this.missing = this.#findMissing();
    if (this.missing.length > 0) {
      this.#host.notice('warn', 'setup', `waiting for settings: ${this.missing.join(', ')} (type setup)`);
      return;
    }
    if (!this.#host.online()) return;
    const { nodeHost, nodePort, nodeTls, nodeFingerprint, deviceId, deviceSecret } = this.#settings;
    const fingerprint = nodeTls ? parseFingerprint(nodeFingerprint) : undefined;
    if (nodeTls && (fingerprint === undefined || this.#platform.tls !== true)) {
      const text = 'not connecting: node.tls is on, but this board was built without TLS';
      this.#host.notice('error', 'setup', text);
      return;
    }
    const tls: TlsOptions | undefined = fingerprint === undefined ? undefined : { fingerprint };
    this.#lastDown = '';
    const host = bareHost(nodeHost);
    this.#node.start({ host, port: nodePort, tls, device: deviceId, secret: deviceSecret });
  }

  /** The same, once the first attempt was made. */
  again(): void {
    if (this.#begun) this.connect();
  }

  leave(): void {
    this.#node.stop();
    this.#host.disconnected();
  }

  configure(settings: Settings): void {
    this.#settings = settings;
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
    return missingSettings(this.#settings, this.#platform.network?.kind === 'wifi');
  }
}
