import { Type, type Static } from 'typebox';
import { IdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { AmountSchema } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';

/** What money came in as. `online` is what a channel's payment provider took. */
export const Tender = Type.Enum([
  'cash',
  'card',
  'qr',
  'gift_card',
  'store_credit',
  'points',
  'online',
]);
export type Tender = Static<typeof Tender>;

/** Value that the chain keeps for whoever shows its code: its ledger is the server's. */
export const isStoredValue = (tender: Tender): tender is 'gift_card' | 'store_credit' =>
  tender === 'gift_card' || tender === 'store_credit';

/** What pays for products only: value that the chain gave out already buys no more of it (rule R13). */
export const isForProducts = (tender: Tender): boolean =>
  isStoredValue(tender) || tender === 'points';

/** One payment towards one order. */
export const Payment = Exact({
  id: IdSchema,
  tender: Tender,
  /** What it pays of the order. */
  amount: AmountSchema,
  /** Cash handed in; equals `amount` for every other tender. */
  tendered: AmountSchema,
  /** tendered − amount; cash only. */
  change: AmountSchema,
  /** Of the card machine or the provider; never a card number. */
  reference: Nullable(Type.String({ maxLength: 100 })),
  at: TimeSchema,
});
export type Payment = Static<typeof Payment>;

const RefundState = Type.Enum(['pending', 'refunded', 'unknown']);
export type RefundState = Static<typeof RefundState>;

export const Refund = Exact({
  id: IdSchema,
  tender: Tender,
  amount: AmountSchema,
  state: RefundState,
  /** Of the card machine, the provider, or the stored value that was issued. */
  reference: Nullable(Type.String({ maxLength: 100 })),
  at: TimeSchema,
});
export type Refund = Static<typeof Refund>;
