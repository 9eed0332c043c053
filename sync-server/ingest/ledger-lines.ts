import { allLinesOf, handedOverOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Payment, Refund } from '#shared/domain/payment/schema.ts';
import type { HandOver } from '#shared/domain/pickup/schema.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { shareOf } from '#shared/domain/pricing/share-of.ts';
import type { ReturnLine } from '#shared/domain/return/schema.ts';
import { negate } from '#shared/kernel/money.ts';
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

/**
 * What a hand-over sold: each line's share of what its order says, so that the parts add up to the whole. Goods
 * handed over beyond the order are a contradiction, not a sale; `before` is the order without this hand-over.
 */
const soldByHandOver = (before: Order, { operationId, ...act }: Act): SaleLineRow[] =>
  act.lines.flatMap(({ lineId, quantity }) => {
    const line = allLinesOf(before).find(({ id }) => id === lineId);
    if (!line) return [];
    const earlier = Math.min(handedOverOf(before, lineId), line.quantity);
    const sold = Math.min(quantity, line.quantity - earlier);
    if (sold === 0) return [];
    const { storeId, tillId, at } = act;
    return {
      operationId,
      lineId,
      orderId: before.id,
      storeId,
      tillId,
      channel: before.channel,
      at,
      sku: line.sku,
      quantity: sold,
      total: shareOf(line.total, line.quantity, earlier, sold),
      tax: shareOf(line.tax, line.quantity, earlier, sold),
    };
  });

/**
 * What was handed over of lines that nobody knew here: a restored server hears of an amendment after the goods, an
 * order arrives after its hand-over. What they sold can only be said now. `before` is null or provisional where the
 * order itself is what arrived.
 */
export const soldOfNewLines = (before: Order | null, after: Order): SaleLineRow[] => {
  const handOvers = before?.pickup?.handOvers ?? [];
  const { pickup } = after;
  if (before === null || pickup === null || after.provisional) return [];
  const known = new Set(before.provisional ? [] : allLinesOf(before).map(({ id }) => id));
  return handOvers.flatMap((handOver, index) => {
    const earlier = { ...after, pickup: { ...pickup, handOvers: handOvers.slice(0, index) } };
    const lines = handOver.lines.filter(({ lineId }) => !known.has(lineId));
    return soldByHandOver(earlier, { ...handOver, lines });
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
    const sold = lines.map((line) => soldLine({ ...source, orderId, channel: 'store' }, line));
    return { saleLines: sold, money: moneyRows({ ...source, orderId }, payments) };
  }
  if (operation.type === 'pickup.handedOver') {
    const { orderId, lines, payments } = operation.payload;
    const isKnown = before !== null && !before.provisional;
    const sold = isKnown ? soldByHandOver(before, { ...source, lines }) : [];
    return { saleLines: sold, money: moneyRows({ ...source, orderId }, payments) };
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
        ...sold.lines.map((line) => soldLine(taken, line)),
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
