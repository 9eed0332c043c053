import type { Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { dueOf, handedOverByLine } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import type { Payment } from '../payment/schema.ts';
import { type Offer, type PaymentProblem, settle } from '../payment/settle.ts';
import type { PickupProblem } from './problems.ts';
import type { PickupLine, Pickup } from './schema.ts';

export type PickupPreparation = {
  readonly orderId: string;
  readonly currency: Order['currency'];
  readonly shelf: string;
  readonly lineIds: string[];
};

export type PickupHandOver = {
  readonly orderId: string;
  readonly number: string | null;
  readonly currency: Order['currency'];
  readonly lines: PickupLine[];
  readonly payments: Payment[];
  readonly rounding: Minor;
};

const openPickup = (order: Order): Result<Pickup, PickupProblem> => {
  const { pickup, provisional } = order;
  // Of an order known from facts alone nobody knows what is to be handed over.
  if (pickup === null || provisional) return fail({ type: 'not_a_pickup' });
  switch (pickup.state) {
    case 'completed':
      return fail({ type: 'already_handed_over', at: pickup.pickedUpAt });
    case 'canceled':
    case 'failed':
      return fail({ type: 'pickup_closed', state: pickup.state });
    case 'proposed':
    case 'reserved':
    case 'prepared':
      return ok(pickup);
  }
};

export const decidePrepare = (
  order: Order,
  shelf: string,
): Result<PickupPreparation, PickupProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  const { id: orderId, currency } = order;
  return ok({ orderId, currency, shelf, lineIds: order.lines.map((line) => line.id) });
};

/** What of an order has not left the store yet. */
export const linesToHandOver = (order: Order): PickupLine[] => {
  const handedOver = handedOverByLine(order);
  return order.lines.flatMap((line) => {
    const left = quantity(line.quantity - (handedOver.get(line.id) ?? 0));
    const { id: lineId, sku, kind } = line;
    return left > 0 ? [{ lineId, sku, kind, quantity: left }] : [];
  });
};

/**
 * Everything left of an order goes to the customer, and what is still due is paid. Accepted from `reserved` as
 * well as `prepared`: another till may have prepared it while both were cut off (rule R19).
 */
export const decideHandOver = (
  order: Order,
  offers: readonly Offer[],
  cashIncrement: number,
  at: string,
): Result<PickupHandOver, PickupProblem | PaymentProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  const due = dueOf(order);
  const settled = settle(due, offers, cashIncrement, at);
  if (!settled.ok) return settled;
  const { payments, rounding } = settled.value;
  return ok({
    orderId: order.id,
    number: order.number,
    currency: order.currency,
    lines: linesToHandOver(order),
    payments,
    rounding,
  });
};
