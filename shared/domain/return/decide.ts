import { add, type Minor } from '#shared/kernel/money.ts';
import { addQuantity, NONE, type Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { particularsOf } from '../order/particulars-of.ts';
import type { Order, OrderReturn } from '../order/schema.ts';
import type { Refund, Tender } from '../payment/schema.ts';
import { accountOf, pointsMoved, pointsOf } from '../points/of-order.ts';
import type { ReturnPoints } from '../points/schema.ts';
import { isGiftCard } from '../pricing/gift-card.ts';
import type { Particulars } from '../pricing/particulars.ts';
import type { PricedLine } from '../pricing/schema.ts';
import { shareOf } from '../pricing/share-of.ts';
import type { ReturnProblem } from './problems.ts';
import {
  type InsteadTender,
  refundCap,
  refundLeft,
  settleReturn,
  STORED_VALUES,
} from './refunds.ts';
import { returnableLines } from './returnable.ts';
import type {
  Condition,
  Disposition,
  Return,
  ReturnLine,
  ReturnProof,
  ReturnReason,
} from './schema.ts';

export type ReturnRequest = {
  readonly lineId: string;
  readonly quantity: Quantity;
  readonly reason: ReturnReason;
  readonly condition: Condition;
  readonly disposition: Disposition;
  readonly serial?: string;
};

/** Where money goes; the amounts must add up to what the lines give back, but for the rounding of cash. */
export type RefundOffer = {
  readonly id: string;
  readonly tender: Tender;
  readonly amount: Minor;
  readonly reference: string | null;
};

export type CompleteReturn = {
  readonly returnId: string;
  readonly number: string;
  readonly order: Order;
  readonly proof: ReturnProof;
  readonly customer: string | null;
  readonly creditConsent?: boolean;
  readonly requests: readonly ReturnRequest[];
  /** May be given in place of what paid, if the policy allows it; left out = stored value. */
  readonly instead?: readonly InsteadTender[];
  readonly refunds: readonly RefundOffer[];
  readonly cashIncrement: number;
  readonly at: string;
};

/** The very piece that comes back: by its number, or as the line has no other. */
const pieceOf = (
  pieces: readonly Particulars[],
  line: PricedLine,
  { serial, quantity }: ReturnRequest,
): Particulars | undefined => {
  const isOnly = pieces.length === 1 && quantity === line.quantity;
  return isOnly
    ? pieces[0]
    : pieces.find((piece) => serial !== undefined && piece.serial === serial);
};

/** `before`: how much of the line is back already; `pieces`: what is known of what left of it. */
const returnLine = (
  id: string,
  line: PricedLine,
  before: number,
  request: ReturnRequest,
  pieces: readonly Particulars[],
): ReturnLine => {
  const share = (whole: Minor) => shareOf(whole, line.quantity, before, request.quantity);
  const { id: orderLineId, sku, name, kind, unit, taxRate } = line;
  const mark = pieceOf(pieces, line, request)?.mark;
  const { quantity, reason, condition, disposition, serial } = request;
  return {
    id,
    orderLineId,
    sku,
    name,
    kind,
    unit,
    quantity,
    taxRate,
    tax: share(line.tax),
    total: share(line.total),
    reason,
    condition,
    disposition,
    ...(serial === undefined ? {} : { serial }),
    ...(mark === undefined ? {} : { mark }),
  };
};

/** The lines that come back, priced as they were sold (rule R12); never more than the customer still has. */
export const returnLines = (
  order: Order,
  requests: readonly ReturnRequest[],
): Result<ReturnLine[], ReturnProblem> => {
  if (requests.length === 0) return fail({ type: 'nothing_to_return' });
  const returnable = new Map(returnableLines(order).map((entry) => [entry.line.id, entry]));
  const lines: ReturnLine[] = [];
  for (const [index, request] of requests.entries()) {
    const { lineId } = request;
    const known = returnable.get(lineId);
    if (!known) {
      const isCard = order.lines.some((line) => line.id === lineId && isGiftCard(line));
      return fail({ type: isCard ? 'gift_card_not_returned' : 'line_unknown', lineId });
    }
    // Pieces of one line may come back in several conditions, each a request of its own.
    const now = lines
      .filter(({ orderLineId }) => orderLineId === lineId)
      .reduce((sum, { quantity }) => addQuantity(sum, quantity), NONE);
    const left = known.left - now;
    if (request.quantity <= 0 || request.quantity > left)
      return fail({ type: 'quantity_above_returnable', lineId, left });
    const pieces = particularsOf(order, lineId);
    lines.push(returnLine(`${index + 1}`, known.line, known.before + now, request, pieces));
  }
  return ok(lines);
};

/** What a channel's provider gives back is asked of it (rule R16); the rest is given now. */
export const refundOf = (offer: RefundOffer, at: string): Refund => ({
  ...offer,
  state: offer.tender === 'online' ? 'pending' : 'refunded',
  at,
});

/** No tender gets more than it paid (rule R14), and whatever stands in for it no more than is left of the whole. */
const aboveCap = (
  order: Order,
  refunds: readonly RefundOffer[],
  instead: readonly Tender[],
): ReturnProblem | null => {
  for (const tender of new Set(refunds.map((refund) => refund.tender))) {
    if (instead.includes(tender)) continue;
    const asked = add(...refunds.filter((r) => r.tender === tender).map(({ amount }) => amount));
    const cap = refundCap(order, tender);
    if (asked > cap) return { type: 'refund_above_tender', tender, cap };
  }
  const left = refundLeft(order);
  const all = add(...refunds.map(({ amount }) => amount));
  return all > left ? { type: 'refund_above_paid', cap: left } : null;
};

/** What the customer is told of their points: the same that the server's ledger comes to (rule R12). */
const pointsBack = (
  order: Order,
  { number, total, rounding, lines, refunds }: Omit<Return, 'points'>,
  at: string,
): ReturnPoints | null => {
  const customerId = accountOf(order);
  if (order.points === undefined || customerId === null) return null;
  const back: OrderReturn = {
    operationId: number,
    number,
    at,
    storeId: order.storeId,
    lines: lines.map(({ orderLineId, quantity, total: worth }) => ({
      lineId: orderLineId ?? '',
      quantity,
      total: worth,
    })),
    total,
    rounding,
  };
  const after = {
    ...order,
    returns: [...order.returns, back],
    refunds: [...order.refunds, ...refunds],
  };
  const { takenBack, restored } = pointsMoved(pointsOf(order), pointsOf(after));
  return { customerId, takenBack, restored };
};

/** Goods of a known order come back: never more than was sold, never more to a tender than it paid (rule R14). */
export const decideReturn = (command: CompleteReturn): Result<Return, ReturnProblem> => {
  const { order, requests, refunds, cashIncrement, at, returnId, number, proof, customer } =
    command;
  const lines = returnLines(order, requests);
  if (!lines.ok) return lines;
  const total = add(...lines.value.map((line) => line.total));
  const settled = settleReturn(order, total, refunds, cashIncrement);
  if (settled === null) return fail({ type: 'refunds_differ_from_total', total });
  const above = aboveCap(order, refunds, command.instead ?? STORED_VALUES);
  if (above) return fail(above);
  const returned: Return = {
    returnId,
    number,
    orderId: order.id,
    proof,
    // The name of who bought stands in the order, and is erased with it: what nobody typed is not written again.
    customer: customer === order.customer?.name.trim() ? null : customer,
    creditConsent: command.creditConsent ?? false,
    currency: order.currency,
    lines: lines.value,
    total,
    rounding: settled.rounding,
    refunds: refunds.map((refund) => refundOf(refund, at)),
  };
  const points = pointsBack(order, returned, at);
  return ok(points === null ? returned : { ...returned, points });
};
