import { allocate, type Minor, subtract, ZERO } from '#shared/kernel/money.ts';

/**
 * The share of `whole` that `quantity` more pieces have when `before` of all `pieces` had theirs already. Worked out
 * from the running total, so that parts add up to the whole to the minor unit (rule R12).
 */
export const shareOf = (whole: Minor, pieces: number, before: number, quantity: number): Minor => {
  const upTo = (count: number) => allocate(whole, [count, pieces - count])[0] ?? ZERO;
  return subtract(upTo(before + quantity), upTo(before));
};

type Part = { readonly total: Minor; readonly quantity: number };

/** Tills that do not hear of each other each round the running total of a line: less than two minor units apart. */
export const isShareOf = ({ total, quantity }: Part, whole: Part): boolean => {
  const [share, pieces] = [BigInt(whole.total) * BigInt(quantity), BigInt(whole.quantity)];
  const difference = BigInt(total) * pieces - share;
  return (difference < 0n ? -difference : difference) < 2n * pieces;
};
