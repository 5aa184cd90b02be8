/**
 * Keeps the board's own link up. A state machine without I/O: events in, commands out.
 *
 * off      not wanted, or no network is known
 * joining  one attempt is under way
 * online   the board has an address
 * waiting  every known network has failed; the next round comes after a delay
 *
 * A round tries each known network once, the one that worked last first. Ethernet is a network without a name: it is
 * brought up once, and then goes down and up with its cable by itself.
 */
import type { NoticeLevel } from '../../ports/notice.js';

export interface KnownNetwork {
  readonly ssid: string;
  readonly password: string;
}

export type StationEvent =
  /**
   * Start, or start over, with these networks in the owner's order; a network that is up and among them stays up. For
   * Ethernet whatever is given counts as one.
   */
  | { readonly kind: 'start'; readonly networks: readonly KnownNetwork[] }
  /** Leave the network alone: somebody else uses the link. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'up'; readonly address: string }
  | { readonly kind: 'down'; readonly reason: string }
  /** The link is up, and yet nothing comes over it: it is left and begun anew. */
  | { readonly kind: 'silent' }
  /** The time of the last `timer` command is over. */
  | { readonly kind: 'timer' };

export type StationCommand =
  | { readonly kind: 'join'; readonly ssid: string; readonly password: string }
  | { readonly kind: 'leave' }
  /** One timer, replacing the previous one; 0: none. */
  | { readonly kind: 'timer'; readonly milliseconds: number }
  | { readonly kind: 'online' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'notice'; readonly level: NoticeLevel; readonly text: string };

export type StationState = 'off' | 'joining' | 'online' | 'waiting';

/** How long to wait before the next round; transport/backoff.ts has one. */
export interface RoundDelay {
  next(): number;
  reset(): void;
}

/** Association and DHCP take 2 to 10 s if the network is there. */
export const JOIN_TIMEOUT_MS = 30_000;
/** A network that was lost sooner than this after it came up is not worth an immediate attempt. */
export const STABLE_MS = 30_000;

export class Station {
  readonly #ethernet: boolean;
  readonly #delay: RoundDelay;
  #state: StationState = 'off';
  #networks: readonly KnownNetwork[] = [];
  /** Of #networks, still to be tried in this round. */
  #round: KnownNetwork[] = [];
  #current: KnownNetwork | undefined;
  #lastGood = '';
  #address = '';
  #upAt = 0;
  /** Last reported reason, by network: a repeat is only for debugging. */
  readonly #told: Record<string, string> = {};
  #commands: StationCommand[] = [];

  /** @param ethernet the link has no networks to choose from */
  constructor(ethernet: boolean, delay: RoundDelay) {
    this.#ethernet = ethernet;
    this.#delay = delay;
  }

  get state(): StationState {
    return this.#state;
  }

  /** Of the network that is joined or being joined; '' on Ethernet and without one. */
  get ssid(): string {
    return this.#current?.ssid ?? '';
  }

  /** The board's, while it is online. */
  get address(): string {
    return this.#address;
  }

  /** @param now ms of a clock that never goes back. @returns what to do, in this order. */
  step(event: StationEvent, now: number): StationCommand[] {
    this.#commands = [];
    switch (event.kind) {
      case 'start':
        this.#start(this.#ethernet ? [{ ssid: '', password: '' }] : event.networks);
        break;
      case 'stop':
        this.#end();
        break;
      case 'up':
        this.#onUp(event.address, now);
        break;
      case 'down':
        if (this.#state === 'joining') this.#failed(event.reason);
        else if (this.#state === 'online') this.#lost(event.reason, now);
        break;
      case 'silent':
        if (this.#state === 'online') this.#renew();
        break;
      case 'timer':
        if (this.#state === 'joining') this.#failed('no answer');
        else if (this.#state === 'waiting') this.#begin();
        break;
    }
    return this.#commands;
  }

  #do(command: StationCommand): void {
    this.#commands.push(command);
  }

  #arm(milliseconds: number): void {
    this.#do({ kind: 'timer', milliseconds });
  }

  get #name(): string {
    return this.#ethernet ? 'Ethernet' : `Wi-Fi ${this.ssid}`;
  }

  #tell(level: NoticeLevel, what: string): void {
    this.#do({ kind: 'notice', level, text: `${this.#name}: ${what}` });
  }

  #start(networks: readonly KnownNetwork[]): void {
    const { ssid, password } = this.#current ?? {};
    this.#networks = networks;
    if (
      this.#state === 'online' &&
      networks.some(known => known.ssid === ssid && known.password === password)
    )
      return;
    this.#end();
    this.#delay.reset();
    this.#begin();
  }

  /** A new round. */
  #begin(): void {
    const good = this.#networks.find(({ ssid }) => ssid === this.#lastGood);
    this.#round = this.#networks.filter(network => network !== good);
    if (good) this.#round.unshift(good);
    this.#next();
  }

  #next(): void {
    const network = this.#round.shift();
    if (network === undefined) {
      if (this.#networks.length > 0) this.#wait();
      return;
    }
    this.#current = network;
    this.#state = 'joining';
    this.#tell('debug', 'joining');
    this.#arm(JOIN_TIMEOUT_MS);
    this.#do({ kind: 'join', ssid: network.ssid, password: network.password });
  }

  #wait(): void {
    this.#state = 'waiting';
    // Ethernet stays up by itself and reports when its cable is back.
    if (!this.#ethernet) this.#do({ kind: 'leave' });
    this.#arm(this.#delay.next());
  }

  #failed(reason: string): void {
    const { ssid } = this;
    this.#tell(this.#told[ssid] === reason ? 'debug' : 'warn', reason);
    this.#told[ssid] = reason;
    this.#next();
  }

  #onUp(address: string, now: number): void {
    if (this.#state === 'online') {
      this.#address = address; // another one by DHCP
      return;
    }
    // From an abandoned attempt; the one wanted now will report by itself.
    if (this.#state === 'off' || (this.#state === 'waiting' && !this.#ethernet)) {
      this.#do({ kind: 'leave' });
      return;
    }
    this.#state = 'online';
    this.#address = address;
    this.#upAt = now;
    this.#lastGood = this.ssid;
    delete this.#told[this.ssid];
    this.#arm(0);
    this.#tell('info', `address ${address}`);
    this.#do({ kind: 'online' });
  }

  #lost(reason: string, now: number): void {
    this.#address = '';
    this.#tell('warn', `lost: ${reason}`);
    this.#do({ kind: 'offline' });
    if (now - this.#upAt < STABLE_MS) {
      this.#wait();
      return;
    }
    this.#delay.reset();
    this.#begin();
  }

  #renew(): void {
    this.#address = '';
    this.#tell('warn', 'nothing is heard of the node: begun anew');
    this.#do({ kind: 'offline' });
    this.#do({ kind: 'leave' });
    this.#begin();
  }

  #end(): void {
    const was = this.#state;
    this.#state = 'off';
    this.#current = undefined;
    this.#address = '';
    this.#arm(0);
    if (was === 'online') this.#do({ kind: 'offline' });
    if (was !== 'off' && !this.#ethernet) this.#do({ kind: 'leave' });
  }
}
