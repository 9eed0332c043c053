import type { Minor } from '#shared/kernel/money.ts';
import type { StoreSettings } from './schema.ts';

/** Smallest coin and the notes of a store, minor units; a till that knows no settings yet rounds nothing. */
export const coinsOf = (
  settings: Pick<StoreSettings, 'cashIncrement' | 'notes'> | null | undefined,
): { readonly increment: number; readonly notes: readonly Minor[] } => ({
  increment: settings?.cashIncrement ?? 1,
  notes: settings?.notes ?? [],
});
