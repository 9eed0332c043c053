/** The only source of chance in a history: one seed, one history. */
export type Random = {
  /** 0 ≤ r < 1 */
  readonly next: () => number;
  /** A whole number, 0 ≤ n < bound. */
  readonly below: (bound: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the items; undefined of none. */
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
  /** A whole number for another generator to start from. */
  readonly seed: () => number;
};

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for a history and quick. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const bits = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => bits() / 4_294_967_296;
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
    seed: bits,
  };
};
