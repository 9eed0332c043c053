import { add, type Minor, subtract } from '#shared/kernel/money.ts';
import { collectedValueOf, isKept, returnedByLine } from '../order/balance.ts';
import type { Order, OrderReturn } from '../order/schema.ts';
import { giftCardTotal } from '../pricing/gift-card.ts';
import { shareOf } from '../pricing/share-of.ts';

/** What an order did to its customer's points so far; each part only ever grows. */
export type OrderPoints = {
  readonly earned: number;
  readonly takenBack: number;
  readonly spent: number;
  readonly restored: number;
};

/** The customer whose points an order earns and spends; null = nobody's. What a channel calls its customer is no account. */
export const accountOf = ({ customer, pickup }: Pick<Order, 'customer' | 'pickup'>) =>
  (pickup === null ? customer?.customerId : customer?.accountId) ?? null;

export const NO_POINTS: OrderPoints = { earned: 0, takenBack: 0, spent: 0, restored: 0 };

/** Rounded down, and all of them once all is back: parts add up to the whole (rule R12). */
const partOf = (points: number, part: number, whole: number): number => {
  if (part <= 0 || whole <= 0) return 0;
  return part >= whole ? points : Number((BigInt(points) * BigInt(part)) / BigInt(whole));
};

const sumOf = (moved: readonly { readonly amount: Minor }[]): Minor =>
  add(...moved.map(({ amount }) => amount));

const takenOff = ({ discounts }: Order['lines'][number]): Minor =>
  sumOf(discounts.filter(({ kind }) => kind === 'points'));

/** Money that points stood for, as payments or as a discount. */
export const pointsValueOf = ({ lines, payments }: Pick<Order, 'lines' | 'payments'>): Minor =>
  add(sumOf(payments.filter(({ tender }) => tender === 'points')), ...lines.map(takenOff));

/** Of that money, what came back: to points, or with the goods whose price they lowered. */
export const pointsValueBack = (order: Order): Minor => {
  const returned = returnedByLine(order);
  return add(
    sumOf(order.refunds.filter(({ tender }) => tender === 'points')),
    ...order.lines.map((line) => {
      const { id, quantity } = line;
      return shareOf(takenOff(line), quantity, 0, Math.min(returned.get(id) ?? 0, quantity));
    }),
  );
};

const totalOf = (returns: readonly OrderReturn[]): Minor =>
  add(...returns.map(({ total }) => total));

/** What was paid for of an order: a web order is sold as it is handed over. */
const soldValueOf = (order: Order): Minor =>
  order.pickup === null
    ? subtract(order.totals.total, giftCardTotal(order.lines))
    : collectedValueOf(order);

/** Nothing of it is to be collected any more. */
const isDone = (order: Order): boolean =>
  order.pickup === null || order.pickup.pickedUpAt !== null || !isKept(order);

/**
 * What returns took back of what was earned. What was earned at a counter was so at once, and each takes back its share of it.
 * A web order goes on to earn as the rest is collected: what a return told its customer stands, whatever is earned after it;
 * one that told nothing takes its share of what is left by now. Once all came back, so did all that was earned.
 */
const takenBackOf = (order: Order, earned: number): number => {
  const { pickup, returns } = order;
  const isTold = ({ pointsTakenBack }: OrderReturn): boolean =>
    pickup !== null && pointsTakenBack !== undefined;
  const told = returns.filter(isTold);
  const untold = returns.filter((returned) => !isTold(returned));
  const left = subtract(soldValueOf(order), totalOf(told));
  if (left <= totalOf(untold) && isDone(order)) return earned;
  const stands = told.reduce((sum, { pointsTakenBack = 0 }) => sum + pointsTakenBack, 0);
  const ofTold = Math.min(earned, stands);
  return ofTold + partOf(earned - ofTold, totalOf(untold), left);
};

/**
 * What an order earned and spent, and what its returns took back and restored (rule R12): a function of the order alone, so
 * that it comes to the same whichever fact was heard of first.
 */
export const pointsOf = (order: Order): OrderPoints => {
  if (order.points === undefined) return NO_POINTS;
  const { earned, spent } = order.points;
  return {
    earned,
    takenBack: takenBackOf(order, earned),
    spent,
    restored: partOf(spent, pointsValueBack(order), pointsValueOf(order)),
  };
};

/** What an order's points are after a change of it, less what they were. */
export const pointsMoved = (before: OrderPoints, after: OrderPoints): OrderPoints => ({
  earned: after.earned - before.earned,
  takenBack: after.takenBack - before.takenBack,
  spent: after.spent - before.spent,
  restored: after.restored - before.restored,
});

/** What a customer has more, or less, by these. */
export const sumOfPoints = ({ earned, takenBack, spent, restored }: OrderPoints): number =>
  earned - takenBack - spent + restored;

/** How many of the points that paid an order come back by a refund to them; minor units in, points out. */
export const restoredBy = (order: Order, amount: Minor): number => {
  const refund = {
    id: '',
    tender: 'points',
    amount,
    state: 'refunded',
    reference: null,
    at: '',
  } as const;
  const after = pointsOf({ ...order, refunds: [...order.refunds, refund] });
  return after.restored - pointsOf(order).restored;
};
