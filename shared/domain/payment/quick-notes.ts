import { type Minor, minor } from '#shared/kernel/money.ts';

/**
 * Amounts a customer is likely to hand over, beyond the exact one: the next multiple of each note, different and
 * rising, at most `count`. `notes` are minor units, smallest first.
 */
export const quickNotes = (due: Minor, notes: readonly Minor[], count = 3): Minor[] => {
  const next = notes.map((note) => Math.ceil(due / note) * note).filter((amount) => amount > due);
  return [...new Set(next)]
    .toSorted((left, right) => left - right)
    .slice(0, count)
    .map(minor);
};
