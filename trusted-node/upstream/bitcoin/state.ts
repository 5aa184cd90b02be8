/**
 * The state of the RPC node, and what to do next. Events and the time in, commands out; no I/O. Nothing that the RPC
 * node does ends this node: every fault is a state with a reason, and is checked again.
 */
import type { NetworkName, NetworkRules } from '../../../firmware/domain/networks.js';
import type { RpcFailure } from './failure.js';
import type { ChainInfo } from './schemas.js';

export type UpstreamState =
  /** It has not answered yet, loads its blocks, or has too much to do. */
  | 'starting'
  /** It fetches the chain, or has no peers. */
  | 'syncing'
  /** Nothing answers, or what answers is not an RPC node. */
  | 'gone'
  /** It is on a different network from this node. */
  | 'other-network'
  /** It refuses the credentials, or they cannot be read. */
  | 'refused'
  /** What it says breaks a rule that can be checked, or this node cannot mine it. */
  | 'unusable'
  | 'ready';

export type UpstreamEvent =
  | { readonly kind: 'tick' }
  /** Somebody wants a current template. */
  | { readonly kind: 'wanted' }
  /** getblockchaininfo; `known`: its best block is the tip of the present template. */
  | { readonly kind: 'looked'; readonly info: ChainInfo; readonly known: boolean }
  /** A template was checked and is now the current one. */
  | { readonly kind: 'refreshed' }
  /** The long poll's template is now the current one. */
  | { readonly kind: 'longpolled' }
  /** What was under way failed. */
  | { readonly kind: 'failed'; readonly failure: RpcFailure }
  | { readonly kind: 'longpollFailed' }
  /** A template or header that breaks a rule; the message names it. */
  | { readonly kind: 'broken'; readonly reason: string };

export type UpstreamCommand =
  /** getblockchaininfo */
  | { readonly kind: 'look' }
  /** getblocktemplate, and the headers up to it */
  | { readonly kind: 'refresh' }
  /** getblocktemplate with the present template's id; returns when another one is worth having */
  | { readonly kind: 'longpoll' }
  | { readonly kind: 'endLongpoll' }
  /** Once for each change of the state or its reason. */
  | { readonly kind: 'tell'; readonly state: UpstreamState; readonly reason: string };

/** Between two polls while all is well: how late a tip is noticed when the long poll is lost, ms. */
export const POLL_MS = 5_000;
/** After a failure, doubled up to the longest, ms. */
const RETRY_MS = 500;
const LONGEST_RETRY_MS = 10_000;
/** A long poll that ends sooner does not count as one, ms. */
const SHORT_LONGPOLL_MS = 500;

function backOff(failures: number): number {
  return Math.min(RETRY_MS * 2 ** Math.min(failures, 10), LONGEST_RETRY_MS);
}

/** Bitcoin Core's names of the networks (chain in getblockchaininfo). */
export const CHAIN_NAMES: Readonly<Record<Exclude<NetworkName, 'devnet'>, string>> = {
  mainnet: 'main',
  testnet4: 'testnet4',
  signet: 'signet',
  regtest: 'regtest',
};

/** A signet challenge that anybody can meet: OP_TRUE. */
const OPEN_CHALLENGE = '51';

/** Why this node cannot mine for a chain; undefined when it can. */
export function chainProblem(
  rules: NetworkRules,
  info: ChainInfo,
): { state: UpstreamState; reason: string } | undefined {
  const wanted = rules.name === 'devnet' ? 'devnet' : CHAIN_NAMES[rules.name];
  if (info.chain !== wanted)
    return { state: 'other-network', reason: `it is of the network ${info.chain}, this node of ${wanted}` };
  if (rules.name === 'signet' && info.signet_challenge !== OPEN_CHALLENGE)
    return {
      state: 'unusable',
      reason:
        'blocks of this signet must be signed by its owners; only your own signet with the challenge 51 can be mined',
    };
  return undefined;
}

/** Progress in words. */
function progress({ blocks, headers, verificationprogress }: ChainInfo): string {
  const percent = Math.floor(Math.max(0, Math.min(1, verificationprogress)) * 1000) / 10;
  return `block ${blocks} of ${Math.max(headers, blocks)}, ${percent} %`;
}

export class UpstreamMachine {
  private current: UpstreamState = 'starting';
  private why = '';
  private busy = false;
  private longpolling = false;
  private longpollBegan = 0;
  private longpollFailures = 0;
  /** Not before this time again. */
  private longpollAfter = 0;
  private wanted = false;
  private failures = 0;
  private nextLook = 0;
  private info: ChainInfo | undefined;

  constructor(private readonly rules: NetworkRules) {}

  get state(): UpstreamState {
    return this.current;
  }

  get reason(): string {
    return this.why;
  }

  /** @param now monotonic milliseconds */
  on(event: UpstreamEvent, now: number): UpstreamCommand[] {
    switch (event.kind) {
      case 'tick':
        if (this.busy) return [];
        return now >= this.nextLook ? this.begin('look') : this.current === 'ready' ? this.longpoll(now) : [];
      case 'wanted':
        this.wanted = true;
        if (this.busy) return [];
        return this.current === 'ready'
          ? this.begin('refresh')
          : now < this.nextLook
            ? []
            : this.begin('look');
      case 'looked':
        return this.looked(event.info, event.known, now);
      case 'refreshed':
        return [...this.ready(now), ...this.longpoll(now)];
      case 'longpolled':
        this.longpolling = false;
        this.longpollFailures = 0;
        // Do not keep asking a node that always answers at once.
        if (now - this.longpollBegan < SHORT_LONGPOLL_MS) this.longpollAfter = now + SHORT_LONGPOLL_MS;
        return this.busy ? [] : [...this.ready(now), ...this.longpoll(now)];
      case 'longpollFailed':
        // Polling reports any problem better, so the long poll is not restarted at once.
        this.longpolling = false;
        this.longpollAfter = now + backOff(this.longpollFailures++);
        return this.busy ? [] : this.begin('look');
      case 'failed':
        return this.failed(event.failure, now);
      case 'broken':
        return this.trouble('unusable', event.reason, now);
    }
  }

  private begin(kind: 'look' | 'refresh'): UpstreamCommand[] {
    this.busy = true;
    return [{ kind }];
  }

  private looked(info: ChainInfo, known: boolean, now: number): UpstreamCommand[] {
    this.info = info;
    const problem = chainProblem(this.rules, info);
    if (problem !== undefined) return this.trouble(problem.state, problem.reason, now);
    if (known && this.current === 'ready' && !this.wanted) return [...this.ready(now), ...this.longpoll(now)];
    return [{ kind: 'refresh' }];
  }

  private ready(now: number): UpstreamCommand[] {
    this.busy = false;
    this.wanted = false;
    this.failures = 0;
    this.nextLook = now + POLL_MS;
    return this.tell('ready', '');
  }

  private longpoll(now: number): UpstreamCommand[] {
    if (this.longpolling || now < this.longpollAfter) return [];
    this.longpolling = true;
    this.longpollBegan = now;
    return [{ kind: 'longpoll' }];
  }

  private failed(failure: RpcFailure, now: number): UpstreamCommand[] {
    switch (failure.kind) {
      case 'unreachable':
      case 'malformed':
        return this.trouble('gone', failure.message, now);
      case 'credentials':
      case 'refused':
        return this.trouble('refused', failure.message, now);
      case 'starting':
        return this.trouble('starting', failure.message, now);
      case 'syncing':
        return this.trouble('syncing', this.info === undefined ? failure.message : progress(this.info), now);
      case 'error':
        return this.trouble('unusable', failure.message, now);
    }
  }

  private trouble(state: UpstreamState, reason: string, now: number): UpstreamCommand[] {
    this.busy = false;
    this.wanted = false;
    this.nextLook = now + backOff(this.failures++);
    const end: UpstreamCommand[] = this.longpolling ? [{ kind: 'endLongpoll' }] : [];
    return [...end, ...this.tell(state, reason)];
  }

  private tell(state: UpstreamState, reason: string): UpstreamCommand[] {
    // Progress and the like change all the time: only a new state or a new fault is reported.
    const changed = state !== this.current || (state !== 'syncing' && reason !== this.why);
    this.current = state;
    this.why = reason;
    return changed ? [{ kind: 'tell', state, reason }] : [];
  }
}
