import type { Minor } from '#shared/kernel/money.ts';
import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { applyEdit } from '../order/apply.ts';
import { handedOverOf, returnedOf } from '../order/balance.ts';
import type { Order, RemovalReason, Rest } from '../order/schema.ts';
import type { Refund } from '../payment/schema.ts';
import { earnedByAmendment, type PickupTerms } from '../points/of-pickup.ts';
import type { EarnedPoints } from '../points/schema.ts';
import { partOfLine } from '../pricing/part-of-line.ts';
import type { PricedLine } from '../pricing/schema.ts';
import type { LinePart } from './decide.ts';
import { openPickup } from './open-pickup.ts';
import type { PickupProblem } from './problems.ts';
import { type CounterRefund, decideRefunds } from './refunds.ts';
import type { PickupLine } from './schema.ts';

/** How the customer agreed to goods that were not ordered. */
export type Consent = 'in_person' | 'phone' | 'message';

/** What is changed about the goods of an order; of each line so much is not there, damaged, replaced, or not wanted. */
export type Amend = {
  readonly reason: Exclude<RemovalReason, 'edited'>;
  readonly parts: readonly LinePart[];
  /** What takes their place, priced; its id is the caller's. */
  readonly substitutes: readonly PricedLine[];
  readonly consent: Consent | null;
  /** Eight hex digits that make the ids of what remains of a line its own. */
  readonly suffix: string;
};

export type AmendCommand = Amend & {
  readonly refunds: readonly CounterRefund[];
  /** Left out = nothing is earned. */
  readonly points?: PickupTerms | null;
  readonly cashIncrement: number;
  readonly at: string;
};

/** A line that is removed, with what stays of it; left out: nothing does. */
type AmendedLine = PickupLine & { readonly rest?: Rest };

export type OrderAmendment = {
  readonly orderId: string;
  readonly currency: Order['currency'];
  readonly reason: RemovalReason;
  readonly removed: AmendedLine[];
  readonly added: PricedLine[];
  readonly consent: Consent | null;
  readonly refunds: Refund[];
  readonly points?: EarnedPoints;
};

type Exchange = { readonly removed: AmendedLine; readonly added: readonly PricedLine[] };

/** The id of what takes the place of a line: `3`, and `3_1f` as well, become `3_<suffix>`. */
export const successorId = (lineId: string, suffix: string): string =>
  `${lineId.split('_', 1)[0] ?? lineId}_${suffix}`;

const exchangeOf = (
  order: Order,
  { lineId, quantity: gone }: LinePart,
  suffix: string,
): Result<Exchange, PickupProblem> => {
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) return fail({ type: 'line_gone', lineId });
  // What left and came back is told by its line: that line stays.
  if (returnedOf(order, lineId) > 0) return fail({ type: 'line_partly_collected', lineId });
  const collected = handedOverOf(order, lineId);
  const open = quantity(line.quantity - collected);
  if (gone <= 0 || gone > open) return fail({ type: 'quantity_above_open', lineId, left: open });
  const { sku, kind } = line;
  const removed = { lineId, sku, kind, quantity: line.quantity };
  const kept = quantity(open - gone);
  if (collected === 0 && kept === 0) return ok({ removed, added: [] });
  const [goneId, keptId] = [`${successorId(lineId, suffix)}c`, successorId(lineId, suffix)];
  return ok({
    removed: {
      ...removed,
      rest: {
        collected: collected === 0 ? null : { lineId: goneId, quantity: collected },
        kept: kept === 0 ? null : { lineId: keptId, quantity: kept },
      },
    },
    added: [
      ...(collected === 0 ? [] : [partOfLine(line, goneId, collected)]),
      ...(kept === 0 ? [] : [partOfLine(line, keptId, kept, collected)]),
    ],
  });
};

const linesOf = (
  order: Order,
  { parts, substitutes, suffix }: Amend,
): Result<Pick<OrderAmendment, 'removed' | 'added'>, PickupProblem> => {
  if (parts.length === 0) return fail({ type: 'nothing_chosen' });
  const removed: AmendedLine[] = [];
  const added: PricedLine[] = [];
  for (const part of parts) {
    const exchange = exchangeOf(order, part, suffix);
    if (!exchange.ok) return exchange;
    removed.push(exchange.value.removed);
    added.push(...exchange.value.added);
  }
  return ok({ removed, added: [...added, ...substitutes] });
};

/** The order as the amendment would leave it, before money is given back. */
export const afterAmendment = (order: Order, amend: Amend): Result<Order, PickupProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  const lines = linesOf(order, amend);
  if (!lines.ok) return lines;
  const { removed, added } = lines.value;
  const act = { actId: 'amendment', at: order.placedAt };
  return ok(applyEdit(order, { removed, added }, act));
};

/** What the customer is told to have earned with it; null = nothing. */
const earnedPoints = (
  terms: PickupTerms | null,
  before: Order,
  after: Order,
): EarnedPoints | null => {
  const earned = terms === null ? 0 : earnedByAmendment(terms.rule, before, after);
  return terms === null || earned === 0 ? null : { customerId: terms.customerId, earned };
};

/**
 * Lines are taken out of an order, and what remains of them or stands in for them is put in (rule R22). Goods that
 * nobody ordered need the customer's consent; money of the counter is given back now, a channel's by its provider.
 */
export const decideAmendment = (
  order: Order,
  { refunds, points = null, cashIncrement, at, ...amend }: AmendCommand,
): Result<OrderAmendment, PickupProblem> => {
  if (amend.substitutes.length > 0 && amend.consent === null)
    return fail({ type: 'consent_missing' });
  const after = afterAmendment(order, amend);
  if (!after.ok) return after;
  const lines = linesOf(order, amend);
  if (!lines.ok) return lines;
  const given = decideRefunds(after.value, refunds, cashIncrement, at);
  if (!given.ok) return given;
  const { id: orderId, currency } = order;
  const { reason, consent } = amend;
  const told = earnedPoints(points, order, {
    ...after.value,
    refunds: [...order.refunds, ...given.value],
  });
  return ok({
    orderId,
    currency,
    reason,
    ...lines.value,
    consent,
    refunds: given.value,
    ...(told && { points: told }),
  });
};

/** What the substitute costs more than what it replaces, in minor units; less than zero is given back. */
export const substitutePriceDifference = (
  line: PricedLine,
  replaced: Quantity,
  substitute: PricedLine,
): number => {
  const left = quantity(line.quantity - replaced);
  const rest: Minor | 0 = left === 0 ? 0 : partOfLine(line, line.id, left).total;
  return substitute.total + rest - line.total;
};
