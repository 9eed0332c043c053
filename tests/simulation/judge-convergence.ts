import { applyChannelAct } from '#shared/domain/order/channel-act.ts';
import { placeOrder } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { applyToOrder, orderIdsOf } from '#shared/operations/effects.ts';
import type { Facts } from './facts.ts';
import type { Happened } from './judge-money.ts';
import type { Random } from './random.ts';
import type { WebOrder } from './web-shop.ts';
import { demand } from './witness.ts';

/** What does not follow from the facts alone: of an order known from facts alone, which of them was heard of first. */
const timeless = (order: Order) => ({
  ...order,
  seen: null,
  ...(order.provisional
    ? {
        placedAt: null,
        storeId: null,
        pickup: order.pickup && { ...order.pickup, placedAt: null, assignment: null },
      }
    : {}),
});

/** One fact about orders; `isKnown` = it is refused of an order that has not been placed. */
type Step = {
  readonly orderIds: readonly string[];
  readonly isKnown: boolean;
  readonly apply: (order: Order | null, id: string) => Order | null;
};

const stepsOf = ({ operations, placements, channel }: Happened): Step[] => [
  ...operations.map((operation) => ({
    orderIds: orderIdsOf(operation),
    isKnown: false,
    apply: (order: Order | null, id: string) => applyToOrder(order, operation, id),
  })),
  ...placements.map((placement) => ({
    orderIds: [placement.id],
    isKnown: false,
    apply: (order: Order | null) => placeOrder(order, placement),
  })),
  ...channel.map(({ orderId, act, actId, at }) => ({
    orderIds: [orderId],
    isKnown: true,
    apply: (order: Order | null) => order && applyChannelAct(order, act, { actId, at }),
  })),
];

const shuffled = (steps: readonly Step[], random: Random): Step[] =>
  steps
    .map((step) => ({ step, place: random.next() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ step }) => step);

/** The orders that these facts make, heard of in this order. */
const replay = (steps: readonly Step[]): ReadonlyMap<string, Order> => {
  const orders = new Map<string, Order>();
  const put = ({ apply, orderIds }: Step): void => {
    for (const id of orderIds) {
      const order = apply(orders.get(id) ?? null, id);
      if (order) orders.set(id, order);
    }
  };
  // The channel says again what was refused, until its order is there.
  const refused: Step[] = [];
  for (const step of steps) {
    const isRefused =
      step.isKnown && step.orderIds.some((id) => orders.get(id)?.provisional !== false);
    if (isRefused) refused.push(step);
    else put(step);
  }
  for (const step of refused) put(step);
  return orders;
};

/** What a channel asked for or reported was done, unless it was told that it is too late. */
const judgeChannel = (
  { channel }: Happened,
  orders: readonly Order[],
  webOrders: readonly WebOrder[],
) => {
  const done = new Set(channel.map(({ actId }) => actId));
  for (const { placement, tellings } of webOrders) {
    const order = orders.find(({ id }) => id === placement.id);
    demand(
      order !== undefined && !order.provisional,
      'S5',
      () => `web order ${placement.id} is not there`,
    );
    for (const { actId, act, isClosed, isDone } of tellings)
      demand(
        isClosed || isDone || done.has(actId),
        'S5',
        () => `${act.type} ${actId} of ${placement.id} was neither done nor refused`,
      );
  }
};

/** S5: an order is what its facts make of it, in whatever order they arrived. */
export const judgeConvergence = (
  facts: Facts,
  happened: Happened,
  webOrders: readonly WebOrder[],
  random: Random,
): void => {
  const orders = facts.documents('orders').map(({ document }) => document);
  const steps = stepsOf(happened);
  for (let round = 0; round < 3; round += 1) {
    const due = replay(shuffled(steps, random));
    for (const order of orders) {
      const expected = due.get(order.id) ?? null;
      demand(
        expected !== null && canonicalJson(timeless(expected)) === canonicalJson(timeless(order)),
        'S5',
        () =>
          `order ${order.id} is\n${canonicalJson(order)}\nits facts make\n${canonicalJson(expected)}`,
      );
    }
  }
  judgeChannel(happened, orders, webOrders);
};
