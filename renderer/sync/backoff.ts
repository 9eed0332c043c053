const FIRST = 500;
const LONGEST = 30_000;

/**
 * Milliseconds to wait after `failures` failures in a row: doubling, at most half a minute, spread by `random`
 * (0 ≤ r < 1) so that tills do not come back in step.
 */
export const backoff = (failures: number, random: number): number => {
  const wait = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 10));
  return Math.round(wait / 2 + (wait / 2) * random);
};
