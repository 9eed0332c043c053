import { allLinesOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { soldBetween, soldByHandOver, type SoldOfLine } from '#shared/domain/order/sold-of.ts';
import type { Payment, Refund } from '#shared/domain/payment/schema.ts';
import type { HandOver } from '#shared/domain/pickup/schema.ts';
import { isGiftCard } from '#shared/domain/pricing/gift-card.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { ReturnLine } from '#shared/domain/return/schema.ts';
import { negate } from '#shared/kernel/money.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { MoneyRow, SaleLineRow } from '../store/store.ts';

type Source = Pick<
  SaleLineRow,
  'operationId' | 'orderId' | 'storeId' | 'tillId' | 'channel' | 'at'
>;

export type LedgerLines = {
  readonly saleLines: readonly SaleLineRow[];
  readonly money: readonly MoneyRow[];
};

type Act = Omit<HandOver, 'staffId'>;

const soldRow = (
  { id: orderId, channel }: Order,
  { line, quantity, total, tax }: SoldOfLine,
  { operationId, storeId, tillId, at }: Omit<Act, 'lines'>,
): SaleLineRow => ({
  operationId,
  storeId,
  tillId,
  at,
  lineId: line.id,
  orderId,
  channel,
  sku: line.sku,
  quantity,
  total,
  tax,
});

/** What a hand-over sold; `order` is without it. */
const rowsOfHandOver = (order: Order, { lines, ...act }: Act): SaleLineRow[] =>
  soldByHandOver(order, { at: act.at, lines }).map((sold) => soldRow(order, sold, act));

/**
 * What an amendment sold: where more had left of a line than whoever amended it knew, more of it is sold than there
 * seemed to be.
 */
const soldByAmendment = (
  order: Order,
  operation: Operation & { readonly type: 'order.amended' },
  act: Omit<Act, 'lines'>,
): SaleLineRow[] => {
  const after = applyToOrder(order, operation, order.id) ?? order;
  const handOvers = order.pickup?.handOvers ?? [];
  return operation.payload.removed
    .filter(({ rest }) => rest?.collected)
    .flatMap(
      ({ lineId }) => soldBetween({ order, handOvers }, { order: after, handOvers }, lineId) ?? [],
    )
    .map((sold) => soldRow(after, sold, act));
};

/** The lines that an order is known to have or have had; of a provisional one none is. */
export const knownLineIds = (order: Order): ReadonlySet<string> =>
  new Set(order.provisional ? [] : allLinesOf(order).map(({ id }) => id));

/**
 * What was handed over of lines that nobody knew here: a restored server hears of an amendment after the goods, an
 * order arrives after its hand-over. What they sold can only be said now. `before` is null or provisional where the
 * order itself is what arrived.
 */
export const soldOfNewLines = (before: Order | null, after: Order): SaleLineRow[] => {
  const handOvers = before?.pickup?.handOvers ?? [];
  const { pickup } = after;
  if (before === null || pickup === null || after.provisional) return [];
  const known = knownLineIds(before);
  return handOvers.flatMap((handOver, index) => {
    const earlier = { ...after, pickup: { ...pickup, handOvers: handOvers.slice(0, index) } };
    const lines = handOver.lines.filter(({ lineId }) => !known.has(lineId));
    return rowsOfHandOver(earlier, { ...handOver, lines });
  });
};

type Money = Pick<Payment, 'id' | 'tender' | 'amount'>;

export const moneyRows = (
  { operationId, orderId, storeId, at }: Omit<MoneyRow, 'lineId' | 'tender' | 'amount'>,
  lines: readonly Money[],
): MoneyRow[] =>
  lines.map(({ id: lineId, tender, amount }) => ({
    operationId,
    lineId,
    orderId,
    storeId,
    at,
    tender,
    amount,
  }));

const soldLine = (source: Source, { id: lineId, sku, quantity, total, tax }: PricedLine) => ({
  ...source,
  lineId,
  sku,
  quantity,
  total,
  tax,
});

/** What of a sale is revenue: a gift card is a line of the ledger of stored value (rule R13). */
const soldLines = (source: Source, lines: readonly PricedLine[]) =>
  lines.filter((line) => !isGiftCard(line)).map((line) => soldLine(source, line));

const returnedLine = (source: Source, { id, sku, quantity, total, tax }: ReturnLine) => ({
  ...source,
  lineId: id,
  sku,
  quantity: 0 - quantity,
  total: negate(total),
  tax: negate(tax),
});

const NO_LINES: LedgerLines = { saleLines: [], money: [] };

const negated = (refunds: readonly Refund[]) =>
  refunds.map((refund) => ({ ...refund, amount: negate(refund.amount) }));

/** What an operation adds to the ledgers of sales and of money. `orders` are its orders as they were, by id. */
export const ledgerLinesOf = (
  operation: Operation,
  orders: ReadonlyMap<string, Order | null>,
): LedgerLines => {
  const { id: operationId, storeId, tillId } = operation;
  const before = [...orders.values()][0] ?? null;
  const channel = before?.channel ?? 'store';
  const source = { operationId, storeId, tillId, channel, at: happenedAt(operation) };
  if (operation.type === 'sale.completed') {
    const { orderId, lines, payments } = operation.payload;
    const sold = soldLines({ ...source, orderId, channel: 'store' }, lines);
    return { saleLines: sold, money: moneyRows({ ...source, orderId }, payments) };
  }
  if (operation.type === 'pickup.handedOver') {
    const { orderId, lines, payments } = operation.payload;
    const isKnown = before !== null && !before.provisional;
    const sold = isKnown ? rowsOfHandOver(before, { ...source, lines }) : [];
    return { saleLines: sold, money: moneyRows({ ...source, orderId }, payments) };
  }
  if (operation.type === 'order.amended' && before !== null && !before.provisional) {
    const { orderId, refunds } = operation.payload;
    return {
      saleLines: soldByAmendment(before, operation, source),
      money: moneyRows({ ...source, orderId }, negated(refunds)),
    };
  }
  if (operation.type === 'return.completed') {
    const { orderId, lines, refunds } = operation.payload;
    return {
      saleLines: lines.map((line) => returnedLine({ ...source, orderId }, line)),
      money: moneyRows({ ...source, orderId }, negated(refunds)),
    };
  }
  if (operation.type === 'exchange.completed') {
    const { returned, sold, setOff } = operation.payload;
    const paidItself = new Set(setOff.flatMap(({ refundId, paymentId }) => [refundId, paymentId]));
    const isMoved = ({ id }: Money): boolean => !paidItself.has(id);
    const taken = { ...source, orderId: sold.orderId, channel: 'store' as const };
    const back = { ...source, orderId: returned.orderId };
    return {
      saleLines: [
        ...returned.lines.map((line) => returnedLine(back, { ...line, id: `return-${line.id}` })),
        ...soldLines(taken, sold.lines),
      ],
      money: [
        ...moneyRows(back, negated(returned.refunds.filter(isMoved))),
        ...moneyRows(taken, sold.payments.filter(isMoved)),
      ],
    };
  }
  if (operation.type === 'order.paid') {
    const { orderId, payments } = operation.payload;
    return { ...NO_LINES, money: moneyRows({ ...source, orderId }, payments) };
  }
  if (
    operation.type === 'order.amended' ||
    operation.type === 'order.canceled' ||
    operation.type === 'pickup.rejected'
  ) {
    const { orderId, refunds } = operation.payload;
    return { ...NO_LINES, money: moneyRows({ ...source, orderId }, negated(refunds)) };
  }
  return NO_LINES;
};
