/**
 * Connections that ended before they had proved themselves, counted: one line for the first, then one a minute, however many
 * there are.
 */
import type { Logger } from '../../common/logger.js';

export type StrangerReason =
  | 'wrong id or secret'
  | 'no device id'
  | 'malformed'
  | 'late'
  | 'gone'
  | 'too many'
  | 'pushed out'
  | 'TLS handshake failed'
  | 'cut off'
  | 'not available';

const REPORT_MS = 60_000;
/** Addresses that are told apart in one report. */
const MAX_ADDRESSES = 1_000;

/** IPv6 addresses of one network count as one: a host there has as many as it likes. */
export function addressGroup(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const plain = address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

export class Strangers {
  private readonly counts = new Map<StrangerReason, number>();
  private readonly addresses = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  /** Of this run. */
  total = 0;

  constructor(private readonly log: Logger) {}

  count(address: string, reason: StrangerReason): void {
    this.total++;
    if (this.timer === undefined) {
      this.timer = setTimeout(() => this.report(), REPORT_MS);
      this.timer.unref();
      this.log.warn({ from: address, reason }, 'a connection ended before its device was known');
      return;
    }
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
    if (this.addresses.size < MAX_ADDRESSES) this.addresses.add(address);
  }

  /** What was counted since the last report, if anything. */
  report(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.counts.size === 0) return;
    const reasons = [...this.counts].map(([reason, count]) => `${reason} ${count}`).join(', ');
    const count = [...this.counts.values()].reduce((sum, each) => sum + each, 0);
    const addresses =
      this.addresses.size === MAX_ADDRESSES ? `${MAX_ADDRESSES} or more` : this.addresses.size;
    this.counts.clear();
    this.addresses.clear();
    this.log.warn({ count, reasons, addresses }, 'connections ended before their devices were known');
  }
}
