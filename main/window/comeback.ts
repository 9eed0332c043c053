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
  /** When the page was loaded again, or stopped for good. */
  let since = 0;
  return () => {
    const at = now();
    if (at - since > WELL) stops = 0;
    stops += 1;
    const pause = PAUSES[stops - 1] ?? null;
    since = at + (pause ?? 0);
    return pause;
  };
};
