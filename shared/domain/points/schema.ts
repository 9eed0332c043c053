import { Type, type Static } from 'typebox';
import { IdSchema, JournalIdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { MAX_MINOR } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';

/** A whole number of points; none is ever split. */
export const Points = Type.Integer({ minimum: 0, maximum: MAX_MINOR });

/** What a chain gives points for and what they pay; a store may go by its own. */
export const PointsRule = Exact({
  /** Earned for each hundred major units of money paid. */
  perHundred: Type.Integer({ minimum: 0, maximum: 100_000 }),
  /** What one point pays, minor units. */
  worth: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
  /** Fewer than this are not spent at once. */
  smallestSpend: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  /** Whether they pay like money; else they are a discount and lower the tax base (rule R13). */
  asTender: Type.Boolean(),
  /** How many a customer may spend at a till that nobody can ask what is left; null = all it knows of. */
  offlineLimit: Nullable(Points),
});
export type PointsRule = Static<typeof PointsRule>;

/** What a customer has as far as somebody knew it then; below zero when more was spent offline than there was. */
export const KnownPoints = Exact({ balance: Type.Integer(), at: TimeSchema });
export type KnownPoints = Static<typeof KnownPoints>;

/** Of a sale or a web order that names its customer, in a store that gives points. */
export const SalePoints = Exact({
  earned: Points,
  spent: Points,
  /** With this sale, as the receipt says it; null = the till did not know. */
  known: Nullable(KnownPoints),
});
export type SalePoints = Static<typeof SalePoints>;

/** Of a web order that is handed over or paid: whose points those are. */
export const PickupPoints = Exact({ customerId: IdSchema, ...SalePoints.properties });
export type PickupPoints = Static<typeof PickupPoints>;

/** Of a web order whose goods are taken off: earned on goods that were collected before, once points that paid came back. */
export const EarnedPoints = Exact({ customerId: IdSchema, earned: Points });
export type EarnedPoints = Static<typeof EarnedPoints>;

/** What a return told its customer: earned points taken back, spent ones given back (rule R12). */
export const ReturnPoints = Exact({ customerId: IdSchema, takenBack: Points, restored: Points });
export type ReturnPoints = Static<typeof ReturnPoints>;

/** What the ledger of the server comes to, and which operations are in it. */
export const CustomerPoints = Exact({
  balance: Type.Integer(),
  seen: Type.Record(JournalIdSchema, Type.Integer({ minimum: 0 })),
});
export type CustomerPoints = Static<typeof CustomerPoints>;
