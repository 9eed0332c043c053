import {
  add,
  allocate,
  type Currency,
  type Minor,
  minor,
  subtract,
  ZERO,
} from '#shared/kernel/money.ts';
import { addQuantity, type Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { paidBy, returnedOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import type { Refund, Tender } from '../payment/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import type { ReturnProblem } from './problems.ts';
import type { Disposition, Return, ReturnLine, ReturnReason } from './schema.ts';

export type ReturnRequest = {
  readonly lineId: string;
  readonly quantity: Quantity;
  readonly reason: ReturnReason;
  readonly disposition: Disposition;
};

export type CompleteReturn = {
  readonly returnId: string;
  readonly number: string;
  readonly order: Order;
  readonly requests: readonly ReturnRequest[];
  /** Where the money goes; amounts must add up to what the lines give back. */
  readonly refunds: readonly {
    readonly id: string;
    readonly tender: Tender;
    readonly amount: Minor;
  }[];
  readonly at: string;
};

/**
 * The share of `whole` that `quantity` more pieces give back when `before` of `sold` are back already. Worked out
 * from the running total, so that returns of parts add up to the whole to the minor unit (rule R12).
 */
export const shareOf = (whole: Minor, sold: number, before: number, quantity: number): Minor => {
  const upTo = (count: number) => allocate(whole, [count, sold - count])[0] ?? ZERO;
  return subtract(upTo(before + quantity), upTo(before));
};

/** `before`: how much of the line is back already. */
const returnLine = (
  id: string,
  line: PricedLine,
  before: number,
  request: ReturnRequest,
): ReturnLine => {
  const share = (whole: Minor) => shareOf(whole, line.quantity, before, request.quantity);
  const { sku, name, kind, unit, taxRate } = line;
  const { quantity, reason, disposition } = request;
  return {
    id,
    orderLineId: line.id,
    sku,
    name,
    kind,
    unit,
    quantity,
    taxRate,
    tax: share(line.tax),
    total: share(line.total),
    reason,
    disposition,
  };
};

const refundState = (tender: Tender): Refund['state'] =>
  tender === 'online' ? 'pending' : 'refunded';

/** Goods of a known order come back: never more than was sold, never more to a tender than it paid (rule R14). */
export const decideReturn = (command: CompleteReturn): Result<Return, ReturnProblem> => {
  const { order, requests, refunds, at } = command;
  if (requests.length === 0) return fail({ type: 'nothing_to_return' });
  const lines: ReturnLine[] = [];
  for (const [index, request] of requests.entries()) {
    const line = order.lines.find(({ id }) => id === request.lineId);
    if (!line) return fail({ type: 'line_unknown', lineId: request.lineId });
    // Pieces of one line may come back in several conditions, each a request of its own.
    const before = lines
      .filter(({ orderLineId }) => orderLineId === line.id)
      .reduce((sum, one) => addQuantity(sum, one.quantity), returnedOf(order, line.id));
    const left = line.quantity - before;
    if (request.quantity <= 0 || request.quantity > left)
      return fail({ type: 'quantity_above_returnable', lineId: line.id, left });
    lines.push(returnLine(`${index + 1}`, line, before, request));
  }
  const total = add(...lines.map((line) => line.total));
  if (add(...refunds.map(({ amount }) => amount)) !== total)
    return fail({ type: 'refunds_differ_from_total', total });
  for (const tender of new Set(refunds.map((refund) => refund.tender))) {
    const asked = add(...refunds.filter((r) => r.tender === tender).map(({ amount }) => amount));
    const cap = minor(Math.max(0, paidBy(order, tender)));
    if (asked > cap) return fail({ type: 'refund_above_tender', tender, cap });
  }
  const currency: Currency = order.currency;
  return ok({
    returnId: command.returnId,
    number: command.number,
    orderId: order.id,
    currency,
    lines,
    total,
    refunds: refunds.map((refund) => ({ ...refund, state: refundState(refund.tender), at })),
  });
};
