import { cashOf } from '#shared/domain/settings/cash-of.ts';
import { isWholeLogo, type ReceiptLayout } from '#shared/domain/settings/receipt-layout.ts';
import type { StoreSettings, TaxRate } from '#shared/domain/settings/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { NewStore, StoreDraft } from '#shared/protocol/administration.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import type { Store, StoreTransaction } from '../store/store.ts';
import { storeReferences } from './store-references.ts';

type Saved = Result<StoreSettings, ErrorReply>;

const isTimeZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};

/** A rate's id is its size at first, `tax1600`, so that stores which are set up alike have the same ones. */
const newId = (rate: number, taken: ReadonlySet<string>): string => {
  const ids = [`tax${rate}`, ...Array.from(taken, (_, index) => `tax${rate}-${index + 2}`)];
  return ids.find((id) => !taken.has(id)) ?? `tax${rate}-${taken.size + 2}`;
};

const taxRatesOf = (draft: StoreDraft['taxRates'], held: readonly TaxRate[]): TaxRate[] => {
  const taken = new Set(draft.flatMap(({ id }) => (id === null ? [] : [id])));
  return draft.map(({ id, name, rate }) => {
    const known = held.find((one) => one.id === id);
    const chosen = id ?? newId(rate, taken);
    taken.add(chosen);
    // The translations of a name that is still the same are still right.
    return { id: chosen, name: known?.name.en === name ? known.name : { en: name }, rate };
  });
};

/** Products name tax rates: one that is gone would sell them without tax. */
const problemOf = (draft: StoreDraft, held: readonly TaxRate[]): ErrorReply | null => {
  if (!isTimeZone(draft.timeZone)) return { code: 'malformed', at: '/timeZone' };
  const ids = draft.taxRates.flatMap(({ id }) => (id === null ? [] : [id]));
  const isComplete = held.every(({ id }) => ids.includes(id));
  if (!isComplete || new Set(ids).size < ids.length) return { code: 'malformed', at: '/taxRates' };
  return null;
};

const put = (tx: StoreTransaction, value: StoreSettings): Promise<void> =>
  tx.putDocuments('references', storeReferences(value));

const heldIn = async (tx: StoreTransaction, storeId: string): Promise<StoreSettings | null> => {
  const held = await tx.document('references', referenceId('settings', storeId));
  return held?.type === 'settings' ? held.value : null;
};

/** Opens a store. Refused when there is one of that id, or what it says makes no sense. */
export const createStore = (store: Store, draft: NewStore): Promise<Saved> =>
  store.transaction(async (tx): Promise<Saved> => {
    if ((await heldIn(tx, draft.storeId)) !== null) return fail({ code: 'taken', at: '/storeId' });
    const problem = problemOf(draft, []);
    if (problem !== null) return fail(problem);
    const value: StoreSettings = {
      ...draft,
      taxRates: taxRatesOf(draft.taxRates, []),
      notes: [...cashOf(draft.currency).notes],
    };
    await put(tx, value);
    return ok(value);
  });

/** A store's settings from now on; its tills hear of them by themselves. */
export const changeStore = (store: Store, storeId: string, draft: StoreDraft): Promise<Saved> =>
  store.transaction(async (tx): Promise<Saved> => {
    const held = await heldIn(tx, storeId);
    if (held === null) return fail({ code: 'not_found', at: '/storeId' });
    const problem = problemOf(draft, held.taxRates);
    if (problem !== null) return fail(problem);
    const value = { ...held, ...draft, taxRates: taxRatesOf(draft.taxRates, held.taxRates) };
    await put(tx, value);
    return ok(value);
  });

/** What stands on a store's receipts from now on; its tills hear of it by themselves. */
export const changeReceiptLayout = (
  store: Store,
  storeId: string,
  receipt: ReceiptLayout,
): Promise<Saved> =>
  store.transaction(async (tx): Promise<Saved> => {
    const held = await heldIn(tx, storeId);
    if (held === null) return fail({ code: 'not_found', at: '/storeId' });
    if (receipt.logo !== null && !isWholeLogo(receipt.logo))
      return fail({ code: 'malformed', at: '/logo/dots' });
    const value = { ...held, receipt };
    await put(tx, value);
    return ok(value);
  });
