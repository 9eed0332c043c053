import { Type, type Static } from 'typebox';
import { PAYMENT_STATES } from '../domain/order/balance.ts';
import { OrderCustomer } from '../domain/order/schema.ts';
import { PickupState } from '../domain/pickup/schema.ts';
import { PromoCodeSchema } from '../domain/pricing/promo-code.ts';
import { PricedLine, Totals } from '../domain/pricing/schema.ts';
import { IdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { LevelSchema, QuantitySchema } from '../kernel/quantity.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** The most lines a channel may order or ask a price for at once. */
const MAX_CHANNEL_LINES = 500;

/** Three letters; which currency a store takes is said by `wrong_currency`, not by the schema. */
const CurrencyCode = Type.String({ pattern: '^[A-Z]{3}$' });

const Line = { sku: SkuSchema, quantity: QuantitySchema };

/** Promo codes that the customer said. Those that each customer has once count at the counter alone. */
const Codes = Type.Optional(Type.Array(PromoCodeSchema, { maxItems: 10 }));

/** What the chain knows a customer by, and gives them the prices of their groups and points for what they collect: the number on their loyalty card. */
const CustomerId = Type.Optional(IdSchema);

export const QuoteRequest = Exact({
  storeId: IdSchema,
  customerId: CustomerId,
  codes: Codes,
  lines: Type.Array(Exact(Line), { minItems: 1, maxItems: MAX_CHANNEL_LINES }),
});
export type QuoteRequest = Static<typeof QuoteRequest>;

/** What the basket costs in that store at that moment, in every channel (rule R9). */
export const QuoteReply = Exact({
  storeId: IdSchema,
  at: TimeSchema,
  currency: CurrencySchema,
  taxInclusive: Type.Boolean(),
  lines: Type.Array(PricedLine),
  totals: Totals,
});
export type QuoteReply = Static<typeof QuoteReply>;

export const OrderRequest = Exact({
  storeId: IdSchema,
  codes: Codes,
  currency: CurrencyCode,
  customer: Exact({
    name: OrderCustomer.properties.name,
    phone: OrderCustomer.properties.phone,
    customerId: CustomerId,
  }),
  lines: Type.Array(
    Exact({
      ...Line,
      /** What the customer was shown; `price_changed` points here when it is no longer so. */
      unitPrice: Type.Optional(AmountSchema),
    }),
    { minItems: 1, maxItems: MAX_CHANNEL_LINES },
  ),
  /** What the customer agreed to pay in all. */
  total: AmountSchema,
  /** What the channel's payment provider took already; null = all is due at collection. */
  payment: Nullable(
    Exact({ amount: AmountSchema, reference: Nullable(Type.String({ maxLength: 100 })) }),
  ),
});
export type OrderRequest = Static<typeof OrderRequest>;

/** Milliseconds by which a channel's clock may be ahead of the server's; what is later is refused as `in_future`. */
export const CLOCK_TOLERANCE = 300_000;

/** When it happened at the channel, which reports it; left out, the channel asks whether it may. */
const HappenedAt = Type.Optional(TimeSchema);

/** What a channel changes about an order: its goods, all of them as they shall be, or the store that hands it over. */
export const EditRequest = Exact({
  lines: Type.Optional(Type.Array(Exact(Line), { minItems: 1, maxItems: MAX_CHANNEL_LINES })),
  /** What the customer agreed to pay in all; needed with lines. */
  total: Type.Optional(AmountSchema),
  storeId: Type.Optional(IdSchema),
  happenedAt: HappenedAt,
});
export type EditRequest = Static<typeof EditRequest>;

export const GiveUpQuery = Exact({ happenedAt: HappenedAt });
export type GiveUpQuery = Static<typeof GiveUpQuery>;

const MAX_REFERENCE = 100;

/** The channel's payment provider took money. */
export const PaymentRequest = Exact({
  amount: AmountSchema,
  reference: Nullable(Type.String({ maxLength: MAX_REFERENCE })),
  happenedAt: HappenedAt,
});
export type PaymentRequest = Static<typeof PaymentRequest>;

/** The provider gave money back: by itself, or what it was asked for under `refundId` (rule R16). */
export const RefundRequest = Exact({
  refundId: Type.Optional(IdSchema),
  amount: AmountSchema,
  state: Type.Enum(['refunded', 'unknown']),
  reference: Nullable(Type.String({ maxLength: MAX_REFERENCE })),
  happenedAt: HappenedAt,
});
export type RefundRequest = Static<typeof RefundRequest>;

/**
 * What its provider is to give back, by `POST …/refunds`: what tills asked for, and what is owed. Under one `refundId` money
 * goes back once, however often it is told: it is the key to ask the provider with. Of what is owed the amount may have
 * changed since; what was given is told, and what is left comes under the next `refundId`.
 */
const RefundsDue = Type.Array(Exact({ refundId: IdSchema, amount: AmountSchema }));

/**
 * Posted to the channel's callback URL whenever an order comes to stand otherwise (ready to be collected, collected, kept
 * longer, moved, given up) or what is to be given back of it changes; again until it is answered with 2xx. It says how
 * the order stands now, in place of what was told before; `refundsDue: []` = nothing is to be given back any more.
 */
export const OrderNotice = Exact({
  type: Type.Literal('order_changed'),
  orderId: IdSchema,
  number: Nullable(IdSchema),
  storeId: IdSchema,
  pickupState: PickupState,
  /** Since when the goods stand ready; null = they do not. */
  readyAt: Nullable(TimeSchema),
  expiresAt: TimeSchema,
  currency: CurrencySchema,
  refundsDue: RefundsDue,
  at: TimeSchema,
});
export type OrderNotice = Static<typeof OrderNotice>;

/** An order as its channel may see it: fulfilment and payment are two states, never one. */
export const OrderReply = Exact({
  id: IdSchema,
  number: Nullable(IdSchema),
  storeId: IdSchema,
  currency: CurrencySchema,
  pickupState: PickupState,
  paymentState: Type.Enum([...PAYMENT_STATES]),
  lines: Type.Array(PricedLine),
  totals: Totals,
  /** Still to be paid at collection. */
  due: AmountSchema,
  refundsDue: RefundsDue,
  placedAt: TimeSchema,
  readyAt: Nullable(TimeSchema),
  pickedUpAt: Nullable(TimeSchema),
  expiresAt: TimeSchema,
  canceledAt: Nullable(TimeSchema),
  /** What the customer shows at collection; null = there is nothing to collect, or not any more. */
  proof: Nullable(
    Exact({
      /** Text of the QR code, to be drawn in its alphanumeric mode (`shared/tokens/SPEC.md`). */
      code: Type.String({ pattern: '^[A-Z0-9]{1,1451}$' }),
      /** To say where the code cannot be shown. */
      digits: Type.String({ pattern: '^[0-9]{6}$' }),
    }),
  ),
});
export type OrderReply = Static<typeof OrderReply>;

export const AvailabilityQuery = Exact({ sku: SkuSchema, storeId: Type.Optional(IdSchema) });
export type AvailabilityQuery = Static<typeof AvailabilityQuery>;

/** What may be promised now, per store, in thousandths; never below zero. */
export const AvailabilityReply = Exact({
  sku: SkuSchema,
  at: TimeSchema,
  stores: Type.Array(Exact({ storeId: IdSchema, available: LevelSchema })),
});
export type AvailabilityReply = Static<typeof AvailabilityReply>;
