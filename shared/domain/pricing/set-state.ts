import type { Kind, SetRule } from './set-rule.ts';

/** One part of a set as a digit of the number that tells how far all sets are filled. */
export type Digit = { readonly weight: number; readonly radix: number; readonly count: number };

/** Pieces that there are for a set: of all its parts, and of each. */
type Pieces = { all: number; readonly byPart: number[] };

/** Looks at each place once, however many sets there are. */
const piecesBySet = (kinds: readonly Kind[], rules: readonly SetRule[]): Pieces[] => {
  const pieces = rules.map(({ counts }): Pieces => ({ all: 0, byPart: counts.map(() => 0) }));
  for (const { count, places } of kinds) {
    const seen = new Set<number>();
    for (const { set, part } of places) {
      const own = pieces[set];
      if (!own) continue;
      own.byPart[part] = (own.byPart[part] ?? 0) + count;
      if (!seen.has(set)) own.all += count;
      seen.add(set);
    }
  }
  return pieces;
};

/** The whole sets that there are pieces for, at most. */
const setsIn = ({ counts }: SetRule, { all, byPart }: Pieces): number => {
  const size = counts.reduce((sum, count) => sum + count, 0);
  const most = counts.map((count, part) => Math.floor((byPart[part] ?? 0) / count));
  return Math.min(Math.floor(all / size), ...most);
};

/** Of as many sets as can be counted together: the first ones, which are those of the highest priority. */
export const digitsOf = (kinds: readonly Kind[], rules: readonly SetRule[]): Digit[][] => {
  const pieces = piecesBySet(kinds, rules);
  const digits: Digit[][] = [];
  let weight = 1;
  for (const [set, rule] of rules.entries()) {
    // A set of one part is closed when it is full; parts of others wait for each other.
    const sets = rule.counts.length === 1 ? 0 : setsIn(rule, pieces[set] ?? { all: 0, byPart: [] });
    const own = rule.counts.map((count): Digit => {
      const radix = rule.counts.length === 1 ? count : count * sets + 1;
      const digit = { weight, radix, count };
      weight *= radix;
      return digit;
    });
    if (weight > Number.MAX_SAFE_INTEGER) break;
    digits.push(own);
  }
  return digits;
};

export const heldIn = (state: number, { weight, radix }: Digit): number =>
  Math.floor(state / weight) % radix;

/** One more piece of a kind into a part of a set. */
export type Move = {
  readonly set: number;
  readonly level: number;
  readonly digit: Digit;
  /** Of a set of several parts all of them; null = it is the only one. */
  readonly others: readonly Digit[] | null;
  /** What the piece saves as the first, second … of its part. */
  readonly gains: readonly number[];
  readonly cost: number;
};

/** What can be done with a piece of a kind. */
export const movesOf = (
  { price, places }: Kind,
  rules: readonly SetRule[],
  digits: readonly (readonly Digit[])[],
): Move[] =>
  places.flatMap(({ set, part }): Move[] => {
    const rule = rules[set];
    const own = digits[set];
    const digit = own?.[part];
    if (!rule || !own || !digit) return [];
    const { level, cost } = rule;
    const gains = Array.from({ length: digit.radix }, (_, held) => rule.gain(price, held));
    return [{ set, level, digit, others: own.length === 1 ? null : own, gains, cost }];
  });

const isFull = (state: number, digits: readonly Digit[]): boolean => {
  for (const digit of digits) if (heldIn(state, digit) < digit.count) return false;
  return true;
};

/** The state after a move, and `cost` when it fills a set; null = there is no room for the piece. */
export const moved = (
  { digit, others, cost }: Move,
  state: number,
): { readonly state: number; readonly cost: number } | null => {
  const held = heldIn(state, digit);
  const next = state + digit.weight;
  if (others === null)
    return held + 1 === digit.radix
      ? { state: state - held * digit.weight, cost }
      : { state: next, cost: 0 };
  if (held + 1 >= digit.radix) return null;
  if (!isFull(next, others)) return { state: next, cost: 0 };
  let whole = 0;
  for (const { weight, count } of others) whole += weight * count;
  return { state: next - whole, cost };
};
