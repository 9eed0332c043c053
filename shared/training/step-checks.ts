import type { Payment, Tender } from '../domain/payment/schema.ts';
import { hasManualDiscount } from '../domain/pricing/manual-discounts.ts';
import type { PricedLine } from '../domain/pricing/schema.ts';
import type { Operation, OperationType } from '../operations/operation.ts';

type Of<Type extends OperationType> = Extract<Operation, { readonly type: Type }>;

type Made = { readonly all: readonly Operation[]; readonly since: readonly Operation[] };
type Check = (made: Made) => boolean;

const ofType = <Type extends OperationType>(
  operations: readonly Operation[],
  type: Type,
): Of<Type>[] => operations.filter((operation): operation is Of<Type> => operation.type === type);

/** Whether something of this type was done in the exercise, and as it says. */
const did =
  <Type extends OperationType>(
    type: Type,
    isMeant: (operation: Of<Type>, made: Made) => boolean = () => true,
  ): Check =>
  (made) =>
    ofType(made.since, type).some((operation) => isMeant(operation, made));

const paidBy = (payments: readonly Payment[], tender: Tender): boolean =>
  payments.some((payment) => payment.tender === tender);

const isOfCashOnly = (payments: readonly Payment[]): boolean =>
  payments.length > 0 && payments.every(({ tender }) => tender === 'cash');

/** Whether a shift is open now, whenever it was opened. */
export const shiftIsOpen: Check = ({ all }) =>
  all.findLast(({ type }) => type === 'shift.opened' || type === 'shift.closed')?.type ===
  'shift.opened';

export const soldTwoInCash = did(
  'sale.completed',
  ({ payload: { lines, payments } }) => lines.length > 1 && isOfCashOnly(payments),
);

export const gaveChange = did('sale.completed', ({ payload: { payments } }) =>
  payments.some(({ tender, change }) => tender === 'cash' && change > 0),
);

export const askedCard = did('payment.requested', ({ payload }) => payload.tender === 'card');

export const paidInTwo = did(
  'sale.completed',
  ({ payload: { payments } }) => paidBy(payments, 'cash') && paidBy(payments, 'card'),
);

export const askedManager = did(
  'sale.completed',
  ({ approvedBy, payload: { lines } }) => approvedBy !== null && hasManualDiscount(lines),
);

const THREE = 3000;

const severalIn = (lines: readonly PricedLine[]): readonly PricedLine[] =>
  lines.filter(({ unit, quantity }) => unit === 'piece' && quantity >= THREE);

export const soldSeveral = did(
  'sale.completed',
  ({ payload: { lines } }) => severalIn(lines).length > 0,
);

/** Not every shop has goods by weight: there, three pieces each of two products will do. */
export const soldByWeight = did(
  'sale.completed',
  ({ payload: { lines } }) =>
    lines.some(({ unit }) => unit === 'kilogram') || severalIn(lines).length > 1,
);

export const parked = did('basket.parked');

export const recalled = did('basket.recalled');

export const soldFromParked = did('sale.completed', ({ payload: { orderId } }, { since }) =>
  ofType(since, 'basket.recalled').some(({ payload }) => payload.nextOrderId === orderId),
);

export const prepared = did('pickup.prepared');

export const handedOver = did('pickup.handedOver');

export const tookBack = did('return.completed', ({ payload }) => payload.orderId !== null);

export const refundedInCash = did('return.completed', ({ payload: { refunds } }) =>
  refunds.some(({ tender }) => tender === 'cash'),
);

/** For dearer goods: the customer pays the difference. */
export const exchangedForMore = did(
  'exchange.completed',
  ({ payload: { returned, sold } }) => sold.totals.total > returned.total,
);

export const decidedWithNote = did(
  'exception.resolved',
  ({ payload }) => payload.note.trim() !== '',
);

export const movedCash = did('cash.moved');

export const closedShift = did('shift.closed');
