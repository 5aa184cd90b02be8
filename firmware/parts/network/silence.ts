/**
 * A link that carries in one direction only looks like a node that is silent: the board's own packets leave, and nothing
 * comes back. When every attempt to reach the node has met silence for a while, the link is begun anew, at growing
 * intervals, since the node may just be away.
 */

/** The node's answer may take this long on a link that works: an acknowledgement, then one attempt to connect. */
export const SILENT_MS = 20_000;
const FIRST_MS = 30_000;
const LONGEST_MS = 600_000;

export class Silence {
  #renewedAt: number | undefined;
  #wait = FIRST_MS;

  /**
   * An attempt has failed.
   * @param silent ms since anything was heard of the node's side, be it a refusal @param now monotonic
   * @returns whether to begin the link anew
   */
  failed(silent: number, now: number): boolean {
    if (silent < SILENT_MS) {
      this.#renewedAt = undefined;
      this.#wait = FIRST_MS;
      return false;
    }
    if (this.#renewedAt !== undefined && now - this.#renewedAt < this.#wait) return false;
    if (this.#renewedAt !== undefined) this.#wait = Math.min(LONGEST_MS, this.#wait * 2);
    this.#renewedAt = now;
    return true;
  }
}
