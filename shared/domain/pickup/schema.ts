import { Type, type Static } from 'typebox';
import {
  ActIdSchema,
  IdSchema,
  OperationIdSchema,
  SkuSchema,
  TimeSchema,
} from '#shared/kernel/ids.ts';
import { AmountSchema } from '#shared/kernel/money.ts';
import { QuantitySchema } from '#shared/kernel/quantity.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { Particulars } from '../pricing/particulars.ts';
import { LineKind } from '../pricing/schema.ts';

export const PickupState = Type.Enum([
  'proposed',
  'reserved',
  'prepared',
  'completed',
  'canceled',
  'failed',
]);
export type PickupState = Static<typeof PickupState>;

/** Goods of one order line; carries what the stock ledger needs, so that no order has to be known. */
export const PickupLine = Exact({
  lineId: IdSchema,
  sku: SkuSchema,
  kind: LineKind,
  quantity: QuantitySchema,
});
export type PickupLine = Static<typeof PickupLine>;

/** Goods of a line that leave. */
export const HandedOverLine = Exact({
  ...PickupLine.properties,
  /**
   * What was asked of them: of every piece where each has a number or a code of its own, else once for all of them; left
   * out = they ask nothing, or a till of an earlier build.
   */
  particulars: Type.Optional(Type.Array(Particulars, { minItems: 1 })),
});
export type HandedOverLine = Static<typeof HandedOverLine>;

/** What goods of a line that leave are sold for: their share of it, by the order as the till knows it. */
export const SoldPart = Exact({
  lineId: IdSchema,
  /** Basis points. */
  taxRate: Type.Integer({ minimum: 0, maximum: 10_000 }),
  /** With tax. */
  total: AmountSchema,
  tax: AmountSchema,
});
export type SoldPart = Static<typeof SoldPart>;

/** What showed that the goods go to whoever ordered them. */
export const HandOverProof = Type.Union([
  /** The signed code of the customer (design §6). */
  Exact({ type: Type.Literal('code') }),
  /** Its six digits. */
  Exact({ type: Type.Literal('digits') }),
  /** A document that a person looked at, with a manager's approval. */
  Exact({
    type: Type.Literal('document'),
    name: Type.String({ minLength: 1, maxLength: 200 }),
  }),
]);
export type HandOverProof = Static<typeof HandOverProof>;

/** One act of handing goods over; two of them for one line are a contradiction, kept as evidence. */
export const HandOver = Exact({
  operationId: OperationIdSchema,
  at: TimeSchema,
  storeId: IdSchema,
  tillId: IdSchema,
  staffId: IdSchema,
  lines: Type.Array(HandedOverLine, { minItems: 1 }),
});
export type HandOver = Static<typeof HandOver>;

/** One act of putting goods ready; what was put ready where is what a closed order leaves to put back. */
const Preparation = Exact({
  operationId: OperationIdSchema,
  at: TimeSchema,
  storeId: IdSchema,
  shelf: Type.String({ maxLength: 40 }),
  lineIds: Type.Array(IdSchema),
});

/** Which store the order is to be collected in; of several acts the latest decides. */
export const Assignment = Exact({ storeId: IdSchema, at: TimeSchema, actId: ActIdSchema });
export type Assignment = Static<typeof Assignment>;

const PickProgress = Exact({ lineId: IdSchema, at: TimeSchema, quantity: QuantitySchema });

/** The facts known about a pickup, and what they come to: `state`, `readyAt`, `pickedUpAt` and `shelf`. */
export const Pickup = Exact({
  state: PickupState,
  placedAt: TimeSchema,
  acceptedAt: Nullable(TimeSchema),
  readyAt: Nullable(TimeSchema),
  pickedUpAt: Nullable(TimeSchema),
  expiresAt: TimeSchema,
  /** Where the prepared goods stand. */
  shelf: Nullable(Type.String({ maxLength: 40 })),
  assignment: Assignment,
  /** The acts that moved it, each once: one that is told again moves nothing. */
  moves: Type.Array(ActIdSchema),
  /** Sent to the store from elsewhere, and when it came; null = its goods are the store's own. */
  shipment: Nullable(Exact({ arrivedAt: Nullable(TimeSchema) })),
  picks: Type.Array(PickProgress),
  preparations: Type.Array(Preparation),
  handOvers: Type.Array(HandOver),
  /** It came to nothing: expired at its channel, released by staff, refused. */
  failedAt: Nullable(TimeSchema),
  /** Operations that put the goods of a closed order back where they are sold from. */
  putBacks: Type.Array(
    Exact({ operationId: OperationIdSchema, storeId: IdSchema, at: TimeSchema }),
  ),
});
export type Pickup = Static<typeof Pickup>;
