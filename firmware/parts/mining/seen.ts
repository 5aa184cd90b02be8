/** The last candidates by (work, nonce, version bits): the searcher may name one twice. Fixed size, no allocation. */

const CAPACITY = 64;

export class SeenCandidates {
  /** Work id 0 is never used by the miner, so an empty place matches nothing. */
  readonly #works = new Uint32Array(CAPACITY);
  readonly #nonces = new Uint32Array(CAPACITY);
  readonly #versions = new Uint32Array(CAPACITY);
  #place = 0;

  /** @returns false when this candidate is among the last 64. */
  add(workId: number, nonce: number, versionBits: number): boolean {
    for (let i = 0; i < CAPACITY; i++) {
      if (this.#works[i] === workId && this.#nonces[i] === nonce && this.#versions[i] === versionBits)
        return false;
    }
    this.#works[this.#place] = workId;
    this.#nonces[this.#place] = nonce;
    this.#versions[this.#place] = versionBits;
    this.#place = (this.#place + 1) % CAPACITY;
    return true;
  }
}
