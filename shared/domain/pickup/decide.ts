import { add, type Minor, minor } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { dueOf, unpaidGoodsOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import { soldByHandOver } from '../order/sold-of.ts';
import type { Payment } from '../payment/schema.ts';
import { type Offer, type PaymentProblem, settle } from '../payment/settle.ts';
import {
  earnedByHandOver,
  pickupPoints,
  pointsOffered,
  type PickupTerms,
  type PointsNotTaken,
} from '../points/of-pickup.ts';
import type { PickupPoints } from '../points/schema.ts';
import { linesToHandOver, openPickup } from './open-pickup.ts';
import type { PickupProblem } from './problems.ts';
import type { HandedOverLine, HandOverProof, PickupLine, SoldPart } from './schema.ts';
import { type PickupAsks, type ToldByLine, unasked, withTold } from './told.ts';

/** So much of a line; of the whole order where a list of them is left out. */
export type LinePart = { readonly lineId: string; readonly quantity: Quantity };

export type PickupPicking = {
  readonly orderId: string;
  readonly currency: Order['currency'];
  readonly lines: { lineId: string; quantity: Quantity }[];
};

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
  readonly lines: HandedOverLine[];
  readonly sold: SoldPart[];
  readonly payments: Payment[];
  readonly rounding: Minor;
  readonly points?: PickupPoints;
  readonly proof: HandOverProof;
  readonly collectedBy: string | null;
};

/** So much was found on the shelves, of lines that are still wanted. */
export const decidePick = (
  order: Order,
  found: readonly LinePart[],
): Result<PickupPicking, PickupProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  const lines = openParts(order, found);
  if (!lines.ok) return lines;
  const { id: orderId, currency } = order;
  return ok({
    orderId,
    currency,
    lines: lines.value.map(({ lineId, quantity }) => ({ lineId, quantity })),
  });
};

/** All lines of an order, or those named, stand ready on a shelf. */
export const decidePrepare = (
  order: Order,
  shelf: string,
  lineIds: readonly string[] = order.lines.map(({ id }) => id),
): Result<PickupPreparation, PickupProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  if (lineIds.length === 0) return fail({ type: 'nothing_chosen' });
  const gone = lineIds.find((lineId) => !order.lines.some(({ id }) => id === lineId));
  if (gone !== undefined) return fail({ type: 'line_gone', lineId: gone });
  const { id: orderId, currency } = order;
  return ok({ orderId, currency, shelf, lineIds: [...lineIds] });
};

/** The lines named, each with no more than what is still in the store. */
const openParts = (
  order: Order,
  parts: readonly LinePart[],
): Result<PickupLine[], PickupProblem> => {
  const open = new Map(linesToHandOver(order).map((line) => [line.lineId, line]));
  const lines: PickupLine[] = [];
  for (const { lineId, quantity } of parts) {
    const line = open.get(lineId);
    if (!line) return fail({ type: 'line_gone', lineId });
    if (quantity <= 0 || quantity > line.quantity)
      return fail({ type: 'quantity_above_open', lineId, left: line.quantity });
    open.delete(lineId);
    lines.push({ ...line, quantity });
  }
  return lines.length === 0 ? fail({ type: 'nothing_chosen' }) : ok(lines);
};

const withHandOver = (order: Order, lines: PickupLine[], at: string): Order => {
  const { pickup, storeId } = order;
  if (pickup === null) return order;
  const act = { operationId: '', at, storeId, tillId: '', staffId: '', lines };
  return { ...order, pickup: { ...pickup, handOvers: [...pickup.handOvers, act] } };
};

const isAllOf = (order: Order, lines: readonly PickupLine[]): boolean =>
  linesToHandOver(order).every(({ lineId, quantity }) =>
    lines.some((line) => line.lineId === lineId && line.quantity === quantity),
  );

/** What is to be paid before these goods leave: with the last of them all that is due, else their own price. */
export const dueForGoods = (order: Order, lines: PickupLine[]): Minor => {
  const due = dueOf(order);
  if (isAllOf(order, lines)) return due;
  return minor(Math.min(due, unpaidGoodsOf(withHandOver(order, lines, order.placedAt))));
};

/** What these goods are sold for as they leave. */
export const soldParts = (order: Order, lines: PickupLine[], at: string): SoldPart[] =>
  soldByHandOver(order, { at, lines }).map(({ line, total, tax }) => ({
    lineId: line.id,
    taxRate: line.taxRate,
    total,
    tax,
  }));

export type HandOverCommand = {
  /** null = everything that is left. */
  readonly parts: readonly LinePart[] | null;
  /** What was answered of which line; left out = nothing. */
  readonly told?: ToldByLine;
  /** What products ask; left out = none of them is known here. */
  readonly asks?: PickupAsks;
  readonly offers: readonly Offer[];
  readonly proof: HandOverProof;
  readonly collectedBy: string | null;
  /** Left out = points are neither earned nor spent. */
  readonly points?: PickupTerms | null;
  readonly cashIncrement: number;
  readonly at: string;
};

/**
 * Goods of an order go to the customer, and what is due for them is paid. Accepted from `reserved` as well as
 * `prepared`: another till may have prepared it while both were cut off (rule R19).
 */
export const decideHandOver = (
  order: Order,
  {
    parts,
    told,
    asks,
    offers,
    proof,
    collectedBy,
    points = null,
    cashIncrement,
    at,
  }: HandOverCommand,
): Result<PickupHandOver, PickupProblem | PaymentProblem | PointsNotTaken> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  const meant = openParts(order, parts ?? linesToHandOver(order));
  if (!meant.ok) return meant;
  const lines = withTold(meant.value, told);
  const notAsked = asks ? unasked(order, lines, asks) : null;
  if (notAsked) return fail(notAsked);
  const spent = pointsOffered(offers, points);
  if (!spent.ok) return spent;
  const settled = settle(dueForGoods(order, lines), offers, cashIncrement, at);
  if (!settled.ok) return settled;
  const { payments, rounding } = settled.value;
  const after = withHandOver({ ...order, payments: [...order.payments, ...payments] }, lines, at);
  return ok({
    orderId: order.id,
    number: order.number,
    currency: order.currency,
    lines,
    sold: soldParts(order, lines, at),
    payments,
    rounding,
    ...(points === null
      ? {}
      : {
          points: pickupPoints(points, {
            earned: earnedByHandOver(points.rule, order, after),
            spent: spent.value,
          }),
        }),
    proof,
    collectedBy,
  });
};

export type OrderPayment = {
  readonly orderId: string;
  readonly currency: Order['currency'];
  readonly payments: Payment[];
  readonly rounding: Minor;
  readonly points?: PickupPoints;
};

type OrderOffers = {
  readonly offers: readonly Offer[];
  /** A machine has taken its part already, for all that was due or for some of the goods. */
  readonly isTaken: boolean;
  /** Left out = points are not spent; they are earned when the goods leave. */
  readonly points?: PickupTerms | null;
  readonly cashIncrement: number;
  readonly at: string;
};

/** All that is due is paid now, or as much of it as is taken already; the goods stay where they are. */
export const decideOrderPayment = (
  order: Order,
  { offers, isTaken, points = null, cashIncrement, at }: OrderOffers,
): Result<OrderPayment, PickupProblem | PaymentProblem | PointsNotTaken> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  const due = dueOf(order);
  if (due === 0) return fail({ type: 'nothing_due' });
  const spent = pointsOffered(offers, points);
  if (!spent.ok) return spent;
  const taken = add(...offers.map(({ tendered }) => tendered));
  const paid = isTaken ? minor(Math.min(due, taken)) : due;
  const settled = settle(paid, offers, cashIncrement, at);
  if (!settled.ok) return settled;
  const { payments, rounding } = settled.value;
  const { id: orderId, currency } = order;
  return ok({
    orderId,
    currency,
    payments,
    rounding,
    ...(points === null || spent.value === 0
      ? {}
      : { points: pickupPoints(points, { earned: 0, spent: spent.value }) }),
  });
};
