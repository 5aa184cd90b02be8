/** What the status screen shows: turns a report into texts and tones. Pure. */
import type { BoardReport } from '../../ports/report.js';
import { countText, hashesText, rateText, shown, spanText } from './format.js';
import type { FieldName } from './layout.js';

/** Colour of a text by its meaning. */
export type Tone = 'plain' | 'quiet' | 'accent' | 'good' | 'bad';

export interface Shown {
  readonly text: string;
  readonly tone: Tone;
}

/** What the screen needs from the board. Not every board has the last two parts. */
export type DisplayReport = Pick<
  BoardReport,
  'miner' | 'node' | 'missing' | 'hashes' | 'lastError' | 'uptime' | 'link' | 'network' | 'ssid' | 'rssi'
> & {
  /** What the board has checked of the chain. */
  readonly chain: Pick<BoardReport['chain'], 'network' | 'state' | 'height' | 'target' | 'refusal'>;
  /** Percent of the time that mining may take. */
  readonly budget?: number | undefined;
  /** Degrees Celsius. */
  readonly temperature?: number | undefined;
};

const NONE = '-';
/** Of MinerStatus.reasons. */
const STALE = 'stale';

const STATES = {
  mining: { text: 'Mining', tone: 'good' },
  alone: { text: 'No node', tone: 'accent' },
  waiting: { text: 'No job yet', tone: 'accent' },
  paused: { text: 'Paused', tone: 'accent' },
  refused: { text: 'Refused', tone: 'bad' },
  syncing: { text: 'Checking', tone: 'accent' },
  fault: { text: 'Fault', tone: 'bad' },
  setup: { text: 'Setup', tone: 'accent' },
  connecting: { text: 'Connecting', tone: 'accent' },
  wifi: { text: 'No Wi-Fi', tone: 'accent' },
  link: { text: 'No link', tone: 'accent' },
} as const;

function stateOf({ miner, missing, link, network, chain }: DisplayReport): Shown {
  const { state } = miner;
  if (state === 'waiting' && chain.refusal !== '') return STATES.refused;
  if (state === 'waiting' && chain.state === 'syncing') return STATES.syncing;
  if (state === 'mining') return miner.connected ? STATES.mining : STATES.alone;
  if (state !== 'connecting') return STATES[state];
  if (missing.length > 0) return STATES.setup;
  if (network === undefined || network === 'online') return STATES.connecting;
  return link === 'wifi' ? STATES.wifi : STATES.link;
}

/** 4 for a very good signal, 0 for one that is barely usable. */
export function signalBars(dbm: number): number {
  if (dbm >= -55) return 4;
  if (dbm >= -67) return 3;
  if (dbm >= -75) return 2;
  return dbm >= -85 ? 1 : 0;
}

/** The host without its port: short enough to read. */
function hostOf(node: string): string {
  const colon = node.lastIndexOf(':');
  return colon > 0 ? node.slice(0, colon) : node;
}

/** The current problem, or ''. */
function errorOf({ miner, lastError, chain }: DisplayReport): string {
  if (miner.state === 'fault') return miner.fault;
  if (miner.state === 'paused') return `paused by ${miner.pausedBy.join(', ')}`;
  if (miner.state === 'waiting' && chain.refusal !== '') return chain.refusal;
  return lastError;
}

/** Shares that came too late, on their way or before they were sent: nobody's fault, and most boards have some. */
function lateOf({ miner }: DisplayReport): number {
  return miner.counters.stale + (miner.reasons[STALE] ?? 0);
}

/** Shares that the node rejected for another reason. */
function badOf({ miner }: DisplayReport): number {
  return Math.max(0, miner.counters.rejected - (miner.reasons[STALE] ?? 0));
}

/** What the ticker shows in turn when nothing is wrong: everything without a place on the screen. */
function news(report: DisplayReport, has: (field: FieldName) => boolean): string[] {
  const { node, ssid, rssi, budget, temperature } = report;
  const items: string[] = [];
  const late = lateOf(report);
  if (!has('network')) items.push(report.chain.network);
  if (late > 0) items.push(`${countText(late)} late share${late === 1 ? '' : 's'}`);
  if (node !== '' && !has('node')) items.push(hostOf(node));
  if (ssid !== undefined && !has('wifi')) items.push(ssid);
  if (rssi !== undefined) items.push(`${rssi} dBm`);
  if (budget !== undefined && !has('budget') && !has('percent')) items.push(`budget ${budget} %`);
  if (temperature !== undefined) items.push(`chip ${Math.round(temperature)} C`);
  items.push(`up ${spanText(report.uptime)}`);
  return items;
}

const plain = (text: string): Shown => ({ text, tone: text === NONE ? 'quiet' : 'plain' });

/** Seconds that the ticker shows one thing. */
const TICKER_SECONDS = 4;

/**
 * What the status screen shows now. A text is made only on request, and `key` tells more cheaply whether that is
 * needed: most of a second's work is finding that nothing has changed.
 */
export class StatusView {
  readonly #report: DisplayReport;
  readonly #span: number;
  readonly #has: (field: FieldName) => boolean;

  /**
   * @param span seconds that the curve covers
   * @param has whether the screen has a place for a field; the ticker tells the rest
   */
  constructor(report: DisplayReport, span: number, has: (field: FieldName) => boolean) {
    this.#report = report;
    this.#span = span;
    this.#has = has;
  }

  /** While this is the same, `field` gives the same. */
  key(field: FieldName): unknown {
    const report = this.#report;
    const { miner } = report;
    switch (field) {
      case 'state':
        return stateOf(report);
      case 'rate':
      case 'unit':
        return miner.state === 'mining' ? miner.rate : -1;
      case 'span':
      case 'last':
        return this.#span;
      case 'blocks':
        return miner.counters.blocks;
      case 'accepted':
      case 'good':
        return miner.counters.accepted;
      case 'rejected':
        return badOf(report);
      case 'bad':
        return badOf(report) > 0 ? badOf(report) : -lateOf(report);
      case 'best':
        return miner.best;
      case 'network':
        return report.chain.network;
      case 'height':
        return miner.height ?? report.chain.height;
      case 'age':
        return miner.jobAge;
      case 'wifi':
        return report.ssid ?? report.link;
      case 'node':
        return miner.connected ? `+${report.node}` : report.node;
      case 'budget':
      case 'percent':
        return report.budget;
      case 'ticker': {
        const error = errorOf(report);
        return error !== '' ? error : Math.floor(report.uptime / TICKER_SECONDS);
      }
    }
  }

  field(field: FieldName): Shown {
    const { miner, chain, ssid, link, node, budget } = this.#report;
    const { blocks, accepted } = miner.counters;
    const bad = badOf(this.#report);
    const late = lateOf(this.#report);
    const mining = miner.state === 'mining';
    switch (field) {
      case 'state':
        return { text: stateOf(this.#report).text, tone: 'plain' };
      case 'rate':
        return { text: rateText(mining ? miner.rate : 0).digits, tone: mining ? 'plain' : 'quiet' };
      case 'unit':
        return { text: rateText(mining ? miner.rate : 0).unit, tone: mining ? 'accent' : 'quiet' };
      case 'span':
        return { text: this.#span === 0 ? '' : spanText(this.#span), tone: 'quiet' };
      case 'last':
        return { text: this.#span === 0 ? '' : `last ${spanText(this.#span)}`, tone: 'quiet' };
      case 'blocks':
        return { text: countText(blocks), tone: blocks > 0 ? 'accent' : 'plain' };
      case 'accepted':
        return { text: countText(accepted), tone: accepted > 0 ? 'good' : 'plain' };
      case 'rejected':
        return { text: countText(bad), tone: bad > 0 ? 'bad' : 'plain' };
      case 'good':
        return { text: `${countText(accepted)} ok`, tone: accepted > 0 ? 'good' : 'quiet' };
      case 'bad':
        return bad === 0 && late > 0
          ? { text: `${countText(late)} late`, tone: 'quiet' }
          : { text: `${countText(bad)} bad`, tone: bad > 0 ? 'bad' : 'quiet' };
      case 'best':
        return plain(hashesText(miner.best));
      case 'network':
        return { text: shown(chain.network, 8), tone: 'quiet' };
      case 'height':
        return plain(`${miner.height ?? chain.height ?? NONE}`);
      case 'age':
        return plain(miner.jobAge === undefined ? NONE : spanText(miner.jobAge));
      case 'wifi':
        return plain(ssid !== undefined ? shown(ssid, 40) : link === 'ethernet' ? 'Ethernet' : NONE);
      case 'node':
        return {
          text: shown(node === '' ? NONE : hostOf(node), 60),
          tone: miner.connected ? 'plain' : 'quiet',
        };
      case 'budget':
        return { text: budget === undefined ? '' : `at ${budget} %`, tone: 'quiet' };
      case 'percent':
        return plain(budget === undefined ? NONE : `${budget} %`);
      case 'ticker':
        return this.#ticker();
    }
  }

  #ticker(): Shown {
    const error = errorOf(this.#report);
    if (error !== '') {
      return { text: shown(error), tone: this.#report.miner.state === 'paused' ? 'accent' : 'bad' };
    }
    const items = news(this.#report, this.#has);
    const item = items[Math.floor(this.#report.uptime / TICKER_SECONDS) % items.length]!;
    return { text: shown(item), tone: 'quiet' };
  }

  /** Of the dot beside the state. */
  get tone(): Tone {
    return stateOf(this.#report).tone;
  }

  /** 0 to 4, or -1 for a board without Wi-Fi. */
  get bars(): number {
    const { rssi, ssid, link } = this.#report;
    if (rssi !== undefined) return signalBars(rssi);
    return link === 'wifi' || ssid !== undefined ? 0 : -1;
  }

  /** In place of the curve, when the board has stopped for good or does not work for its node. Otherwise ''. */
  get message(): string {
    const { miner, chain } = this.#report;
    if (miner.state === 'waiting' && chain.refusal !== '') return shown(chain.refusal);
    return miner.state === 'fault' ? shown(miner.fault) : '';
  }
}

/** The setup screen is shown instead: the board cannot begin without its owner. */
export function needsSetup(report: DisplayReport): boolean {
  return report.missing.length > 0 && report.miner.state === 'connecting';
}

export interface SetupView {
  readonly title: string;
  /** What this is about, if there is room for it. */
  readonly intro: string;
  readonly steps: readonly string[];
  /** Keys of the settings that are not set. */
  readonly missing: readonly string[];
}

export function setupView(report: DisplayReport): SetupView {
  return {
    title: 'Setup',
    intro: 'This board needs its network and its node before it can mine.',
    steps: ['Connect USB to a PC', 'Serial port, 115200 baud', 'Type: setup'],
    missing: report.missing.map(key => shown(key, 40)),
  };
}
