import type { TillStore } from '../store/till-store.ts';

/** The till as it is, but that nothing is written: what is done there says whether it could be. */
export const rehearsed = (till: TillStore): TillStore => ({
  ...till,
  journal: { ...till.journal, write: till.journal.rehearse },
});
