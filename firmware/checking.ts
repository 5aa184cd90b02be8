/** Tries out what setup was told, before it is stored: one thing at a time, each with an end. */
import type { SetupCheck } from './console/setup.js';
import { printable } from './protocol/json.js';
import { encodeOnline } from './protocol/status.js';
import { topic } from './protocol/topics.js';
import { encodeUtf8 } from './protocol/utf8.js';
import { MqttClient, STEP_TIMEOUT_MS, TLS_TIMEOUT_MS } from './transport/mqtt-client.js';
import type { NetworkPort, Platform, TlsOptions } from './transport/platform.js';

/** Joining takes this long at most, with DHCP. */
const WIFI_TIMEOUT_MS = 30_000;

type Done = (problem: string | undefined) => void;

/** What a check needs to have for itself meanwhile. */
export interface CheckingHost {
  /** Leaves the node: one connection of a device at a time. */
  leaveNode(): void;
  /** The link to the node is the board's again. */
  backToNode(): void;
  /** The Wi-Fi is tried by `join`; until `backToWifi` nobody else may. */
  leaveWifi?(): void;
  backToWifi?(): void;
}

export class Checking {
  readonly #platform: Platform;
  readonly #host: CheckingHost;
  /** Ends what is under way, without a report. */
  #abandon: (() => void) | undefined;
  #nodeLeft = false;
  #wifiLeft = false;

  constructor(platform: Platform, host: CheckingHost) {
    this.#platform = platform;
    this.#host = host;
  }

  /** `done` is called later, once, with what is wrong; not after `end` or the next `start`. */
  start(check: SetupCheck, done: Done): void {
    this.#abandon?.();
    if (check.kind === 'wifi') this.#join(check, done);
    else if (check.kind === 'node') this.#reach(check, done);
    else this.#login(check, done);
  }

  /** The dialog has ended. */
  end(): void {
    this.#abandon?.();
    if (this.#wifiLeft) this.#host.backToWifi?.();
    this.#wifiLeft = false;
    if (this.#nodeLeft) this.#host.backToNode();
    this.#nodeLeft = false;
  }

  /** The board connects anew by itself: nothing has to be given back. */
  forgetNode(): void {
    this.#nodeLeft = false;
  }

  /** Reports once; `close` leaves what was opened, also when the check is abandoned. */
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

  #join({ ssid, password }: Extract<SetupCheck, { kind: 'wifi' }>, done: Done): void {
    const network: NetworkPort | undefined = this.#platform.network;
    const before = network?.onEvent;
    if (!this.#wifiLeft) this.#host.leaveWifi?.();
    this.#wifiLeft = true;
    const close = () => {
      if (network && before) network.onEvent = before;
    };
    const report = this.#once(WIFI_TIMEOUT_MS, 'no answer within 30 s', close, done);
    if (network === undefined) {
      this.#platform.setTimer(0, () => report('this board has no network of its own'));
      return;
    }
    network.onEvent = event => report(event.kind === 'up' ? undefined : event.reason);
    network.join(ssid, password);
  }

  #reach({ host, port, fingerprint }: Extract<SetupCheck, { kind: 'node' }>, done: Done): void {
    const tls: TlsOptions | undefined = fingerprint === '' ? undefined : { fingerprint };
    const limit = tls ? TLS_TIMEOUT_MS : STEP_TIMEOUT_MS;
    let close = () => {};
    const report = this.#once(limit, `no answer within ${limit / 1000} s`, () => close(), done);
    try {
      const connection = this.#platform.connect(
        host,
        port,
        { onOpen: () => report(undefined), onData: () => {}, onClose: report },
        tls,
      );
      close = () => connection.close();
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'cannot connect';
      this.#platform.setTimer(0, () => report(problem));
    }
  }

  /** A whole sign-in. It subscribes to the device's jobs, since a node accepts that from the device alone. */
  #login(check: Extract<SetupCheck, { kind: 'login' }>, done: Done): void {
    const { host, port, fingerprint, device, secret } = check;
    if (!this.#nodeLeft) this.#host.leaveNode();
    this.#nodeLeft = true;
    const tls: TlsOptions | undefined = fingerprint === '' ? undefined : { fingerprint };
    const client = new MqttClient(this.#platform, {
      onReady: () => report(undefined),
      onDown: reason => report(reason),
      onMessage: () => {},
    });
    const limit = TLS_TIMEOUT_MS + 2 * STEP_TIMEOUT_MS;
    const report = this.#once(limit, `no answer within ${limit / 1000} s`, () => client.stop(), done);
    client.start({
      host,
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
