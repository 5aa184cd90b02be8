/**
 * The fewest instructions that this algorithm (two compressions, everything nonce-independent hoisted, an end where H7
 * is known) takes on an instruction set when nothing is ever spilled or moved: what is left to gain in a kernel.
 */

/** Instructions of each operation. */
interface Costs {
  /** S0, S1: three rotations, two xor. */
  readonly S: number;
  /** s0, s1: two rotations, a shift, two xor. */
  readonly s: number;
  readonly load: number;
  readonly store: number;
  /** A literal that an addition does not take: the padding bit. */
  readonly literal: number;
  /** Setting a shift amount, where rotations take it from a register: a round, a schedule word. */
  readonly roundShifts: number;
  readonly wordShifts: number;
  /** Loads and stores of a schedule word that does not stay in registers. */
  readonly wordMemory: number;
}

const CH = 3;
const MAJ = 3;

export const COSTS: { readonly [isa: string]: Costs } = {
  /** No rotation: two shifts and an or. 28 registers hold state and schedule. */
  rv32imc: { S: 11, s: 9, load: 1, store: 1, literal: 1, roundShifts: 0, wordShifts: 0, wordMemory: 0 },
  /**
   * src rotates by SAR. A round needs five amounts (9, 11, 2 of S0; 6, 25 of S1 beside 11): the chains of a and of e
   * begin a round where the last ended, so each sets two new ones, and both are at 11 together: three. Two words at once
   * need 7 and 17 beside 11 and 2. State and working values leave no register for the schedule: a word is stored, and
   * loaded twice (w[t-7]; w[t-14], which stays for its neighbours' w[t-15] and w[t-16]). No order meets all of it.
   */
  xtensa: { S: 5, s: 5, load: 1, store: 1, literal: 1, roundShifts: 3, wordShifts: 1, wordMemory: 3 },
};

/** One compression's words after the block: [s0 terms, s1 terms, additions, loads of constants, literals] each. */
type Word = readonly [s0: number, s1: number, adds: number, loads: number, literals: number];
const full = (count: number): Word[] => Array.from({ length: count }, () => [1, 1, 3, 0, 0]);

/** W18..W63 of the first hash's second block. */
const FIRST_WORDS: readonly Word[] = [
  [1, 0, 1, 1, 0],
  [0, 0, 1, 1, 0],
  [0, 1, 1, 0, 1],
  [0, 1, 0, 0, 0],
  [0, 1, 1, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 1, 1, 1, 0],
  ...Array.from({ length: 5 }, (): Word => [0, 1, 1, 0, 0]),
  [0, 1, 2, 1, 0],
  [0, 1, 2, 1, 0],
  [0, 1, 2, 1, 0],
  [1, 1, 3, 1, 0],
  ...full(30),
];
/** W16..W60 of the second hash's block. */
const SECOND_WORDS: readonly Word[] = [
  [1, 0, 1, 0, 0],
  [1, 0, 2, 1, 0],
  ...Array.from({ length: 4 }, (): Word => [1, 1, 2, 0, 0]),
  [1, 1, 3, 0, 0],
  [0, 1, 3, 1, 0],
  [0, 1, 2, 0, 1],
  ...Array.from({ length: 5 }, (): Word => [0, 1, 1, 0, 0]),
  [0, 1, 2, 1, 0],
  [1, 1, 3, 0, 0],
  ...full(29),
];

function words(costs: Costs, list: readonly Word[]): number {
  return list.reduce(
    (sum, [s0, s1, adds, loads, literals]) =>
      sum +
      (s0 + s1) * costs.s +
      adds +
      loads * costs.load +
      literals * costs.literal +
      // Words without s0 or s1 may be handed on in registers.
      (s0 + s1 === 2 ? costs.wordShifts + costs.wordMemory : 0),
    0,
  );
}

/** `adds` besides the two of the `a` side; every round loads one constant. */
function rounds(costs: Costs, count: number, adds: number, aSide = true): number {
  const half = costs.S + CH + adds + costs.load;
  return count * (half + (aSide ? costs.S + MAJ + 2 + costs.roundShifts : costs.roundShifts / 2));
}

/** Instructions of one hash when `versions` headers share a schedule. Rounded down. */
export function floor(isa: string, versions: number): number {
  const costs = COSTS[isa];
  if (costs === undefined) throw new RangeError(`no costs for ${isa}`);
  const firstWords = words(costs, FIRST_WORDS);
  // Rounds 4..6 have a constant h, 7..17 no word of the nonce.
  const kw = versions > 1 ? 4 : 5; // an array of constant + word saves an addition a round
  const first = 1 + rounds(costs, 3, 3) + rounds(costs, 11, 4) + rounds(costs, 46, kw) + 8 * (costs.load + 1);
  // Rounds 0..3 start from the initial state.
  const start =
    2 * (costs.load + 1) + // e and a of round 0
    (2 * costs.S + CH + MAJ + 3 + 6 * costs.load + 6 + costs.roundShifts) + // 1
    (2 * costs.S + CH + MAJ + 2 * costs.load + 6 + costs.roundShifts) + // 2
    rounds(costs, 1, 4);
  const second =
    start +
    rounds(costs, 4, 5) +
    rounds(costs, 8, 4) +
    rounds(costs, 41, 5) +
    rounds(costs, 4, 5, false) +
    words(costs, SECOND_WORDS);
  const check = 2 * costs.load + 1 + 1 + 1; // H7 + IV7, reject bits, branch
  const loop = 2; // next nonce or version, branch
  const nonce = versions > 1 ? 2 + FIRST_WORDS.length * (1 + costs.load + costs.store) : 0;
  return Math.floor(
    first + second + check + loop + (versions > 1 ? (firstWords + nonce) / versions : firstWords),
  );
}
