/** A set of pieces as the search sees it. `level`: place of its priority, 0 = the highest. */
export type SetRule = {
  readonly level: number;
  /** How many pieces each part takes; a buy-and-get is one part. */
  readonly counts: readonly number[];
  /** What a piece saves as the `held + 1`st of its part; they come dearest first. */
  readonly gain: (price: number, held: number) => number;
  /** What the whole set costs, to be taken from what its pieces would. */
  readonly cost: number;
};

/** Pieces that are alike: one price, the same promotions. */
export type Kind = {
  readonly price: number;
  readonly count: number;
  /** What one saves outside of sets, by level. */
  readonly outside: readonly number[];
  /** Which parts of which sets it can be. */
  readonly places: readonly { readonly set: number; readonly part: number }[];
};
