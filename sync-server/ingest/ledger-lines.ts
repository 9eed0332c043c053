import { allLinesOf } from '#shared/domain/order/balance.ts';
import { handedOverNow, restsOf } from '#shared/domain/order/rests-of.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Payment, Refund } from '#shared/domain/payment/schema.ts';
import type { HandOver } from '#shared/domain/pickup/schema.ts';
import { isGiftCard } from '#shared/domain/pricing/gift-card.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { shareOf } from '#shared/domain/pricing/share-of.ts';
import type { ReturnLine } from '#shared/domain/return/schema.ts';
import { add, type Minor, negate, subtract } from '#shared/kernel/money.ts';
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

type HandedOver = readonly Pick<HandOver, 'at' | 'lines'>[];

/**
 * What was sold of a line: its share of what left, with that of the line which stands for pieces that had left before the
 * others were removed. Goods handed over beyond the order are a contradiction, not a sale.
 */
const soldOf = (order: Order, handOvers: HandedOver, lineId: string) => {
  const now = handedOverNow(order, handOvers).flatMap(({ lines }) => lines);
  const ids = [lineId, restsOf(order).get(lineId)?.collected?.lineId];
  const parts = allLinesOf(order)
    .filter(({ id }) => ids.includes(id))
    .map((line) => {
      const left = now
        .filter((part) => part.lineId === line.id)
        .reduce((sum, part) => sum + part.quantity, 0);
      const sold = Math.min(left, line.quantity);
      const share = (whole: Minor): Minor => shareOf(whole, line.quantity, 0, sold);
      return { quantity: sold, total: share(line.total), tax: share(line.tax) };
    });
  return {
    quantity: parts.reduce((sum, { quantity }) => sum + quantity, 0),
    total: add(...parts.map(({ total }) => total)),
    tax: add(...parts.map(({ tax }) => tax)),
  };
};

type Known = { readonly order: Order; readonly handOvers: HandedOver };

/** What of a line is sold in `after` and was not in `before`; the parts add up to the whole. */
const soldBetween = (
  before: Known,
  after: Known,
  lineId: string,
  { operationId, storeId, tillId, at }: Omit<Act, 'lines'>,
): SaleLineRow[] => {
  const line = allLinesOf(after.order).find(({ id }) => id === lineId);
  if (!line) return [];
  const was = soldOf(before.order, before.handOvers, lineId);
  const is = soldOf(after.order, after.handOvers, lineId);
  const quantity = is.quantity - was.quantity;
  if (quantity === 0) return [];
  const { id: orderId, channel } = after.order;
  const [total, tax] = [subtract(is.total, was.total), subtract(is.tax, was.tax)];
  const act = { operationId, storeId, tillId, at };
  return [{ ...act, lineId, orderId, channel, sku: line.sku, quantity, total, tax }];
};

/** What a hand-over sold; `order` is without it. */
const soldByHandOver = (order: Order, { lines, ...act }: Act): SaleLineRow[] => {
  const handOvers = order.pickup?.handOvers ?? [];
  const after = { order, handOvers: [...handOvers, { at: act.at, lines }] };
  return [...new Set(lines.map(({ lineId }) => lineId))].flatMap((lineId) =>
    soldBetween({ order, handOvers }, after, lineId, act),
  );
};

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
    .flatMap(({ lineId }) =>
      soldBetween({ order, handOvers }, { order: after, handOvers }, lineId, act),
    );
};

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
    const sold = isKnown ? soldByHandOver(before, { ...source, lines }) : [];
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
