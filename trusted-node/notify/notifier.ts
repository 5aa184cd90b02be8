/**
 * Tells somebody outside: a POST to ntfy or to any web hook. Its address is a secret (whoever knows it can write there),
 * so it comes from a file and is never logged.
 */
import type { NodeEvent } from '../common/events.js';
import type { Logger } from '../common/logger.js';
import { type Notice, Notices } from './notices.js';

const TRY_MS = 10_000;
const TICK_MS = 30_000;
/** Notices that wait while one is being sent. */
const MAX_WAITING = 20;
const ATTEMPTS = 3;

export class Notifier {
  private readonly notices = new Notices();
  private readonly waiting: Notice[] = [];
  private sending: Promise<void> | undefined;
  private closed = false;
  private readonly timer = setInterval(() => {
    for (const notice of this.notices.tick(Date.now())) this.push(notice);
  }, TICK_MS);

  /** @param url https://ntfy.sh/TOPIC, or a web hook that takes text */
  constructor(
    private readonly url: string,
    private readonly log: Logger,
    private readonly pause = 5_000,
  ) {}

  event(event: NodeEvent): void {
    const notice = this.notices.event(event, Date.now());
    if (notice !== undefined) this.push(notice);
  }

  private push(notice: Notice): void {
    if (this.closed || this.waiting.length >= MAX_WAITING) return;
    this.waiting.push(notice);
    this.sending ??= this.send().finally(() => {
      this.sending = undefined;
    });
  }

  private async send(): Promise<void> {
    for (let notice = this.waiting.shift(); notice !== undefined; notice = this.waiting.shift()) {
      let reason = '';
      for (let i = 0; i < ATTEMPTS && !this.closed; i++) {
        if (i > 0) await new Promise(resolve => setTimeout(resolve, this.pause).unref());
        reason = await this.post(notice);
        if (reason === '') break;
      }
      if (reason !== '') this.log.warn({ about: notice.title, reason }, 'a notification could not be sent');
    }
  }

  /** @returns '' or why not, without the address */
  private async post({ title, text, priority }: Notice): Promise<string> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { title, priority, 'content-type': 'text/plain; charset=utf-8' },
        body: text,
        redirect: 'error',
        signal: AbortSignal.timeout(TRY_MS),
      });
      await response.body?.cancel();
      return response.ok ? '' : `it answered ${response.status}`;
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'it cannot be reached';
    }
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.closed = true;
    await this.sending;
  }
}
