import type { SettingsReply, StoreDraft } from '#shared/protocol/administration.ts';
import { DEFAULT_MACHINES } from '#shared/domain/payment/machine.ts';
import type { HeadOffice } from './head-office.ts';

/** Head office changes some of a store's settings and leaves the others as they are. */
export const changeSettings = async (
  office: HeadOffice,
  storeId: string,
  change: Partial<StoreDraft>,
): Promise<void> => {
  const { stores } = await office.get<SettingsReply>('settings');
  const store = stores.find((one) => one.storeId === storeId);
  if (!store) throw new Error('no such store');
  const { storeId: _, currency: __, notes: ___, ...kept } = store;
  const draft: StoreDraft = {
    ...kept,
    taxRates: kept.taxRates.map(({ id, name, rate }) => ({ id, name: name.en, rate })),
    scaleCodes: kept.scaleCodes ?? [],
    safetyStock: kept.safetyStock ?? 0,
    machines: kept.machines ?? DEFAULT_MACHINES,
    ...change,
  };
  await office.put(`settings/${storeId}`, draft);
};
