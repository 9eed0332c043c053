import { Type } from 'typebox';
import { RemovalReason, Rest } from '../domain/order/schema.ts';
import { Refund } from '../domain/payment/schema.ts';
import { PickupLine } from '../domain/pickup/schema.ts';
import { EarnedPoints } from '../domain/points/schema.ts';
import { PricedLine } from '../domain/pricing/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Lines of an order, or some of their pieces, were short, damaged, replaced by others, or refused. */
export const orderAmended = defineOperation(
  'order.amended',
  1,
  Exact({
    orderId: IdSchema,
    currency: CurrencySchema,
    reason: RemovalReason,
    removed: Type.Array(Exact({ ...PickupLine.properties, rest: Type.Optional(Rest) })),
    added: Type.Array(PricedLine),
    /** How the customer agreed to goods that were not ordered; null = nobody had to ask. */
    consent: Nullable(Type.Enum(['in_person', 'phone', 'message'])),
    /** What was given back at the counter; what the channel took it gives back itself. */
    refunds: Type.Array(Refund),
    /** Left out = the points that came back were none that collected goods were paid with. */
    points: Type.Optional(EarnedPoints),
  }),
);
