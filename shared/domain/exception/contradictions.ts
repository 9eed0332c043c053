import { handedOverByLine, owedOf, paidOf, refundedOf, returnedByLine } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import { type StockLevel, stockLevelId } from '../stock/schema.ts';
import type { Contradiction, ExceptionKind } from './schema.ts';

/** Kinds that are worked out again whenever an order changes. */
export const ORDER_KINDS = [
  'handed_over_twice',
  'collected_after_cancellation',
  'over_refund',
  'over_return',
  'overpaid',
  'unknown_order',
] as const satisfies readonly ExceptionKind[];

type OrderKind = (typeof ORDER_KINDS)[number];

export const exceptionId = (kind: ExceptionKind, subjectId: string): string =>
  `${kind}:${subjectId}`;

const isMoreThanOrdered = (order: Order, byLine: ReadonlyMap<string, number>): boolean =>
  order.lines.some(({ id, quantity }) => (byLine.get(id) ?? 0) > quantity);

const isTrue: Record<OrderKind, (order: Order) => boolean> = {
  handed_over_twice: (order) => isMoreThanOrdered(order, handedOverByLine(order)),
  collected_after_cancellation: (order) =>
    order.canceledAt !== null && (order.pickup?.handOvers.length ?? 0) > 0,
  over_refund: (order) => refundedOf(order) > paidOf(order),
  over_return: (order) => isMoreThanOrdered(order, returnedByLine(order)),
  overpaid: (order) => paidOf(order) > owedOf(order),
  unknown_order: () => false,
};

const factsOf = (order: Order): string[] => [
  ...(order.pickup?.handOvers ?? []).map(({ operationId }) => operationId),
  ...order.returns.map(({ operationId }) => operationId),
];

const ofOrder = (order: Order, kind: OrderKind): Contradiction => ({
  id: exceptionId(kind, order.id),
  kind,
  storeId: order.storeId,
  subject: { type: 'order', id: order.id },
  evidence: factsOf(order),
  owner: 'store_manager',
});

/**
 * Everything contradictory about an order: a pure function of the facts it holds (rule S5). Of an order that is
 * known only from facts about it nothing else can be judged yet.
 */
export const contradictionsOfOrder = (order: Order): Contradiction[] =>
  order.provisional
    ? [ofOrder(order, 'unknown_order')]
    : ORDER_KINDS.filter((kind) => isTrue[kind](order)).map((kind) => ofOrder(order, kind));

/** Money that a till could not complete an operation with; `operationId` is the one that says so (rule J3). */
export const paymentWithoutSale = (
  paymentId: string,
  { storeId, operationId }: { readonly storeId: string; readonly operationId: string },
): Contradiction => ({
  id: exceptionId('payment_without_sale', paymentId),
  kind: 'payment_without_sale',
  storeId,
  subject: { type: 'operation', id: operationId },
  evidence: [operationId],
  owner: 'store_manager',
});

/** Sold below zero: the books say that goods left which were not there. */
export const contradictionsOfStock = ({ storeId, sku, onHand }: StockLevel): Contradiction[] => {
  if (onHand >= 0) return [];
  const kind = 'below_zero';
  const id = stockLevelId(storeId, sku);
  const subject = { type: 'stock' as const, id };
  return [
    { id: exceptionId(kind, id), kind, storeId, subject, evidence: [], owner: 'store_manager' },
  ];
};
