/** Tries out the answers to setup before they are stored: one thing at a time, each with a deadline. */

import { messageOf } from '../../domain/message-of.js';
import type { NetworkEvent, Platform, TlsOptions } from '../../ports/platform.js';
import { parseFingerprint } from '../../protocol/fingerprint.js';
import { bareHost } from '../../protocol/host.js';
import { printable } from '../../protocol/mite/json.js';
import { encodeOnline } from '../../protocol/mite/status.js';
import { topic } from '../../protocol/mite/topics.js';
import { encodeUtf8 } from '../../protocol/utf8.js';
import { MqttClient, STEP_TIMEOUT_MS, TLS_TIMEOUT_MS } from '../../transport/mqtt-client.js';
import type { Trials } from './console-host.js';
import type { SetupCheck } from './setup.js';

/** Joining takes this long at most, with DHCP. */
const WIFI_TIMEOUT_MS = 30_000;
/** The radio reports leaving the board's own network before that, which is not an answer. */
const LEAVING_MS = 500;
/** A network that worked but was lost while setup is under way. */
const REJOIN_MS = 2_000;

const NO_TLS = 'node.tls is on, but this board was built without TLS';
const NO_FINGERPRINT = "TLS needs the fingerprint of the node's certificate";

type Done = (problem: string | undefined) => void;
type WifiCheck = Extract<SetupCheck, { kind: 'wifi' }>;
type LoginCheck = Extract<SetupCheck, { kind: 'login' }>;

/** What a check needs exclusively meanwhile. */
export interface TrialsHost {
  /** Leaves the node: one connection of a device at a time. */
  leaveNode(): void;
  /** Returns the link to the node to the board. */
  backToNode(): void;
  /** `join` tries the Wi-Fi; until `backToWifi` nobody else may use it, and its events come only here. */
  leaveWifi?(onEvent: (event: NetworkEvent) => void): void;
  backToWifi?(): void;
}

export class SetupTrials implements Trials {
  readonly #platform: Platform;
  readonly #host: TrialsHost;
  /** Ends what is under way, without a report. */
  #abandon: (() => void) | undefined;
  #nodeLeft = false;
  #wifiLeft = false;
  /** Hears of the borrowed Wi-Fi while an attempt is under way. */
  #onWifi: ((event: NetworkEvent) => void) | undefined;
  /** The network that worked, for the checks after it. */
  #joined: WifiCheck | undefined;
  #rejoin = 0;

  constructor(platform: Platform, host: TrialsHost) {
    this.#platform = platform;
    this.#host = host;
  }

  options(): { readonly wifi: boolean; readonly tls: boolean } {
    const { network, tls } = this.#platform;
    return { wifi: network?.kind === 'wifi', tls: tls === true };
  }

  start(check: SetupCheck, done: Done): void {
    this.#abandon?.();
    if (check.kind === 'wifi') this.#join(check, done);
    else if (check.kind === 'node') this.#reach(check, done);
    else this.#login(check, done);
  }

  end(): void {
    this.#abandon?.();
    this.#forgetWifi();
    const { backToWifi } = this.#host;
    if (this.#wifiLeft) backToWifi?.call(this.#host);
    this.#wifiLeft = false;
    this.#giveNodeBack();
  }

  /** A sign-in is being tried: the board's own must wait for `backToNode`. */
  get holdsNode(): boolean {
    return this.#nodeLeft;
  }

  #giveNodeBack(): void {
    const left = this.#nodeLeft;
    this.#nodeLeft = false;
    if (left) this.#host.backToNode();
  }

  #forgetWifi(): void {
    this.#joined = undefined;
    this.#platform.clearTimer(this.#rejoin);
    this.#rejoin = 0;
  }

  /** The board reconnects by itself: nothing needs to be given back. */
  forgetNode(): void {
    this.#nodeLeft = false;
  }

  /** Reports once; `close` closes what was opened, even when the check is abandoned. */
  #once(milliseconds: number, late: string, close: () => void, done: Done): Done {
    let open = true;
    const leave = () => {
      open = false;
      this.#platform.clearTimer(timer);
      this.#abandon = undefined;
      close();
    };
    const report: Done = problem => {
      if (!open) return;
      leave();
      done(problem === undefined ? undefined : printable(problem));
    };
    const timer = this.#platform.setTimer(milliseconds, () => report(late));
    this.#abandon = leave;
    return report;
  }

  #join(check: WifiCheck, done: Done): void {
    const { network } = this.#platform;
    const first = !this.#wifiLeft;
    let timer = 0;
    const close = () => {
      this.#platform.clearTimer(timer);
      this.#onWifi = undefined;
    };
    this.#forgetWifi();
    const report = this.#once(WIFI_TIMEOUT_MS, 'no answer within 30 s', close, done);
    if (network === undefined) {
      timer = this.#platform.setTimer(0, () => report('this board has no Wi-Fi of its own'));
      return;
    }
    this.#wifiLeft = true;
    if (first) this.#host.leaveWifi?.(event => this.#onEvent(event));
    const begin = () => {
      this.#onWifi = event => {
        if (event.kind === 'up') this.#joined = check;
        report(event.kind === 'up' ? undefined : event.reason);
      };
      network.join(check.ssid, check.password);
    };
    if (first) timer = this.#platform.setTimer(LEAVING_MS, begin);
    else begin();
  }

  /** Of the borrowed Wi-Fi, between attempts: an address is no news, a lost network is joined again. */
  #onEvent(event: NetworkEvent): void {
    if (this.#onWifi) {
      this.#onWifi(event);
      return;
    }
    if (event.kind === 'up' || this.#joined === undefined) return;
    this.#platform.clearTimer(this.#rejoin);
    this.#rejoin = this.#platform.setTimer(REJOIN_MS, () => {
      if (this.#joined) this.#platform.network?.join(this.#joined.ssid, this.#joined.password);
    });
  }

  /** @returns undefined: without TLS; text: why no connection is possible, since TLS is required but unusable. */
  #tlsOf({ tls, fingerprint }: { tls: boolean; fingerprint: string }): TlsOptions | string | undefined {
    if (!tls) return undefined;
    if (this.#platform.tls !== true) return NO_TLS;
    const parsed = parseFingerprint(fingerprint);
    return parsed === undefined ? NO_FINGERPRINT : { fingerprint: parsed };
  }

  /** Checks whether there is a node; sends nothing. */
  #reach(check: Extract<SetupCheck, { kind: 'node' }>, done: Done): void {
    const tls = this.#tlsOf(check);
    const limit = tls ? TLS_TIMEOUT_MS : STEP_TIMEOUT_MS;
    let close = () => {};
    const report = this.#once(limit, `no answer within ${limit / 1000} s`, () => close(), done);
    const refuse = (problem: string) => {
      const timer = this.#platform.setTimer(0, () => report(problem));
      close = () => this.#platform.clearTimer(timer);
    };
    if (typeof tls === 'string') {
      refuse(tls);
      return;
    }
    try {
      const connection = this.#platform.connect(
        bareHost(check.host),
        check.port,
        { onOpen: () => report(undefined), onData: () => {}, onClose: report },
        tls,
      );
      close = () => connection.close();
    } catch (error) {
      refuse(messageOf(error, 'cannot connect'));
    }
  }

  /** A whole sign-in. It subscribes to the device's jobs, since a node accepts that only from the device. */
  #login(check: LoginCheck, done: Done): void {
    const { host, port, device, secret } = check;
    const tls = this.#tlsOf(check);
    if (typeof tls === 'string') {
      const timer = this.#platform.setTimer(0, () => report(tls));
      const report = this.#once(STEP_TIMEOUT_MS, tls, () => this.#platform.clearTimer(timer), done);
      return;
    }
    if (!this.#nodeLeft) this.#host.leaveNode();
    this.#nodeLeft = true;
    const client = new MqttClient(this.#platform, {
      onReady: () => report(undefined),
      onDown: reason => report(reason),
      onMessage: () => {},
    });
    const limit = TLS_TIMEOUT_MS + 2 * STEP_TIMEOUT_MS;
    const late = `no answer within ${limit / 1000} s`;
    const report = this.#once(
      limit,
      late,
      () => client.stop(),
      problem => {
        // The dialog may stay open for long; the board should not wait for it.
        this.#giveNodeBack();
        done(problem);
      },
    );
    client.start({
      host: bareHost(host),
      port,
      tls,
      clientId: device,
      username: device,
      password: encodeUtf8(secret),
      will: { topic: topic(device, 'online'), payload: encodeOnline(false) },
      filters: [topic(device, 'job')],
    });
  }
}
