import { expect, test } from 'vitest';
import { prospectOf } from './prospect.ts';
import type { Kind, SetRule } from './set-rule.ts';
import { digitsOf } from './set-state.ts';

const PARTS = 8;
const KINDS = 30;

/** Bundles that all want the same pieces. */
const bundles = (count: number): SetRule[] =>
  Array.from({ length: count }, () => ({
    level: 0,
    counts: Array.from({ length: PARTS }, () => 1),
    gain: (price: number) => price,
    cost: 100,
  }));

/** Kinds that can be any part of any bundle, and how often somebody looked at what they can be. */
const counted = (sets: number): { readonly kinds: Kind[]; readonly looks: () => number } => {
  let looks = 0;
  const places = Array.from({ length: sets }, (_, set) =>
    Array.from({ length: PARTS }, (_part, part) => ({ set, part })),
  ).flat();
  const kinds = Array.from({ length: KINDS }, (_, index) => ({
    price: 1000 - index,
    count: 1,
    outside: [0],
    get places() {
      looks += 1;
      return places;
    },
  }));
  return { kinds, looks: () => looks };
};

test('what pieces can be is looked at once, however many bundles want them', () => {
  for (const sets of [2, 100]) {
    const { kinds, looks } = counted(sets);
    const rules = bundles(sets);
    const digits = digitsOf(kinds, rules);
    expect(looks()).toBe(KINDS);
    prospectOf(kinds, rules, digits);
    expect(looks()).toBe(2 * KINDS);
  }
});

test('as many of the first sets are counted together as one number can tell apart', () => {
  const { kinds } = counted(100);
  const digits = digitsOf(kinds, bundles(100));
  // Three whole sets of eight: four ways to fill each part, 2^16 a set.
  expect(digits).toHaveLength(3);
  expect(digits.flat()).toHaveLength(3 * PARTS);
});
