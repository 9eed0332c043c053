import { Type, type Static } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { CurrencySchema } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { TaxNumberSchema } from '../fiscal/schema.ts';
import { NoteSchema } from '../pricing/particulars.ts';
import { SalePoints } from '../points/schema.ts';
import { Payment } from '../payment/schema.ts';
import { CodeUse, PricedLine, Totals } from '../pricing/schema.ts';

/** A counter sale: an order of channel `store`, paid and fulfilled at once. */
export const Sale = Exact({
  orderId: IdSchema,
  /** Number people read and say. */
  number: IdSchema,
  currency: CurrencySchema,
  taxInclusive: Type.Boolean(),
  /** Version of the price list that the till held (rule R11). */
  catalogVersion: Type.Integer({ minimum: 0 }),
  customerId: Nullable(IdSchema),
  lines: Type.Array(PricedLine, { minItems: 1 }),
  totals: Totals,
  /** Codes that each customer has once; left out = none was used. */
  codes: Type.Optional(Type.Array(CodeUse, { minItems: 1, maxItems: 50 })),
  payments: Type.Array(Payment),
  /** Left out = nobody is named, or the store gives none. */
  points: Type.Optional(SalePoints),
  /** Of the whole sale; on the receipt too. */
  note: Type.Optional(NoteSchema),
  /** Under which the buyer pays tax, where they asked for it on the receipt. */
  buyerTaxNumber: Type.Optional(TaxNumberSchema),
});
export type Sale = Static<typeof Sale>;
