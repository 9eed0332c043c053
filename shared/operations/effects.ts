import {
  applyHandOver,
  applyPreparation,
  applyReturn,
  applySale,
  type Fact,
  provisionalOrder,
} from '../domain/order/apply.ts';
import type { Order } from '../domain/order/schema.ts';
import {
  handOverMovements,
  movementsIn,
  returnMovements,
  saleMovements,
} from '../domain/stock/movements.ts';
import type { Movement } from '../domain/stock/schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { Quantity } from '../kernel/quantity.ts';
import { happenedAt } from './happened-at.ts';
import type { Operation } from './operation.ts';

/** The order an operation changes, or null. */
export const orderIdOf = (operation: Operation): string | null => {
  switch (operation.type) {
    case 'sale.completed':
    case 'return.completed':
    case 'pickup.prepared':
    case 'pickup.handedOver':
      return operation.payload.orderId;
    case 'shift.opened':
    case 'shift.closed':
    case 'staff.signedIn':
    case 'stock.adjusted':
    case 'stock.received':
    case 'payment.requested':
    case 'payment.resolved':
    case 'line.voided':
    case 'basket.voided':
      return null;
    default:
      return assertNever(operation);
  }
};

const factOf = (operation: Operation): Fact => {
  const { id, journalId, seq, tillId, storeId, staffId } = operation;
  return { operationId: id, journalId, seq, at: happenedAt(operation), tillId, storeId, staffId };
};

/**
 * An order after an operation: the one function with which the server keeps orders and the till shows what it did
 * since (design §1.4). Facts about an order that is not known yet make a provisional one.
 */
export const applyToOrder = (order: Order | null, operation: Operation): Order | null => {
  const fact = factOf(operation);
  switch (operation.type) {
    case 'sale.completed':
      return applySale(order, operation.payload, fact);
    case 'return.completed': {
      const { orderId, currency } = operation.payload;
      if (orderId === null) return order;
      return applyReturn(
        order ?? provisionalOrder(orderId, currency, fact),
        operation.payload,
        fact,
      );
    }
    case 'pickup.prepared': {
      const { orderId, currency, shelf } = operation.payload;
      return applyPreparation(order ?? provisionalOrder(orderId, currency, fact), shelf, fact);
    }
    case 'pickup.handedOver': {
      const { orderId, currency } = operation.payload;
      return applyHandOver(
        order ?? provisionalOrder(orderId, currency, fact),
        operation.payload,
        fact,
      );
    }
    case 'stock.adjusted':
    case 'stock.received':
    case 'shift.opened':
    case 'shift.closed':
    case 'staff.signedIn':
    case 'payment.requested':
    case 'payment.resolved':
    case 'line.voided':
    case 'basket.voided':
      return order;
    default:
      return assertNever(operation);
  }
};

/** The lines an operation writes into the stock ledger. */
export const movementsOf = (operation: Operation): Movement[] => {
  const { storeId } = operation;
  switch (operation.type) {
    case 'sale.completed':
      return saleMovements(operation.payload.lines, storeId);
    case 'return.completed':
      return returnMovements(operation.payload.lines, storeId);
    case 'pickup.handedOver':
      return handOverMovements(operation.payload.lines, storeId);
    case 'stock.adjusted':
      return movementsIn(operation.payload.lines, 'adjustment', storeId);
    case 'stock.received':
      return movementsIn(operation.payload.lines, 'goods_receipt', storeId);
    case 'pickup.prepared':
    case 'shift.opened':
    case 'shift.closed':
    case 'staff.signedIn':
    case 'payment.requested':
    case 'payment.resolved':
    case 'line.voided':
    case 'basket.voided':
      return [];
    default:
      return assertNever(operation);
  }
};

/** Reserved goods that an operation takes off its store's reservations by handing them over. */
export const releasesOf = (
  operation: Operation,
): readonly { readonly sku: string; readonly quantity: Quantity }[] =>
  operation.type === 'pickup.handedOver'
    ? operation.payload.lines.filter(({ kind }) => kind === 'goods')
    : [];
