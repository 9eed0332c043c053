import { add, type Minor, minor } from '#shared/kernel/money.ts';
import {
  allLinesOf,
  handedOverByLine,
  handedOverOf,
  hasCounterMoney,
  isKept,
  owedOf,
  paidBy,
  paidOf,
  refundDueOf,
  refundedOf,
  returnedByLine,
  unpaidGoodsOf,
} from '../order/balance.ts';
import { isDifferent, storesOfDelivery } from '../delivery/difference.ts';
import type { Delivery } from '../delivery/schema.ts';
import type { Order } from '../order/schema.ts';
import { isStoredValue } from '../payment/schema.ts';
import { compareSerials } from '../return/serials.ts';
import { returnedNow } from '../order/returned-now.ts';
import { storesOfOrder } from '../order/stores-of-order.ts';
import { type StockLevel, stockLevelId } from '../stock/schema.ts';
import { CONSEQUENCES } from './consequences.ts';
import type { Contradiction, ExceptionKind } from './schema.ts';

/** Kinds that are worked out again whenever an order changes. */
export const ORDER_KINDS = [
  'handed_over_twice',
  'collected_after_cancellation',
  'collected_after_expiry',
  'collected_after_edit',
  'collected_elsewhere',
  'edited_twice',
  'over_refund',
  'other_serial',
  'overpaid',
  'unpaid_collected',
  'unknown_order',
] as const satisfies readonly ExceptionKind[];

/** Kinds that are worked out again whenever a level changes. */
export const STOCK_KINDS = [
  'below_zero',
  'oversold',
  'count_uncertain',
] as const satisfies readonly ExceptionKind[];

type StockKind = (typeof STOCK_KINDS)[number];
type OrderKind = (typeof ORDER_KINDS)[number];

export const exceptionId = (kind: ExceptionKind, subjectId: string): string =>
  `${kind}:${subjectId}`;

const isMoreThanOrdered = (order: Order, byLine: ReadonlyMap<string, number>): boolean =>
  allLinesOf(order).some(({ id, quantity }) => (byLine.get(id) ?? 0) > quantity);

const handOversOf = ({ pickup }: Order) => pickup?.handOvers ?? [];

const isRemovedTwice = ({ removals }: Order): boolean =>
  new Set(removals.map(({ lineId }) => lineId)).size < removals.length;

/** Money that came in at a counter and is not owed any more: what a provider took it gives back by itself (R16). */
const hasMoneyOfACustomer = (order: Order): boolean =>
  refundDueOf(order) > 0 && hasCounterMoney(order);

/**
 * What tenders got back beyond what they paid (rule R14), though the whole may cover it: tills that were cut off from each other each
 * gave to the same card. Cash and stored value may stand in for another tender; a machine or a provider never does.
 */
const aboveTendersOf = (order: Order): Minor =>
  add(
    ...[...new Set(order.refunds.map(({ tender }) => tender))]
      .filter((tender) => tender !== 'cash' && !isStoredValue(tender))
      .map((tender) => minor(Math.max(0, 0 - paidBy(order, tender)))),
  );

const isTrue: Record<OrderKind, (order: Order) => boolean> = {
  handed_over_twice: (order) => isMoreThanOrdered(order, handedOverByLine(order)),
  collected_after_cancellation: (order) =>
    order.canceledAt !== null && handOversOf(order).length > 0,
  collected_after_expiry: (order) =>
    order.canceledAt === null && !isKept(order) && handOversOf(order).length > 0,
  collected_after_edit: (order) => order.formerLines.some(({ id }) => handedOverOf(order, id) > 0),
  collected_elsewhere: (order) =>
    handOversOf(order).some(({ storeId }) => storeId !== order.storeId),
  edited_twice: isRemovedTwice,
  over_refund: (order) =>
    refundedOf(order) > paidOf(order) ||
    isMoreThanOrdered(order, returnedByLine(order)) ||
    aboveTendersOf(order) > 0,
  other_serial: (order) =>
    compareSerials(
      order,
      order.returns.flatMap(({ lines }) => lines),
    ).other.length > 0,
  overpaid: hasMoneyOfACustomer,
  unpaid_collected: (order) => order.pickup !== null && unpaidGoodsOf(order) > 0,
  unknown_order: () => false,
};

/** What returns gave for more of a line than the customer ever had. */
const returnedTwiceValue = (order: Order): Minor => {
  const returned = returnedByLine(order);
  const given = returnedNow(order).flatMap(({ lines }) => lines);
  return add(
    ...allLinesOf(order)
      .filter(({ id, quantity }) => (returned.get(id) ?? 0) > quantity)
      .map(({ id, total }) => {
        const all = add(...given.filter(({ lineId }) => lineId === id).map((one) => one.total));
        return minor(Math.max(0, all - total));
      }),
  );
};

/** Minor units that are at stake; null = no money is. */
const amountOf: Partial<Record<OrderKind, (order: Order) => Minor>> = {
  overpaid: refundDueOf,
  unpaid_collected: unpaidGoodsOf,
  collected_after_cancellation: owedOf,
  collected_after_expiry: owedOf,
  // The rest of a receipt may cover what one of its lines was given back twice.
  over_refund: (order) =>
    minor(
      Math.max(returnedTwiceValue(order), refundedOf(order) - paidOf(order), aboveTendersOf(order)),
    ),
};

/** The facts that met: operations by their id, and what a channel did as a pointer into the order. */
const factsOf = (order: Order): string[] => [
  ...handOversOf(order).map(({ operationId }) => operationId),
  ...order.returns.map(({ operationId }) => operationId),
  ...order.removals.map(({ actId }) => actId),
  ...(order.canceledAt === null ? [] : [`${order.id}/canceledAt`]),
  ...(order.pickup?.failedAt ? [`${order.id}/failedAt`] : []),
];

const ofOrder = (order: Order, kind: OrderKind): Contradiction => ({
  id: exceptionId(kind, order.id),
  kind,
  storeId: order.storeId,
  otherStoreIds: storesOfOrder(order).filter((storeId) => storeId !== order.storeId),
  subject: { type: 'order', id: order.id },
  evidence: [...new Set(factsOf(order))],
  amount: amountOf[kind]?.(order) ?? null,
  owner: CONSEQUENCES[kind].owner,
});

/**
 * Everything contradictory about an order: a pure function of the facts it holds (rule S5). Of an order that is
 * known only from facts about it nothing else can be judged yet.
 */
export const contradictionsOfOrder = (order: Order): Contradiction[] =>
  order.provisional
    ? [ofOrder(order, 'unknown_order')]
    : ORDER_KINDS.filter((kind) => isTrue[kind](order)).map((kind) => ofOrder(order, kind));

const kindsOfStock = ({ onHand, reserved, uncertain = [] }: StockLevel): StockKind[] => [
  ...(onHand < 0 ? (['below_zero'] as const) : []),
  ...(onHand >= 0 && reserved > onHand ? (['oversold'] as const) : []),
  ...(uncertain.length > 0 ? (['count_uncertain'] as const) : []),
];

/**
 * Sold below zero, or promised more than there is: the books say that goods left which were not there. Or goods moved
 * while they were counted, so that nobody knows what the count contains (rule S4).
 */
export const contradictionsOfStock = (level: StockLevel): Contradiction[] => {
  const { storeId, sku, count, uncertain = [] } = level;
  const id = stockLevelId(storeId, sku);
  const facts = count === undefined ? uncertain : [count.operationId, ...uncertain];
  return kindsOfStock(level).map((kind) => ({
    id: exceptionId(kind, id),
    kind,
    storeId,
    otherStoreIds: [],
    subject: { type: 'stock', id },
    evidence: kind === 'count_uncertain' ? facts : [],
    amount: null,
    owner: CONSEQUENCES[kind].owner,
  }));
};

/** What came is not what was sent; both stores of a transfer see it. */
export const contradictionsOfDelivery = (delivery: Delivery): Contradiction[] => {
  const { id, toStoreId: storeId, sentBy, receipts } = delivery;
  if (!isDifferent(delivery)) return [];
  const kind = 'delivery_differs';
  return [
    {
      id: exceptionId(kind, id),
      kind,
      storeId,
      otherStoreIds: storesOfDelivery(delivery).filter((other) => other !== storeId),
      subject: { type: 'delivery', id },
      evidence: [
        ...(sentBy === null ? [] : [sentBy]),
        ...receipts.map(({ operationId }) => operationId),
      ],
      amount: null,
      owner: CONSEQUENCES[kind].owner,
    },
  ];
};
