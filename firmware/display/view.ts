/** What the status screen says: a report becomes texts and tones. Pure. */
import type { BoardReport } from '../console/report.js';
import { countText, difficultyText, rateText, shown, spanText } from './format.js';
import type { FieldName } from './layout.js';

/** Colour of a text by its meaning. */
export type Tone = 'plain' | 'quiet' | 'accent' | 'good' | 'bad';

export interface Shown {
  readonly text: string;
  readonly tone: Tone;
}

/** What the screen needs of the board. The last two parts not every board has. */
export type DisplayReport = Pick<
  BoardReport,
  | 'miner'
  | 'node'
  | 'missing'
  | 'tipHeight'
  | 'hashes'
  | 'lastError'
  | 'uptime'
  | 'link'
  | 'network'
  | 'ssid'
  | 'rssi'
> & {
  /** Percent of the time that mining may take. */
  readonly budget?: number | undefined;
  /** Degrees Celsius. */
  readonly temperature?: number | undefined;
};

export interface StatusView {
  readonly fields: Readonly<Record<FieldName, Shown>>;
  /** Of the dot beside the state. */
  readonly tone: Tone;
  /** 0 to 4, or -1 for a board without Wi-Fi. */
  readonly bars: number;
  /** In place of the curve, when the board has stopped for good. Else ''. */
  readonly message: string;
}

const NONE = '-';

function stateOf({ miner, missing, link, network }: DisplayReport): Shown {
  switch (miner.state) {
    case 'mining':
      return miner.connected ? { text: 'Mining', tone: 'good' } : { text: 'No node', tone: 'accent' };
    case 'waiting':
      return { text: 'No job yet', tone: 'accent' };
    case 'paused':
      return { text: 'Paused', tone: 'accent' };
    case 'fault':
      return { text: 'Fault', tone: 'bad' };
    case 'connecting':
      if (missing.length > 0) return { text: 'Setup', tone: 'accent' };
      if (network === undefined || network === 'online') return { text: 'Connecting', tone: 'accent' };
      return { text: link === 'wifi' ? 'No Wi-Fi' : 'No link', tone: 'accent' };
  }
}

/** 4 for a very good signal, 0 for one that can hardly be used. */
export function signalBars(dbm: number): number {
  if (dbm >= -55) return 4;
  if (dbm >= -67) return 3;
  if (dbm >= -75) return 2;
  return dbm >= -85 ? 1 : 0;
}

/** The host without its port: what is left is short enough to be read. */
function hostOf(node: string): string {
  const colon = node.lastIndexOf(':');
  return colon > 0 ? node.slice(0, colon) : node;
}

/** What goes wrong, or ''. */
function errorOf({ miner, lastError }: DisplayReport): string {
  if (miner.state === 'fault') return miner.fault;
  if (miner.state === 'paused') return `paused by ${miner.pausedBy.join(', ')}`;
  return lastError;
}

/** One after the other, what the ticker says when nothing goes wrong: what has no place of its own. */
function news(report: DisplayReport, has: (field: FieldName) => boolean): string[] {
  const { node, ssid, rssi, budget, temperature } = report;
  const items: string[] = [];
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
 * @param span seconds that the curve covers
 * @param has whether the screen has a place for a field; the ticker tells the rest
 */
export function statusView(
  report: DisplayReport,
  span: number,
  has: (field: FieldName) => boolean,
): StatusView {
  const { miner } = report;
  const { counters } = miner;
  const state = stateOf(report);
  const rate = rateText(miner.state === 'mining' ? miner.rate : 0);
  const idle = miner.state !== 'mining';
  const height = miner.height ?? report.tipHeight;
  const error = errorOf(report);
  const items = news(report, has);
  const item = items[Math.floor(report.uptime / TICKER_SECONDS) % items.length]!;
  const { ssid, rssi, budget } = report;
  const rejected = counters.rejected;
  return {
    fields: {
      state: { text: state.text, tone: 'plain' },
      rate: { text: rate.digits, tone: idle ? 'quiet' : 'plain' },
      unit: { text: rate.unit, tone: idle ? 'quiet' : 'accent' },
      span: { text: span === 0 ? '' : spanText(span), tone: 'quiet' },
      last: { text: span === 0 ? '' : `last ${spanText(span)}`, tone: 'quiet' },
      found: plain(countText(counters.found)),
      accepted: { text: countText(counters.accepted), tone: counters.accepted > 0 ? 'good' : 'plain' },
      rejected: { text: countText(rejected), tone: rejected > 0 ? 'bad' : 'plain' },
      good: { text: `${countText(counters.accepted)} ok`, tone: counters.accepted > 0 ? 'good' : 'quiet' },
      bad: { text: `${countText(rejected)} bad`, tone: rejected > 0 ? 'bad' : 'quiet' },
      best: plain(difficultyText(miner.best)),
      height: plain(height === undefined ? NONE : `${height}`),
      age: plain(miner.jobAge === undefined ? NONE : spanText(miner.jobAge)),
      wifi: plain(ssid !== undefined ? shown(ssid, 40) : report.link === 'ethernet' ? 'Ethernet' : NONE),
      node: {
        text: shown(report.node === '' ? NONE : hostOf(report.node), 60),
        tone: miner.connected ? 'plain' : 'quiet',
      },
      budget: { text: budget === undefined ? '' : `at ${budget} %`, tone: 'quiet' },
      percent: plain(budget === undefined ? NONE : `${budget} %`),
      ticker: {
        text: shown(error !== '' ? error : item),
        tone: error === '' ? 'quiet' : miner.state === 'paused' ? 'accent' : 'bad',
      },
    },
    tone: state.tone,
    bars: rssi !== undefined ? signalBars(rssi) : report.link === 'wifi' || ssid !== undefined ? 0 : -1,
    message: miner.state === 'fault' ? shown(miner.fault) : '',
  };
}

/** The setup screen is shown instead: the board cannot begin without its owner. */
export function needsSetup(report: DisplayReport): boolean {
  return report.missing.length > 0 && report.miner.state === 'connecting';
}

export interface SetupView {
  readonly title: string;
  /** What this is about, where there is room for it. */
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
