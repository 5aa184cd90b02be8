/** A small seeded generator (mulberry32): the same numbers on every engine. Not for secrets. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** uint32 */
  u32(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** 0..limit-1 */
  below(limit: number): number {
    return this.u32() % limit;
  }

  /** minimum..maximum */
  between(minimum: number, maximum: number): number {
    return minimum + this.below(maximum - minimum + 1);
  }

  bool(): boolean {
    return (this.u32() & 0x8000) !== 0;
  }

  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = this.u32() >>> 24;
    return bytes;
  }

  pick<V>(values: readonly V[]): V {
    return values[this.below(values.length)]!;
  }
}

const TELLING_BYTES = [0x00, 0x01, 0x02, 0x7f, 0x80, 0xfd, 0xfe, 0xff];

/**
 * A malformed variant of `sample`: cut short, lengthened, bytes changed (to values that mean something to
 * parsers), a piece doubled or taken out, or nothing but noise.
 */
export function mutate(random: Random, sample: Uint8Array): Uint8Array {
  const at = random.below(sample.length + 1);
  switch (random.below(6)) {
    case 0:
      return sample.slice(0, at);
    case 1: {
      const extra = random.bytes(random.between(1, 40));
      return joined(sample, extra);
    }
    case 2: {
      const length = random.below(16);
      return joined(sample.subarray(0, at), sample.subarray(Math.min(at + length, sample.length)));
    }
    case 3: {
      const length = random.below(64);
      return joined(sample.subarray(0, Math.min(at + length, sample.length)), sample.subarray(at));
    }
    case 4:
      return random.bytes(random.below(200));
    default: {
      const changed = sample.slice();
      for (let n = random.between(1, 4); n > 0; n--)
        changed[random.below(changed.length)] = random.bool()
          ? random.pick(TELLING_BYTES)
          : random.below(256);
      return changed;
    }
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

/**
 * Feeds `count` malformed variants of `samples` to `parse`.
 * @returns how many were refused and how many accepted
 * @throws when `parse` throws anything but FormatError, RangeError or TypeError, naming the input
 */
export function feedMalformed(
  seed: number,
  count: number,
  samples: readonly Uint8Array[],
  parse: (bytes: Uint8Array) => void,
): { refused: number; accepted: number } {
  const random = new Random(seed);
  let refused = 0;
  for (let i = 0; i < count; i++) {
    const input = mutate(random, random.pick(samples));
    try {
      parse(input);
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      if (name !== 'FormatError' && name !== 'RangeError' && name !== 'TypeError')
        throw new Error(`input ${i} of seed ${seed}: ${String(error)} (${Array.from(input).join(' ')})`);
      refused++;
    }
  }
  return { refused, accepted: count - refused };
}
