import { type Minor, minor } from '#shared/kernel/money.ts';

/** More notes than this nobody counts out when a larger one is at hand. */
const NOTES_IN_HAND = 3;

/** How many notes make an amount, largest first; Infinity when they do not make it. */
const notesFor = (amount: number, notes: readonly Minor[]): number => {
  let left = amount;
  let count = 0;
  for (const note of notes.toReversed()) {
    count += Math.floor(left / note);
    left %= note;
  }
  return left === 0 ? count : Number.POSITIVE_INFINITY;
};

/**
 * Amounts a customer is likely to hand over, beyond the exact one: the next multiple of each note that few notes
 * make, rising, at most `count`. `notes` are minor units, smallest first.
 */
export const quickNotes = (due: Minor, notes: readonly Minor[], count = 2): Minor[] => {
  const next = notes
    .map((note) => Math.ceil(due / note) * note)
    .filter((amount) => amount > due && notesFor(amount, notes) <= NOTES_IN_HAND);
  return [...new Set(next)]
    .toSorted((left, right) => left - right)
    .slice(0, count)
    .map(minor);
};
