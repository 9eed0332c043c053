import type { Kind, SetRule } from './set-rule.ts';

/** A kind as a part of one set. */
type Member = {
  readonly kind: number;
  readonly part: number;
  readonly count: number;
  /** What a piece brings to a set at most, more than it would save outside; -Infinity = it must not come. */
  readonly worth: number;
};

/** Of a buy-and-get the cheapest pieces count, which is no more than the average of all. */
const mostGained = ({ counts, gain }: SetRule, price: number): number => {
  if (counts.length > 1) return gain(price, 0);
  const size = counts[0] ?? 1;
  let sum = 0;
  for (let held = 0; held < size; held += 1) sum += gain(price, held);
  return sum / size;
};

const worthOf = (rule: SetRule, { price, outside }: Kind): number => {
  for (let level = 0; level < rule.level; level += 1)
    if ((outside[level] ?? 0) > 0) return Number.NEGATIVE_INFINITY;
  return mostGained(rule, price) - (outside[rule.level] ?? 0);
};

/** The best `count` pieces of a part: what they bring, and the least of them. */
const bestOf = (members: readonly Member[], count: number) => {
  let left = count;
  let sum = 0;
  let least = 0;
  for (const { worth, count: pieces } of members) {
    if (left === 0) break;
    const taken = Math.min(left, pieces);
    sum += worth * taken;
    least = worth;
    left -= taken;
  }
  return left > 0 ? null : { sum, least };
};

/** The members with which some set can save more than its pieces do outside. */
const usefulOf = (rule: SetRule, members: readonly Member[]): Member[] => {
  const byPart = rule.counts.map((_, part) =>
    members
      .filter((member) => member.part === part)
      .toSorted((left, right) => right.worth - left.worth),
  );
  const best = rule.counts.map((count, part) => bestOf(byPart[part] ?? [], count));
  let most = -rule.cost;
  for (const part of best) {
    if (part === null) return [];
    most += part.sum;
  }
  return members.filter(({ part, worth }) => {
    const least = best[part]?.least ?? 0;
    return most - Math.max(0, least - worth) > 0;
  });
};

/**
 * Kinds without those places in sets that can never be worth while, so that fewer ways need to be tried: a set whose best
 * pieces save no more than they do outside, and a piece that would make any set as poor.
 */
export const worthwhile = (kinds: readonly Kind[], rules: readonly SetRule[]): Kind[] => {
  const membersBySet = rules.map((): Member[] => []);
  for (const [index, kind] of kinds.entries())
    for (const { set, part } of kind.places) {
      const rule = rules[set];
      if (!rule) continue;
      const worth = worthOf(rule, kind);
      membersBySet[set]?.push({ kind: index, part, count: kind.count, worth });
    }
  const placesByKind = kinds.map((): { set: number; part: number }[] => []);
  for (const [set, members] of membersBySet.entries()) {
    const rule = rules[set];
    if (rule)
      for (const { kind, part } of usefulOf(rule, members)) placesByKind[kind]?.push({ set, part });
  }
  return kinds.map((kind, index) => ({ ...kind, places: placesByKind[index] ?? [] }));
};
