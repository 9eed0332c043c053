/** A source of whole numbers that are the same for the same seed. */
export type Random = {
  /** A whole number from 0 up to, and without, `bound`. */
  readonly below: (bound: number) => number;
  /** True `percent` times in a hundred. */
  readonly happens: (percent: number) => boolean;
  readonly pick: <Value>(values: readonly Value[]) => Value;
};

/** mulberry32 (Tommy Ettinger, public domain): good enough to invent a shop's days. */
export const createRandom = (seed: number): Random => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    happens: (percent) => below(100) < percent,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
};

/** Picks values as often as their weights say; weights are whole and not negative. */
export const createWeighted = <Value>(
  values: readonly Value[],
  weightOf: (value: Value) => number,
): ((random: Random) => Value) => {
  const limits: number[] = [];
  let sum = 0;
  for (const value of values) {
    sum += weightOf(value);
    limits.push(sum);
  }
  return (random) => {
    const at = random.below(sum);
    const value = values[limits.findIndex((limit) => at < limit)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
};
