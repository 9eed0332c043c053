import { add, type Minor, ZERO } from '#shared/kernel/money.ts';
import type { Payment } from '../payment/schema.ts';
import type { Pickup, PickupLine, PickupState } from '../pickup/schema.ts';
import type { Return } from '../return/schema.ts';
import type { Sale } from '../sale/schema.ts';
import type { Order, OrderReturn } from './schema.ts';

/** Which fact changes an order: its operation and who made it where. */
export type Fact = {
  readonly operationId: string;
  readonly journalId: string;
  readonly seq: number;
  readonly at: string;
  readonly tillId: string;
  readonly storeId: string;
  readonly staffId: string;
};

const later = (left: string, right: string): string => (left > right ? left : right);

const earlier = (left: string | null, right: string): string =>
  left === null || right < left ? right : left;

const touch = (order: Order, { journalId, seq, at }: Fact): Order => ({
  ...order,
  updatedAt: later(order.updatedAt, at),
  seen: { ...order.seen, [journalId]: Math.max(order.seen[journalId] ?? 0, seq) },
});

/** An order known only from a fact about it, until the order itself arrives (rule S5). */
export const provisionalOrder = (id: string, currency: Order['currency'], fact: Fact): Order => ({
  id,
  number: null,
  channel: 'store',
  storeId: fact.storeId,
  tillId: null,
  staffId: null,
  provisional: true,
  placedAt: fact.at,
  updatedAt: fact.at,
  customer: null,
  currency,
  taxInclusive: true,
  lines: [],
  totals: { gross: ZERO, discount: ZERO, tax: ZERO, total: ZERO, rounding: ZERO },
  payments: [],
  refunds: [],
  returns: [],
  pickup: null,
  canceledAt: null,
  seen: {},
});

/** Whichever fact arrives first, the list comes out the same; of one moment, as it was given. */
const byTime = (left: { readonly at: string }, right: { readonly at: string }): number =>
  left.at < right.at ? -1 : left.at > right.at ? 1 : 0;

const withPayments = (order: Order, payments: readonly Payment[]): Payment[] => {
  const known = new Set(order.payments.map(({ id }) => id));
  return [...order.payments, ...payments.filter(({ id }) => !known.has(id))].toSorted(byTime);
};

/** The sale itself; facts that arrived before it are kept. */
export const applySale = (order: Order | null, sale: Sale, fact: Fact): Order => {
  const before = order ?? provisionalOrder(sale.orderId, sale.currency, fact);
  const { number, currency, taxInclusive, lines, totals, customerId } = sale;
  return touch(
    {
      ...before,
      number,
      channel: 'store',
      storeId: fact.storeId,
      tillId: fact.tillId,
      staffId: fact.staffId,
      provisional: false,
      placedAt: fact.at,
      customer: customerId === null ? null : { customerId, name: '', phone: '' },
      currency,
      taxInclusive,
      lines,
      totals,
      payments: withPayments(before, sale.payments),
    },
    fact,
  );
};

/** Goods of the order came back and money was given back. */
export const applyReturn = (order: Order, returned: Return, fact: Fact): Order => {
  if (order.returns.some(({ operationId }) => operationId === fact.operationId)) return order;
  const record: OrderReturn = {
    operationId: fact.operationId,
    number: returned.number,
    at: fact.at,
    storeId: fact.storeId,
    lines: returned.lines.flatMap(({ orderLineId, quantity, total }) =>
      orderLineId === null ? [] : [{ lineId: orderLineId, quantity, total }],
    ),
    total: returned.total,
  };
  const returns = [...order.returns, record].toSorted((left, right) =>
    left.operationId < right.operationId ? -1 : 1,
  );
  const refunds = [...order.refunds, ...returned.refunds].toSorted(byTime);
  return touch({ ...order, returns, refunds }, fact);
};

const OPEN: readonly PickupState[] = ['proposed', 'reserved'];

/** The goods stand ready; a pickup that went further already keeps its state. */
export const applyPreparation = (order: Order, shelf: string, fact: Fact): Order => {
  const pickup = order.pickup ?? (order.provisional ? emptyPickup(fact) : null);
  if (pickup === null) return touch(order, fact);
  const state = OPEN.includes(pickup.state) ? 'prepared' : pickup.state;
  const readyAt = earlier(pickup.readyAt, fact.at);
  return touch({ ...order, pickup: { ...pickup, state, readyAt, shelf } }, fact);
};

/** When the last of the goods left, by the time of the acts and not of their arrival; null = some are still here. */
const pickedUpAt = (order: Order): string | null => {
  const left = new Map(order.lines.map(({ id, quantity }) => [id, Number(quantity)]));
  for (const handOver of (order.pickup?.handOvers ?? []).toSorted(byTime)) {
    for (const { lineId, quantity } of handOver.lines)
      left.set(lineId, (left.get(lineId) ?? 0) - quantity);
    if ([...left.values()].every((quantity) => quantity <= 0)) return handOver.at;
  }
  return null;
};

/** An order whose goods have all left is completed, whatever else became of it. */
export const withPickupState = (order: Order): Order => {
  const { pickup, provisional } = order;
  if (pickup === null || provisional) return order;
  const at = pickedUpAt(order);
  return at === null
    ? order
    : { ...order, pickup: { ...pickup, state: 'completed', pickedUpAt: at } };
};

/** Goods left the store. Doing so twice is recorded twice: what happened is never refused. */
export const applyHandOver = (
  order: Order,
  handedOver: {
    readonly lines: PickupLine[];
    readonly payments: Payment[];
    readonly rounding: Minor;
  },
  fact: Fact,
): Order => {
  const pickup: Pickup = order.pickup ?? emptyPickup(fact);
  if (pickup.handOvers.some(({ operationId }) => operationId === fact.operationId)) return order;
  const { operationId, at, storeId, tillId, staffId } = fact;
  const handOver = { operationId, at, storeId, tillId, staffId, lines: handedOver.lines };
  const handOvers = [...pickup.handOvers, handOver].toSorted((left, right) =>
    left.operationId < right.operationId ? -1 : 1,
  );
  const next = withPickupState({
    ...order,
    totals: { ...order.totals, rounding: add(order.totals.rounding, handedOver.rounding) },
    payments: withPayments(order, handedOver.payments),
    pickup: { ...pickup, handOvers },
  });
  return touch(next, fact);
};

const emptyPickup = ({ at }: Fact): Pickup => ({
  state: 'reserved',
  placedAt: at,
  acceptedAt: null,
  readyAt: null,
  pickedUpAt: null,
  expiresAt: at,
  shelf: null,
  handOvers: [],
});

/** The channel or the customer gave the order up; a hand-over that happened stays what it is. */
export const applyCancellation = (order: Order, at: string): Order => {
  const pickup =
    order.pickup === null || order.pickup.state === 'completed'
      ? order.pickup
      : { ...order.pickup, state: 'canceled' as const };
  return {
    ...order,
    canceledAt: earlier(order.canceledAt, at),
    updatedAt: later(order.updatedAt, at),
    pickup,
  };
};
