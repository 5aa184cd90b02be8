/** Which events are worth waking somebody for, and in which words. Pure. */
import type { NodeEvent } from '../common/events.js';

/** A board is missed after this time without a connection (ms): restarts and updates take less. */
export const SILENT_MS = 15 * 60_000;
/** The same about the same is said once in this time (ms). */
const AGAIN_MS = 60 * 60_000;
/** At most this many in an hour, whatever happens. */
const MOST = 30;

export interface Notice {
  readonly title: string;
  readonly text: string;
  /** ntfy's names */
  readonly priority: 'default' | 'high';
}

export class Notices {
  /** Boards that went, and when. */
  private readonly gone = new Map<string, number>();
  private readonly missed = new Set<string>();
  private readonly said = new Map<string, number>();
  private recent: number[] = [];

  /** @returns what to say about an event at `now` (ms), if anything */
  event(event: NodeEvent, now: number): Notice | undefined {
    switch (event.event) {
      case 'device':
        if (!event.online) {
          this.gone.set(event.device, now);
          return undefined;
        }
        this.gone.delete(event.device);
        if (!this.missed.delete(event.device)) return undefined;
        return this.say(`back ${event.device}`, now, {
          title: `${event.device} is back`,
          text: 'The board has reconnected.',
        });
      case 'block':
        return this.say(`block ${event.hash}`, now, {
          title: `Block ${event.height} found`,
          text: `${event.device} found it: ${event.hash}`,
        });
      case 'block-refused':
        return this.say(`refused ${event.hash}`, now, {
          title: `Block ${event.height} was refused`,
          text: `${event.device} found it, the chain refused it: ${event.reason}`,
          priority: 'high',
        });
      case 'update':
        if (event.error === '') return undefined;
        return this.say(`update ${event.device}`, now, {
          title: `Update of ${event.device} failed`,
          text: `${event.version}: ${event.error}`,
        });
      case 'flagged':
        return this.say(`flagged ${event.device}`, now, {
          title: `${event.device} signed a wrong verdict`,
          text: `Its verdicts no longer count: ${event.reason}`,
          priority: 'high',
        });
      case 'key-refused':
        return this.say(`key ${event.device}`, now, {
          title: `${event.device} presents another key`,
          text: 'Was the board replaced? mite-node device rekey accepts the new key.',
          priority: 'high',
        });
      default:
        return undefined;
    }
  }

  /** Time passed. @returns what to say about boards that stay away */
  tick(now: number): Notice[] {
    const notices: Notice[] = [];
    for (const [device, since] of this.gone) {
      if (now - since < SILENT_MS) continue;
      this.gone.delete(device);
      this.missed.add(device);
      const notice = this.say(`gone ${device}`, now, {
        title: `${device} is silent`,
        text: `The board has not been connected for ${SILENT_MS / 60_000} minutes.`,
      });
      if (notice !== undefined) notices.push(notice);
    }
    return notices;
  }

  private say(
    about: string,
    now: number,
    notice: { title: string; text: string; priority?: Notice['priority'] },
  ): Notice | undefined {
    for (const [key, at] of this.said) if (now - at >= AGAIN_MS) this.said.delete(key);
    this.recent = this.recent.filter(at => now - at < AGAIN_MS);
    if (this.said.has(about) || this.recent.length >= MOST) return undefined;
    this.said.set(about, now);
    this.recent.push(now);
    return { priority: 'default', ...notice };
  }
}
