/**
 * Whether this machine's clock can be right. A block is later than the median of the last ones, and nobody takes one
 * that is more than two hours ahead of the clock: if both cannot hold, whatever boards find would be refused.
 */
import { MAX_FUTURE_SECONDS, MEDIAN_TIME_SPAN, minimumTime } from '../../firmware/domain/chain.js';
import { decodeHeader } from '../../firmware/domain/header.js';
import type { RelayedWork, Template, Upstream } from '../ports/upstream.js';

/** Whether no block of a template's times would be taken now. @param now seconds since 1970 */
export function isClockBehind({ minTime }: Pick<Template | RelayedWork, 'minTime'>, now: number): boolean {
  return minTime > now + MAX_FUTURE_SECONDS;
}

/**
 * Seconds that the clock must go forward before the next block can be taken; 0 when it can be now.
 * @param now seconds since 1970
 */
export async function clockBehind(upstream: Upstream, now: number): Promise<number> {
  const { height } = upstream.tip();
  const from = Math.max(0, height + 1 - MEDIAN_TIME_SPAN);
  const times = (await upstream.headers(from, MEDIAN_TIME_SPAN)).map(bytes => decodeHeader(bytes).time);
  return Math.max(0, minimumTime(upstream.network, height + 1, times) - MAX_FUTURE_SECONDS - now);
}

/** For people: what is wrong, and what follows from it. @param tipTime of the newest block, seconds since 1970 */
export function describeClock(now: number, tipTime: number): string {
  const text = (seconds: number) =>
    `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return (
    `this machine's clock says ${text(now)}, but the newest block is of ${text(tipTime)}: ` +
    'boards get no jobs until the clock is set right'
  );
}
