import { Type, type Static } from 'typebox';
import {
  ActIdSchema,
  IdSchema,
  JournalIdSchema,
  OperationIdSchema,
  TimeSchema,
} from '#shared/kernel/ids.ts';
import { AmountSchema, CurrencySchema, MinorSchema } from '#shared/kernel/money.ts';
import { QuantitySchema } from '#shared/kernel/quantity.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { FiscalRecord, TaxNumberSchema } from '../fiscal/schema.ts';
import { Payment, Refund } from '../payment/schema.ts';
import { Pickup } from '../pickup/schema.ts';
import { Points, SalePoints } from '../points/schema.ts';
import { NoteSchema } from '../pricing/particulars.ts';
import { PricedLine, Totals } from '../pricing/schema.ts';

export const Channel = Type.Enum(['store', 'web', 'app', 'phone', 'social', 'marketplace']);
export type Channel = Static<typeof Channel>;

/** `{journalId: last sequence of it that this document contains}` (design §1.4, rule J1). */
export const Seen = Type.Record(JournalIdSchema, Type.Integer({ minimum: 0 }));
export type Seen = Static<typeof Seen>;

export const OrderCustomer = Exact({
  customerId: Nullable(IdSchema),
  name: Type.String({ maxLength: 200 }),
  phone: Type.String({ maxLength: 40 }),
  /** Of a web order: the customer whose points it earns and spends; left out = its channel named none of the chain. */
  accountId: Type.Optional(IdSchema),
});
export type OrderCustomer = Static<typeof OrderCustomer>;

/** What one return took back of an order. */
export const OrderReturn = Exact({
  operationId: OperationIdSchema,
  number: IdSchema,
  at: TimeSchema,
  storeId: IdSchema,
  lines: Type.Array(
    Exact({
      lineId: IdSchema,
      quantity: QuantitySchema,
      total: AmountSchema,
      serial: Type.Optional(Type.String({ maxLength: 64 })),
    }),
  ),
  total: AmountSchema,
  /** Of what was given back in cash (rule R1). */
  rounding: MinorSchema,
  /** Of what was earned, as it told its customer; left out = it told nothing. */
  pointsTakenBack: Type.Optional(Points),
});
export type OrderReturn = Static<typeof OrderReturn>;

/** Why a line is not wanted any more. */
export const RemovalReason = Type.Enum(['edited', 'short', 'damaged', 'substituted', 'refused']);
export type RemovalReason = Static<typeof RemovalReason>;

const PartOf = Exact({ lineId: IdSchema, quantity: QuantitySchema });

/**
 * What stands in the place of a line of which only some pieces are removed: a line for those that had left already, as far
 * as the one who removed it knew, and a line for those that are still wanted.
 */
export const Rest = Exact({ collected: Nullable(PartOf), kept: Nullable(PartOf) });
export type Rest = Static<typeof Rest>;

/** A line never changes: it is removed, and another may take its place. Two acts that remove one line contradict. */
export const Removal = Exact({
  lineId: IdSchema,
  actId: ActIdSchema,
  at: TimeSchema,
  reason: RemovalReason,
  /** Left out: nothing of it stays. */
  rest: Type.Optional(Rest),
});
export type Removal = Static<typeof Removal>;

/** What a customer bought or ordered, from any channel: the sum of the facts known about it. */
export const Order = Exact({
  id: IdSchema,
  number: Nullable(IdSchema),
  channel: Channel,
  /** Where it was sold or is collected. */
  storeId: IdSchema,
  tillId: Nullable(IdSchema),
  staffId: Nullable(IdSchema),
  /** Known only from facts about it: its sale has not arrived yet (rule S5). */
  provisional: Type.Boolean(),
  placedAt: TimeSchema,
  updatedAt: TimeSchema,
  customer: Nullable(OrderCustomer),
  currency: CurrencySchema,
  taxInclusive: Type.Boolean(),
  /** In force now. */
  lines: Type.Array(PricedLine),
  /** Removed lines, as they were. */
  formerLines: Type.Array(PricedLine),
  removals: Type.Array(Removal),
  totals: Totals,
  payments: Type.Array(Payment),
  refunds: Type.Array(Refund),
  returns: Type.Array(OrderReturn),
  /** What its sale, or its hand-overs, payments and amendments, earned and spent; `pointsOf` has what came of that. */
  points: Type.Optional(SalePoints),
  /** null = handed to the customer at the counter. */
  pickup: Nullable(Pickup),
  canceledAt: Nullable(TimeSchema),
  /** What the cashier wrote down with the sale. */
  note: Type.Optional(NoteSchema),
  /** Under which the buyer pays tax. */
  buyerTaxNumber: Type.Optional(TaxNumberSchema),
  /** Documents of it that were registered; left out = none. */
  fiscal: Type.Optional(Type.Array(FiscalRecord)),
  /** Copies of its receipt that were printed; left out = none. */
  reprints: Type.Optional(Type.Array(Exact({ operationId: OperationIdSchema, at: TimeSchema }))),
  seen: Seen,
});
export type Order = Static<typeof Order>;
