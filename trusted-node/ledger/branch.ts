/**
 * Headers below a given one, on whatever branch: what the header rules look at. Bounded: an index of the newest few
 * thousand headers in memory, the rest read on demand.
 * @module
 */
import { type HeaderContext, MEDIAN_TIME_SPAN, medianTimePast } from '../../firmware/domain/chain.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import { keyOf } from './rules/coins.js';
import { type Db, getHeader, type StoredHeader } from './store.js';

const CACHED = 8192;

/** What never changes of a stored header. */
interface Link {
  height: number;
  hash: Uint8Array;
  previousKey: string;
  previousHash: Uint8Array;
  time: number;
  nBits: number;
}

/** Headers that a network's rules may need below a parent, the parent included. */
export function contextDepth(rules: NetworkRules): number {
  return Math.max(MEDIAN_TIME_SPAN, rules.perBlockRetarget ? 2 : rules.interval);
}

export class Branches {
  readonly #rules: NetworkRules;
  /** by hash; a header's content follows from its hash, so an entry is right even after a rollback */
  readonly #links = new Map<string, Link>();

  constructor(rules: NetworkRules) {
    this.#rules = rules;
  }

  /** What a header on top of `parent` is checked against. */
  async context(db: Db, parent: StoredHeader): Promise<HeaderContext> {
    const links = await this.#behind(db, parent);
    return headerContext(links);
  }

  /** Median time past of the chain that ends with this header. */
  async medianTime(db: Db, header: StoredHeader): Promise<number> {
    return medianTimePast((await this.context(db, header)).pastTimes);
  }

  /** Oldest first, `header` last. */
  async #behind(db: Db, header: StoredHeader): Promise<Link[]> {
    const links = [this.#remember(header)];
    for (let last = links[0]!; links.length < contextDepth(this.#rules) && last.height > 0; ) {
      last = this.#links.get(last.previousKey) ?? this.#remember(await getHeader(db, last.previousHash));
      links.push(last);
    }
    return links.reverse();
  }

  #remember({ hash, height, header }: StoredHeader): Link {
    const { previousHash, time, nBits } = header;
    const link = { hash, height, previousHash, previousKey: keyOf(previousHash), time, nBits };
    this.#links.set(keyOf(hash), link);
    if (this.#links.size > CACHED) {
      for (const oldest of this.#links.keys()) {
        this.#links.delete(oldest);
        break;
      }
    }
    return link;
  }
}

/** @param links consecutive headers, the parent last; at least {@link contextDepth} of them or down to the genesis */
export function headerContext(
  links: readonly { hash: Uint8Array; height: number; time: number; nBits: number }[],
): HeaderContext {
  const parent = links[links.length - 1]!;
  const lowest = links[0]!.height;
  return {
    parentHash: parent.hash,
    parentHeight: parent.height,
    parent,
    pastTimes: links.slice(-MEDIAN_TIME_SPAN).map(link => link.time),
    ancestor(height) {
      const link = links[height - lowest];
      if (!link) throw new RangeError(`no header at height ${height} in the window`);
      return link;
    },
  };
}
