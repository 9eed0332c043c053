/** Milliseconds before each time that a page is loaded again which stops over and over; after the last it is for a person. */
const PAUSES = [0, 2000, 10_000, 30_000] as const;

/** Milliseconds without a stop after which what went before counts no more. */
const WELL = 120_000;

/**
 * Tells, each time that a page has stopped, how many milliseconds later it is loaded again; null = no more by itself.
 * `now`: milliseconds of a clock that nobody sets.
 */
export const createComeback = (now: () => number): (() => number | null) => {
  let stops = 0;
  let last = 0;
  return () => {
    const at = now();
    if (at - last > WELL) stops = 0;
    last = at;
    stops += 1;
    return PAUSES[stops - 1] ?? null;
  };
};
