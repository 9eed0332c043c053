import {
  applyAmendment,
  applyArrival,
  applyClosing,
  applyExtension,
  applyHandOver,
  applyOrderPayment,
  applyPicks,
  applyPreparation,
  applyPutBack,
  applyReprint,
  applyRegistration,
  applyReturn,
  applySale,
  applyTransfer,
  type Fact,
  provisionalOrder,
} from '../domain/order/apply.ts';
import type { Order } from '../domain/order/schema.ts';
import {
  countMovements,
  damagedMovements,
  handOverMovements,
  movementsIn,
  outOf,
  receiptMovements,
  returnMovements,
  saleMovements,
} from '../domain/stock/movements.ts';
import type { Movement } from '../domain/stock/schema.ts';
import { type Quantity, quantity } from '../kernel/quantity.ts';
import { happenedAt } from './happened-at.ts';
import type { Operation } from './operation.ts';

const idsIn = ({ type, payload }: Operation): (string | null)[] => {
  switch (type) {
    case 'exchange.completed':
      return [payload.returned.orderId, payload.sold.orderId];
    case 'sale.completed':
    case 'return.completed':
    case 'order.paid':
    case 'order.amended':
    case 'order.canceled':
    case 'pickup.picked':
    case 'pickup.prepared':
    case 'pickup.handedOver':
    case 'pickup.rejected':
    case 'pickup.extended':
    case 'pickup.moved':
    case 'pickup.arrived':
    case 'pickup.putBack':
    case 'receipt.reprinted':
    case 'fiscal.registered':
      return [payload.orderId];
    case 'stock.adjusted':
    case 'stock.received':
    case 'stock.counted':
    case 'stock.transferSent':
    case 'stock.transferReceived':
    case 'stock.writtenOff':
    case 'shift.opened':
    case 'shift.closed':
    case 'cash.moved':
    case 'drawer.opened':
    case 'staff.signedIn':
    case 'staff.refused':
    case 'payment.requested':
    case 'payment.resolved':
    case 'refund.requested':
    case 'refund.resolved':
    case 'line.voided':
    case 'basket.voided':
    case 'basket.parked':
    case 'basket.recalled':
    case 'basket.discarded':
    case 'code.failed':
    case 'customer.contacted':
    case 'customer.saved':
    case 'exception.resolved':
    case 'training.completed':
    case 'tiles.arranged':
    case 'fiscal.failed':
    case 'fiscal.sent':
      return [];
  }
};

/** The orders an operation changes: none, one, or the two of an exchange. */
export const orderIdsOf = (operation: Operation): string[] => [
  ...new Set(idsIn(operation).filter((id) => id !== null)),
];

export const factOf = (operation: Operation): Fact => {
  const { id, journalId, seq, tillId, storeId, staffId } = operation;
  return { operationId: id, journalId, seq, at: happenedAt(operation), tillId, storeId, staffId };
};

/** What a fact about a known or provisional order makes of it. */
const changed = (order: Order, operation: Operation, fact: Fact): Order => {
  switch (operation.type) {
    case 'return.completed':
      return applyReturn(order, operation.payload, fact);
    case 'exchange.completed':
      return applyReturn(order, operation.payload.returned, fact);
    case 'order.paid':
      return applyOrderPayment(order, operation.payload, fact);
    case 'order.amended':
      return applyAmendment(order, operation.payload, fact);
    case 'order.canceled':
      return applyClosing(order, { ...operation.payload, how: 'canceled' }, fact);
    case 'pickup.rejected':
      return applyClosing(order, { ...operation.payload, how: 'failed' }, fact);
    case 'pickup.picked':
      return applyPicks(order, operation.payload.lines, fact);
    case 'pickup.prepared':
      return applyPreparation(order, operation.payload, fact);
    case 'pickup.handedOver':
      return applyHandOver(order, operation.payload, fact);
    case 'pickup.extended':
      return applyExtension(order, operation.payload.expiresAt, fact);
    case 'pickup.moved':
      return applyTransfer(order, operation.payload, fact);
    case 'pickup.arrived':
      return applyArrival(order, fact);
    case 'pickup.putBack':
      return applyPutBack(order, fact);
    case 'receipt.reprinted':
      return applyReprint(order, fact);
    case 'fiscal.registered':
      return applyRegistration(order, operation.payload, fact);
    case 'sale.completed':
    case 'stock.adjusted':
    case 'stock.received':
    case 'stock.counted':
    case 'stock.transferSent':
    case 'stock.transferReceived':
    case 'stock.writtenOff':
    case 'shift.opened':
    case 'shift.closed':
    case 'cash.moved':
    case 'drawer.opened':
    case 'staff.signedIn':
    case 'staff.refused':
    case 'payment.requested':
    case 'payment.resolved':
    case 'refund.requested':
    case 'refund.resolved':
    case 'line.voided':
    case 'basket.voided':
    case 'basket.parked':
    case 'basket.recalled':
    case 'basket.discarded':
    case 'code.failed':
    case 'customer.contacted':
    case 'customer.saved':
    case 'exception.resolved':
    case 'training.completed':
    case 'tiles.arranged':
    case 'fiscal.failed':
    case 'fiscal.sent':
      return order;
  }
};

/**
 * An order after an operation: the one function with which the server keeps orders and the till shows what it did
 * since (design §1.4). Facts about an order that is not known yet make a provisional one. `orderId`: which
 * of `orderIdsOf`; the order's own, or the first.
 */
export const applyToOrder = (
  order: Order | null,
  operation: Operation,
  orderId = order?.id ?? orderIdsOf(operation)[0],
): Order | null => {
  if (orderId === undefined || !orderIdsOf(operation).includes(orderId)) return order;
  const fact = factOf(operation);
  const { payload } = operation;
  if (operation.type === 'sale.completed') return applySale(order, operation.payload, fact);
  if (operation.type === 'exchange.completed' && operation.payload.sold.orderId === orderId)
    return applySale(order, operation.payload.sold, fact);
  if (!('currency' in payload)) return order;
  return changed(order ?? provisionalOrder(orderId, payload.currency, fact), operation, fact);
};

/** The lines an operation writes into the stock ledger. */
export const movementsOf = (operation: Operation): Movement[] => {
  const { storeId } = operation;
  switch (operation.type) {
    case 'sale.completed':
      return saleMovements(operation.payload.lines, storeId);
    case 'return.completed':
      return returnMovements(operation.payload.lines, storeId);
    case 'exchange.completed': {
      // Lines of the two documents may have one id; the ledger knows lines by operation and id.
      const back = returnMovements(operation.payload.returned.lines, storeId);
      return [
        ...back.map((movement) => ({ ...movement, lineId: `return-${movement.lineId}` })),
        ...saleMovements(operation.payload.sold.lines, storeId),
      ];
    }
    case 'pickup.handedOver':
      return handOverMovements(operation.payload.lines, storeId);
    case 'order.amended':
      return operation.payload.reason === 'damaged'
        ? damagedMovements(operation.payload, storeId)
        : [];
    case 'stock.adjusted':
      return movementsIn(operation.payload.lines, 'adjustment', storeId);
    case 'stock.received':
      return receiptMovements(operation.payload.lines, 'goods_receipt', storeId);
    case 'stock.counted':
      return countMovements(operation.payload.lines, storeId);
    case 'stock.transferSent':
      return outOf(operation.payload.lines, 'transfer_out', storeId);
    case 'stock.transferReceived':
      return receiptMovements(operation.payload.lines, 'transfer_in', storeId);
    case 'stock.writtenOff':
      return outOf(operation.payload.lines, 'write_off', storeId);
    case 'order.paid':
    case 'order.canceled':
    case 'pickup.picked':
    case 'pickup.prepared':
    case 'pickup.rejected':
    case 'pickup.extended':
    case 'pickup.moved':
    case 'pickup.arrived':
    case 'pickup.putBack':
    case 'shift.opened':
    case 'shift.closed':
    case 'cash.moved':
    case 'drawer.opened':
    case 'staff.signedIn':
    case 'staff.refused':
    case 'payment.requested':
    case 'payment.resolved':
    case 'refund.requested':
    case 'refund.resolved':
    case 'line.voided':
    case 'basket.voided':
    case 'basket.parked':
    case 'basket.recalled':
    case 'basket.discarded':
    case 'code.failed':
    case 'customer.contacted':
    case 'customer.saved':
    case 'exception.resolved':
    case 'training.completed':
    case 'tiles.arranged':
    case 'receipt.reprinted':
    case 'fiscal.registered':
    case 'fiscal.failed':
    case 'fiscal.sent':
      return [];
  }
};

type Released = { readonly sku: string; readonly quantity: Quantity };

const goodsOf = <Line extends Released & { readonly kind: string }>(
  lines: readonly Line[],
): Line[] => lines.filter(({ kind }) => kind === 'goods');

type Amended = Extract<Operation, { readonly type: 'order.amended' }>['payload'];

const amended = ({ removed, added }: Amended): readonly Released[] => [
  ...goodsOf(removed),
  ...goodsOf(added).map(({ sku, quantity: count }) => ({ sku, quantity: quantity(0 - count) })),
];

/** What an operation takes off its store's reservations; less than zero is reserved by it. */
export const releasesOf = (operation: Operation): readonly Released[] => {
  switch (operation.type) {
    case 'pickup.handedOver':
      return goodsOf(operation.payload.lines);
    case 'order.canceled':
    case 'pickup.rejected':
    case 'pickup.moved':
      return goodsOf(operation.payload.released);
    case 'order.amended':
      return amended(operation.payload);
    case 'sale.completed':
    case 'return.completed':
    case 'exchange.completed':
    case 'order.paid':
    case 'pickup.picked':
    case 'pickup.prepared':
    case 'pickup.extended':
    case 'pickup.arrived':
    case 'pickup.putBack':
    case 'stock.adjusted':
    case 'stock.received':
    case 'stock.counted':
    case 'stock.transferSent':
    case 'stock.transferReceived':
    case 'stock.writtenOff':
    case 'shift.opened':
    case 'shift.closed':
    case 'cash.moved':
    case 'drawer.opened':
    case 'staff.signedIn':
    case 'staff.refused':
    case 'payment.requested':
    case 'payment.resolved':
    case 'refund.requested':
    case 'refund.resolved':
    case 'line.voided':
    case 'basket.voided':
    case 'basket.parked':
    case 'basket.recalled':
    case 'basket.discarded':
    case 'code.failed':
    case 'customer.contacted':
    case 'customer.saved':
    case 'exception.resolved':
    case 'training.completed':
    case 'tiles.arranged':
    case 'receipt.reprinted':
    case 'fiscal.registered':
    case 'fiscal.failed':
    case 'fiscal.sent':
      return [];
  }
};
