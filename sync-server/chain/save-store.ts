import { cashOf } from '#shared/domain/settings/cash-of.ts';
import { isWholeLogo, type ReceiptLayout } from '#shared/domain/settings/receipt-layout.ts';
import type { StoreSettings, TaxRate } from '#shared/domain/settings/schema.ts';
import { taxRateOf } from '#shared/domain/settings/tax-rate-of.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { NewStore, StoreDraft } from '#shared/protocol/administration.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import { namedTaxRates } from '../projections/named-tax-rates.ts';
import { storesOf } from '../projections/references.ts';
import type { Store, StoreTransaction } from '../store/store.ts';
import type { Tables } from '../tables.ts';
import { storeReferences } from './store-references.ts';

type Parts = { readonly db: Tables; readonly store: Store };

type Saved = Result<StoreSettings, ErrorReply>;

const isTimeZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};

/** What the chain has, as far as a store's tax rates are concerned. */
type KnownRates = {
  /** Of its other stores. */
  readonly others: readonly TaxRate[];
  /** Ids that products on sale name. */
  readonly named: readonly string[];
};

/**
 * A new rate's id: that of a rate as large in another store, one that products name before one that none does, as the
 * same products are taxed at it; else its size, `tax1600`.
 */
const newId = (rate: number, taken: ReadonlySet<string>, { others, named }: KnownRates): string => {
  const alike = others.filter((other) => other.rate === rate).map(({ id }) => id);
  const ids = [
    ...alike.filter((id) => named.includes(id)),
    ...alike,
    `tax${rate}`,
    ...Array.from(taken, (_, index) => `tax${rate}-${index + 2}`),
  ];
  return ids.find((id) => !taken.has(id)) ?? `tax${rate}-${taken.size + 2}`;
};

const taxRatesOf = (
  draft: StoreDraft['taxRates'],
  held: readonly TaxRate[],
  known: KnownRates,
): TaxRate[] => {
  const taken = new Set(draft.flatMap(({ id }) => (id === null ? [] : [id])));
  return draft.map(({ id, name, rate }) => {
    const chosen = id ?? newId(rate, taken, known);
    taken.add(chosen);
    const before = [...held, ...known.others].find((one) => one.id === chosen);
    // The translations of a name that is still the same are still right.
    return { id: chosen, name: before?.name.en === name ? before.name : { en: name }, rate };
  });
};

/** A store's rates as a draft has them. Products name them: one that is gone or lacks would leave some without a tax. */
const checkedRates = (
  draft: StoreDraft,
  held: readonly TaxRate[],
  known: KnownRates,
): Result<TaxRate[], ErrorReply> => {
  if (!isTimeZone(draft.timeZone)) return fail({ code: 'malformed', at: '/timeZone' });
  const ids = draft.taxRates.flatMap(({ id }) => (id === null ? [] : [id]));
  const isComplete = held.every(({ id }) => ids.includes(id));
  if (!isComplete || new Set(ids).size < ids.length)
    return fail({ code: 'malformed', at: '/taxRates' });
  const taxRates = taxRatesOf(draft.taxRates, held, known);
  return known.named.every((id) => taxRateOf(taxRates, id) !== null)
    ? ok(taxRates)
    : fail({ code: 'tax_rate_missing', at: '/taxRates' });
};

const readKnownRates = async (db: Tables, storeId: string): Promise<KnownRates> => {
  const others = (await storesOf(db)).filter((store) => store.storeId !== storeId);
  return { others: others.flatMap(({ taxRates }) => taxRates), named: await namedTaxRates(db) };
};

const put = (tx: StoreTransaction, value: StoreSettings): Promise<void> =>
  tx.putDocuments('references', storeReferences(value));

const heldIn = async (tx: StoreTransaction, storeId: string): Promise<StoreSettings | null> => {
  const held = await tx.document('references', referenceId('settings', storeId));
  return held?.type === 'settings' ? held.value : null;
};

/** Opens a store. Refused when there is one of that id, or what it says makes no sense. */
export const createStore = async ({ db, store }: Parts, draft: NewStore): Promise<Saved> => {
  const known = await readKnownRates(db, draft.storeId);
  return store.transaction(async (tx): Promise<Saved> => {
    if ((await heldIn(tx, draft.storeId)) !== null) return fail({ code: 'taken', at: '/storeId' });
    const taxRates = checkedRates(draft, [], known);
    if (!taxRates.ok) return taxRates;
    const value: StoreSettings = {
      ...draft,
      taxRates: taxRates.value,
      notes: [...cashOf(draft.currency).notes],
    };
    await put(tx, value);
    return ok(value);
  });
};

/** A store's settings from now on; its tills hear of them by themselves. */
export const changeStore = async (
  { db, store }: Parts,
  storeId: string,
  draft: StoreDraft,
): Promise<Saved> => {
  const known = await readKnownRates(db, storeId);
  return store.transaction(async (tx): Promise<Saved> => {
    const held = await heldIn(tx, storeId);
    if (held === null) return fail({ code: 'not_found', at: '/storeId' });
    const taxRates = checkedRates(draft, held.taxRates, known);
    if (!taxRates.ok) return taxRates;
    const value = { ...held, ...draft, taxRates: taxRates.value };
    await put(tx, value);
    return ok(value);
  });
};

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
