import { Type, type Static } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '#shared/kernel/money.ts';
import { Exact } from '#shared/kernel/schema.ts';

export const ShiftOpening = Exact({
  shiftId: IdSchema,
  /** Gapless per till. */
  number: Type.Integer({ minimum: 1 }),
  currency: CurrencySchema,
  float: AmountSchema,
});
export type ShiftOpening = Static<typeof ShiftOpening>;

export const ShiftClosing = Exact({
  shiftId: IdSchema,
  currency: CurrencySchema,
  counted: AmountSchema,
});
export type ShiftClosing = Static<typeof ShiftClosing>;
