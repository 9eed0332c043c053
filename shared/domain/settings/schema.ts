import { Type, type Static } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '#shared/kernel/money.ts';
import { MAX_QUANTITY } from '#shared/kernel/quantity.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { ScaleCode } from '../catalog/scale-code.ts';
import { FiscalSettings } from '../fiscal/schema.ts';
import { MachineSettings } from '../payment/machine.ts';
import { LocalizedText } from '#shared/kernel/text.ts';
import { ReceiptLayout } from './receipt-layout.ts';

export const TaxRate = Exact({
  id: IdSchema,
  name: LocalizedText,
  /** Basis points: 1600 = 16 %. */
  rate: Type.Integer({ minimum: 0, maximum: 10_000 }),
});
export type TaxRate = Static<typeof TaxRate>;

/** What a till must know of its store and chain to sell there. */
export const StoreSettings = Exact({
  storeId: IdSchema,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  chainName: Type.String({ minLength: 1, maxLength: 200 }),
  address: Type.String({ maxLength: 400 }),
  currency: CurrencySchema,
  /** IANA name; a day of business is a day there. */
  timeZone: Type.String({ minLength: 1, maxLength: 64 }),
  /** Whether prices already contain the tax. */
  taxInclusive: Type.Boolean(),
  taxRates: Type.Array(TaxRate),
  /** Smallest cash amount that the store asks, minor units: 100 = whole tenge; its country's coins may ask for more (`cashIncrementAt`). */
  cashIncrement: Type.Integer({ minimum: 1, maximum: 10_000 }),
  /** Notes in circulation, minor units, smallest first. */
  notes: Type.Array(AmountSchema),
  /** Largest manual discount without a manager, basis points. */
  discountLimit: Type.Integer({ minimum: 0, maximum: 10_000 }),
  /** How its scales write labels; a store of before this has none. */
  scaleCodes: Type.Optional(Type.Array(ScaleCode, { maxItems: 20 })),
  /** How money is taken by machine; a store of before this asks the cashier (`DEFAULT_MACHINES`). */
  machines: Type.Optional(MachineSettings),
  /** Who registers what happens at its tills; a store of before this has nobody (`DEFAULT_FISCAL`). */
  fiscal: Type.Optional(FiscalSettings),
  /** Of each product, what is never promised online (rule R23), thousandths; a store of before this has none. */
  safetyStock: Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_QUANTITY })),
  /** What stands on its receipts; left out = names and address alone (`DEFAULT_RECEIPT_LAYOUT`). */
  receipt: Type.Optional(ReceiptLayout),
});
export type StoreSettings = Static<typeof StoreSettings>;

/** A store of the chain as the tills of every other one know it. */
export const StoreName = Exact({
  storeId: IdSchema,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  currency: CurrencySchema,
});
export type StoreName = Static<typeof StoreName>;

/** The stores whose prices are in the money of this one: no other sum says what something costs here. */
export const storesOfCurrency = (
  stores: readonly StoreName[],
  settings: Pick<StoreSettings, 'currency'> | null,
): string[] =>
  stores.flatMap(({ storeId, currency }) => (currency === settings?.currency ? [storeId] : []));
