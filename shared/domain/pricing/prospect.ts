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

/** A set's cost falls on its pieces by what those of their part cost on average. */
const costsOf = (kinds: readonly Kind[], { counts, cost }: SetRule, set: number): number[] => {
  const averages = counts.map((_, part) => {
    const prices = kinds.flatMap(({ price, places }) =>
      places.some((place) => place.set === set && place.part === part) ? [price] : [],
    );
    return prices.reduce((sum, price) => sum + price, 0) / Math.max(1, prices.length);
  });
  const whole = counts.reduce((sum, count, part) => sum + count * (averages[part] ?? 0), 0);
  return averages.map((average) => (whole === 0 ? 0 : (cost * average) / whole));
};

export const prospectOf = (
  kinds: readonly Kind[],
  rules: readonly SetRule[],
  digits: readonly (readonly Digit[])[],
): Prospect =>
  rules.flatMap((rule, set) => {
    const costs = costsOf(kinds, rule, set);
    return (digits[set] ?? []).map((digit, part) => ({
      level: rule.level,
      digit,
      last: rule.cost === 0 ? 1 / digit.count : 0,
      cost: costs[part] ?? 0,
      rule,
    }));
  });

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
