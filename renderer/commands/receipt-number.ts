import type { NextPlace } from '../store/journal.ts';

/** Number people read on a receipt: the till, its journal's generation after the first, the sequence. */
export const receiptNumber = ({ journalId, seq }: NextPlace): string => {
  const [till, generation] = journalId.split('_', 2);
  const digits = String(seq).padStart(6, '0');
  return generation === '1' ? `${till}-${digits}` : `${till}-${generation}-${digits}`;
};
