import { Type } from 'typebox';
import { HandedOverLine, HandOverProof, SoldPart } from '../domain/pickup/schema.ts';
import { Payment } from '../domain/payment/schema.ts';
import { PickupPoints } from '../domain/points/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema, MinorSchema } from '../kernel/money.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods of an order left the store, and what was still due was paid. */
export const pickupHandedOver = defineOperation(
  'pickup.handedOver',
  1,
  Exact({
    orderId: IdSchema,
    number: Nullable(IdSchema),
    currency: CurrencySchema,
    lines: Type.Array(HandedOverLine, { minItems: 1 }),
    /** What the shift's report counts as sold by it, paid now or before; left out by tills of an earlier build. */
    sold: Type.Optional(Type.Array(SoldPart)),
    payments: Type.Array(Payment),
    rounding: MinorSchema,
    /** Earned by these goods and spent on them; left out = the order names nobody, the store gives none, or a till of an earlier build. */
    points: Type.Optional(PickupPoints),
    proof: HandOverProof,
    /** Who took the goods; null = the customer. */
    collectedBy: Nullable(Type.String({ minLength: 1, maxLength: 200 })),
  }),
);
