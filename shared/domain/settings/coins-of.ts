import type { Minor } from '#shared/kernel/money.ts';
import { cashIncrementAt } from './cash-increment.ts';
import type { StoreSettings } from './schema.ts';

/** Smallest coin at a moment and the notes of a store, minor units; a till that knows no settings yet rounds nothing. */
export const coinsOf = (
  settings: StoreSettings | null | undefined,
  at: string,
): { readonly increment: number; readonly notes: readonly Minor[] } => ({
  increment: cashIncrementAt(settings, at),
  notes: settings?.notes ?? [],
});
