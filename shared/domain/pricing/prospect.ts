import type { Kind, SetRule } from './set-rule.ts';
import { type Digit, heldIn } from './set-state.ts';

/** What open sets may still bring, part by part. */
type Part = {
  readonly level: number;
  readonly digit: Digit;
  /** Share of what the last piece of a set saves that one piece of it stands for. */
  readonly last: number;
  /** Share of the set's cost that falls on a piece. */
  readonly cost: number;
  readonly rule: SetRule;
};
export type Prospect = readonly Part[];

/** What the kinds that can be a part of a set cost on average, `[set][part]`. Looks at each place once. */
const averagesOf = (kinds: readonly Kind[], rules: readonly SetRule[]): number[][] => {
  const sums = rules.map(({ counts }) => counts.map(() => ({ price: 0, kinds: 0, last: -1 })));
  for (const [index, { price, places }] of kinds.entries())
    for (const { set, part } of places) {
      const sum = sums[set]?.[part];
      if (!sum || sum.last === index) continue;
      sum.price += price;
      sum.kinds += 1;
      sum.last = index;
    }
  return sums.map((parts) => parts.map((sum) => sum.price / Math.max(1, sum.kinds)));
};

/** A set's cost falls on its pieces by what those of their part cost on average. */
const costsOf = (averages: readonly number[], { counts, cost }: SetRule): number[] => {
  const whole = counts.reduce((sum, count, part) => sum + count * (averages[part] ?? 0), 0);
  return averages.map((average) => (whole === 0 ? 0 : (cost * average) / whole));
};

export const prospectOf = (
  kinds: readonly Kind[],
  rules: readonly SetRule[],
  digits: readonly (readonly Digit[])[],
): Prospect => {
  const averages = averagesOf(kinds, rules);
  return digits.flatMap((parts, set) => {
    const rule = rules[set];
    if (!rule) return [];
    const costs = costsOf(averages[set] ?? [], rule);
    return parts.map((digit, part) => ({
      level: rule.level,
      digit,
      last: rule.cost === 0 ? 1 / digit.count : 0,
      cost: costs[part] ?? 0,
      rule,
    }));
  });
};

/** Adds to a way's savings what its open sets may bring, for pieces that cost about so much. */
export const addProspect = (
  prospect: Prospect,
  state: number,
  price: number,
  savings: number[],
): void => {
  for (const { level, digit, last, cost, rule } of prospect) {
    const held = heldIn(state, digit);
    if (held === 0) continue;
    const brought = last === 0 ? 0 : rule.gain(price, digit.count - 1) * last;
    savings[level] = (savings[level] ?? 0) + held * (brought - cost);
  }
};
