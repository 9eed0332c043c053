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
 * Amounts a customer is likely to hand over, beyond the exact one, rising, at most `count`: the one that fewest notes
 * make, and the nearest that few notes make. `notes` are minor units, smallest first.
 */
export const quickNotes = (due: Minor, notes: readonly Minor[], count = 2): Minor[] => {
  const likely = [...new Set(notes.map((note) => Math.ceil(due / note) * note))]
    .map((amount) => ({ amount, pieces: notesFor(amount, notes) }))
    .filter(({ amount, pieces }) => amount > due && pieces <= NOTES_IN_HAND)
    .toSorted((left, right) => left.amount - right.amount);
  const fewest = Math.min(...likely.map(({ pieces }) => pieces));
  const handiest = likely.find(({ pieces }) => pieces === fewest);
  return [...new Set([...(handiest ? [handiest] : []), ...likely])]
    .slice(0, count)
    .map(({ amount }) => minor(amount))
    .toSorted((left, right) => left - right);
};
