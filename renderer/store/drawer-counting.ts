import type { CashCount } from '#shared/domain/shift/schema.ts';
import type { Ledger } from './ledger.ts';

/** What is known of the drawer's counts while a shift is being closed; beside the journal until the Z report has it. */
export type DrawerCounting = {
  readonly shiftId: string;
  readonly counts: readonly CashCount[];
  /** Who was shown what is expected (rule R4). */
  readonly shownTo: readonly string[];
};

const KEY = 'drawer-counts';

export const readCounting = async (ledger: Ledger, shiftId: string): Promise<DrawerCounting> => {
  const kept = await ledger.readLocal<DrawerCounting>(KEY);
  return kept?.shiftId === shiftId ? kept : { shiftId, counts: [], shownTo: [] };
};

export const writeCounting = (ledger: Ledger, counting: DrawerCounting): Promise<void> =>
  ledger.writeLocal(KEY, counting);
