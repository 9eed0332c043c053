import { Type, type Static } from 'typebox';
import { IdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, MinorSchema } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { Tender } from '../payment/schema.ts';
import { Discount } from '../pricing/schema.ts';
import { ReturnReason } from '../return/schema.ts';
import { CashMove } from './cash-move.ts';

const Count = Type.Integer({ minimum: 0 });

/** The drawer of a shift (rule R2), minor units. */
export const DrawerSums = Exact({
  float: AmountSchema,
  tendered: AmountSchema,
  change: AmountSchema,
  cashIn: AmountSchema,
  cashOut: AmountSchema,
  safeDrops: AmountSchema,
  refunds: AmountSchema,
  /** float + tendered − change + cash in − cash out − safe drops − refunds. */
  expected: MinorSchema,
});
export type DrawerSums = Static<typeof DrawerSums>;

/** What was done in a shift, summed up; amounts are minor units of the shift's currency. */
export const ShiftReport = Exact({
  /**
   * What was sold at the counter, and web orders as they were handed over, whoever took the money: `total` with tax,
   * before rounding, without gift cards. `discount` is what was taken off at the counter.
   */
  sales: Exact({ count: Count, discount: AmountSchema, total: AmountSchema }),
  returns: Exact({ count: Count, total: AmountSchema }),
  /** Gift cards sold or loaded: owed to whoever shows them, and in no other sum but the tenders (rule R13). Left out = none. */
  giftCards: Type.Optional(Exact({ count: Count, total: AmountSchema })),
  /** Acts of handing web orders over; they are among the sales, and what was paid for them here among the tenders. */
  handOvers: Count,
  /** Rounding of cash, of sales and returns together (rule R1). */
  rounding: MinorSchema,
  /** What was set off in an exchange moved no money and is not here. */
  tenders: Type.Array(
    Exact({
      tender: Tender,
      taken: AmountSchema,
      payments: Count,
      refunded: AmountSchema,
      refunds: Count,
    }),
  ),
  drawer: DrawerSums,
  /** By basis points. */
  taxes: Type.Array(
    Exact({
      rate: Type.Integer({ minimum: 0, maximum: 10_000 }),
      sold: AmountSchema,
      soldTax: AmountSchema,
      returned: AmountSchema,
      returnedTax: AmountSchema,
    }),
  ),
  /** null = products that this till knew no category of. */
  categories: Type.Array(
    Exact({ categoryId: Nullable(IdSchema), sold: AmountSchema, returned: AmountSchema }),
  ),
  staff: Type.Array(
    Exact({
      staffId: IdSchema,
      sales: Count,
      sold: AmountSchema,
      discount: AmountSchema,
      returns: Count,
      returned: AmountSchema,
    }),
  ),
  discounts: Type.Array(
    Exact({
      kind: Discount.properties.kind,
      promotionId: Nullable(IdSchema),
      lines: Count,
      amount: AmountSchema,
    }),
  ),
  returnReasons: Type.Array(Exact({ reason: ReturnReason, lines: Count, total: AmountSchema })),
  voids: Exact({ lines: Count, baskets: Count, amount: AmountSchema }),
  cashMoves: Type.Array(Exact({ at: TimeSchema, staffId: IdSchema, move: CashMove })),
  /** How often the drawer was opened with nothing sold. */
  drawerOpenings: Count,
  /** Money that is still to go back; when it does is an adjustment, never a rewrite (rule R3). */
  pendingRefunds: Type.Array(
    Exact({
      refundId: IdSchema,
      orderId: Nullable(IdSchema),
      tender: Tender,
      amount: AmountSchema,
    }),
  ),
});
export type ShiftReport = Static<typeof ShiftReport>;
