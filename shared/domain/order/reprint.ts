import { Type, type Static } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { CurrencySchema } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import type { Order } from './schema.ts';

/** A receipt that was printed once more. Whoever holds two may try to be paid back twice, so each says that it is a copy. */
export const Reprint = Exact({
  /** null = of goods that came back without a receipt. */
  orderId: Nullable(IdSchema),
  number: IdSchema,
  currency: CurrencySchema,
  /** Which copy it says to be, as far as the till knew; null = of a return, whose copies nobody counts. */
  copy: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  locale: Type.Enum([...LOCALES]),
});
export type Reprint = Static<typeof Reprint>;

/** Which copy of its receipt the next one is, as far as is known here. */
export const nextCopy = ({ reprints }: Pick<Order, 'reprints'>): number =>
  (reprints?.length ?? 0) + 1;
