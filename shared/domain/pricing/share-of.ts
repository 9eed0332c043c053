import { allocate, type Minor, subtract, ZERO } from '#shared/kernel/money.ts';

/**
 * The share of `whole` that `quantity` more pieces have when `before` of all `pieces` had theirs already. Worked out
 * from the running total, so that parts add up to the whole to the minor unit (rule R12).
 */
export const shareOf = (whole: Minor, pieces: number, before: number, quantity: number): Minor => {
  const upTo = (count: number) => allocate(whole, [count, pieces - count])[0] ?? ZERO;
  return subtract(upTo(before + quantity), upTo(before));
};
