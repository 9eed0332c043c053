import { add, type Minor, ZERO } from '#shared/kernel/money.ts';
import type { FiscalRecord } from '../fiscal/schema.ts';
import type { Payment, Refund } from '../payment/schema.ts';
import type { Assignment, HandedOverLine, Pickup, PickupLine } from '../pickup/schema.ts';
import type { EarnedPoints, KnownPoints, PickupPoints } from '../points/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import type { Return } from '../return/schema.ts';
import type { Sale } from '../sale/schema.ts';
import { byOperation, byTime, derive } from './derive.ts';
import { withPayments, withRefunds } from './known-money.ts';
import type { Order, OrderReturn, Removal, RemovalReason, Rest } from './schema.ts';

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

/** What a channel or head office did to an order; its id tells it apart from the same act said twice. */
export type Act = { readonly actId: string; readonly at: string };

const later = (left: string, right: string): string => (left > right ? left : right);

const earlier = (left: string | null, right: string): string =>
  left === null || right < left ? right : left;

const touch = (order: Order, { journalId, seq, at }: Fact): Order => ({
  ...derive(order),
  updatedAt: later(order.updatedAt, at),
  seen: { ...order.seen, [journalId]: Math.max(order.seen[journalId] ?? 0, seq) },
});

const touchAt = (order: Order, at: string): Order => ({
  ...derive(order),
  updatedAt: later(order.updatedAt, at),
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
  formerLines: [],
  removals: [],
  totals: { gross: ZERO, discount: ZERO, tax: ZERO, total: ZERO, rounding: ZERO },
  payments: [],
  refunds: [],
  returns: [],
  pickup: null,
  canceledAt: null,
  seen: {},
});

/** The sale itself; facts that arrived before it are kept, and an order that is known stays what it is. */
export const applySale = (order: Order | null, sale: Sale, fact: Fact): Order => {
  if (order !== null && !order.provisional)
    return touch({ ...order, payments: withPayments(order.payments, sale.payments) }, fact);
  const before = order ?? provisionalOrder(sale.orderId, sale.currency, fact);
  const {
    number,
    currency,
    taxInclusive,
    lines,
    totals,
    customerId,
    note,
    points,
    buyerTaxNumber,
  } = sale;
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
      payments: withPayments(before.payments, sale.payments),
      ...(points === undefined ? {} : { points }),
      ...(note === undefined ? {} : { note }),
      ...(buyerTaxNumber === undefined ? {} : { buyerTaxNumber }),
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
    lines: returned.lines.flatMap(({ orderLineId, quantity, total, serial }) =>
      orderLineId === null
        ? []
        : [{ lineId: orderLineId, quantity, total, ...(serial === undefined ? {} : { serial }) }],
    ),
    total: returned.total,
    rounding: returned.rounding,
    ...(returned.points && { pointsTakenBack: returned.points.takenBack }),
  };
  const returns = [...order.returns, record].toSorted(byOperation);
  return touch({ ...order, returns, refunds: withRefunds(order.refunds, returned.refunds) }, fact);
};

/** Before every act: whoever knows the order knows better. */
const NOT_KNOWN = '1970-01-01T00:00:00.000Z';

const emptyPickup = ({ at, storeId }: Fact): Pickup => ({
  state: 'reserved',
  placedAt: at,
  acceptedAt: null,
  readyAt: null,
  pickedUpAt: null,
  expiresAt: NOT_KNOWN,
  shelf: null,
  assignment: { storeId, at: NOT_KNOWN, actId: '0' },
  moves: [],
  shipment: null,
  picks: [],
  preparations: [],
  handOvers: [],
  failedAt: null,
  putBacks: [],
});

/** A document of the order has its number. */
export const applyRegistration = (
  order: Order,
  { documentId, operationId, kind, number, sign, code, mode }: Omit<FiscalRecord, 'at'>,
  fact: Fact,
): Order => {
  const known = order.fiscal ?? [];
  if (known.some((record) => record.documentId === documentId)) return touch(order, fact);
  const record: FiscalRecord = {
    documentId,
    operationId,
    kind,
    at: fact.at,
    number,
    sign,
    code,
    mode,
  };
  const fiscal = [...known, record].toSorted((one, other) =>
    one.documentId < other.documentId ? -1 : 1,
  );
  return touch({ ...order, fiscal }, fact);
};

/** What changes a pickup; a counter sale has none, and only the fact is noted. */
const onPickup = (order: Order, fact: Fact, change: (pickup: Pickup) => Partial<Order>): Order => {
  const pickup = order.pickup ?? (order.provisional ? emptyPickup(fact) : null);
  return touch(pickup === null ? order : { ...order, pickup, ...change(pickup) }, fact);
};

const withOperation = <Entry extends { readonly operationId: string }>(
  entries: readonly Entry[],
  entry: Entry,
): Entry[] =>
  entries.some(({ operationId }) => operationId === entry.operationId)
    ? [...entries]
    : [...entries, entry].toSorted(byOperation);

/** Lines were found on the shelves, so much of each: the latest word on a line counts. */
export const applyPicks = (
  order: Order,
  lines: readonly Pick<PickupLine, 'lineId' | 'quantity'>[],
  fact: Fact,
): Order =>
  onPickup(order, fact, (pickup) => {
    const byLine = new Map(pickup.picks.map((pick) => [pick.lineId, pick]));
    for (const { lineId, quantity } of lines) {
      const before = byLine.get(lineId);
      const isNewer =
        !before || fact.at > before.at || (fact.at === before.at && quantity > before.quantity);
      if (isNewer) byLine.set(lineId, { lineId, at: fact.at, quantity });
    }
    const picks = [...byLine.values()].toSorted((one, other) =>
      one.lineId < other.lineId ? -1 : 1,
    );
    return { pickup: { ...pickup, picks } };
  });

/** Goods stand ready; a pickup that went further keeps its state. */
export const applyPreparation = (
  order: Order,
  { shelf, lineIds }: { readonly shelf: string; readonly lineIds: string[] },
  fact: Fact,
): Order =>
  onPickup(order, fact, (pickup) => {
    const { operationId, at, storeId } = fact;
    const preparation = { operationId, at, storeId, shelf, lineIds };
    return {
      pickup: { ...pickup, preparations: withOperation(pickup.preparations, preparation) },
    };
  });

/** What is left by the later word; of two as of the same moment by the one that promises less. */
const laterKnown = (left: KnownPoints | null, right: KnownPoints | null): KnownPoints | null => {
  if (left === null || right === null) return left ?? right;
  if (left.at === right.at) return left.balance < right.balance ? left : right;
  return left.at > right.at ? left : right;
};

/** What was earned and spent with goods or money of a web order, and by whom. */
const withPoints = (order: Order, points: PickupPoints | undefined): Order => {
  if (points === undefined) return order;
  const { customerId: accountId, earned, spent, known } = points;
  const before = order.points ?? { earned: 0, spent: 0, known: null };
  return {
    ...order,
    customer: { ...(order.customer ?? { customerId: null, name: '', phone: '' }), accountId },
    points: {
      earned: before.earned + earned,
      spent: before.spent + spent,
      known: laterKnown(before.known, known),
    },
  };
};

/** Goods left the store. Doing so twice is recorded twice: what happened is never refused. */
export const applyHandOver = (
  order: Order,
  handedOver: {
    readonly lines: HandedOverLine[];
    readonly payments: Payment[];
    readonly rounding: Minor;
    readonly points?: PickupPoints | undefined;
  },
  fact: Fact,
): Order => {
  const { operationId, at, storeId, tillId, staffId } = fact;
  if (order.pickup?.handOvers.some((known) => known.operationId === operationId)) return order;
  const { lines, payments, rounding, points } = handedOver;
  const pickup = order.pickup ?? emptyPickup(fact);
  const handOver = { operationId, at, storeId, tillId, staffId, lines };
  return touch(
    {
      ...withPoints(order, points),
      totals: { ...order.totals, rounding: add(order.totals.rounding, rounding) },
      payments: withPayments(order.payments, payments),
      pickup: { ...pickup, handOvers: [...pickup.handOvers, handOver].toSorted(byOperation) },
    },
    fact,
  );
};

/** Lines that are not wanted any more and lines that take their place. */
export type Amendment = {
  readonly reason: RemovalReason;
  readonly removed: readonly { readonly lineId: string; readonly rest?: Rest | undefined }[];
  readonly added: readonly PricedLine[];
};

const amended = (order: Order, { reason, removed, added }: Amendment, act: Act): Order => {
  const { actId, at } = act;
  if (order.removals.some((removal) => removal.actId === actId)) return order;
  const known = new Set([...order.lines, ...order.formerLines].map(({ id }) => id));
  const more = removed.map(({ lineId, rest }): Removal => ({
    lineId,
    actId,
    at,
    reason,
    ...(rest ? { rest } : {}),
  }));
  const removals = [...order.removals, ...more].toSorted((one, other) =>
    byTime(
      { at: one.at, id: one.actId + one.lineId },
      { at: other.at, id: other.actId + other.lineId },
    ),
  );
  const lines = [...order.lines, ...added.filter(({ id }) => !known.has(id))];
  return { ...order, lines, removals };
};

/** A till found fewer, others, or none of the goods, or the customer refused them at the counter. */
export const applyAmendment = (
  order: Order,
  {
    refunds,
    points,
    ...amendment
  }: Amendment & {
    readonly refunds: readonly Refund[];
    readonly points?: EarnedPoints | undefined;
  },
  fact: Fact,
): Order =>
  onPickup(order, fact, (pickup) => {
    const act = { actId: fact.operationId, at: fact.at };
    const isKnown = order.removals.some(({ actId }) => actId === fact.operationId);
    const told = points && !isKnown ? { ...points, spent: 0, known: null } : undefined;
    return {
      ...withPoints(amended({ ...order, pickup }, amendment, act), told),
      refunds: withRefunds(order.refunds, refunds),
    };
  });

/** The order is paid, or part of it, while its goods stay where they are. */
export const applyOrderPayment = (
  order: Order,
  {
    payments,
    rounding,
    points,
  }: {
    readonly payments: readonly Payment[];
    readonly rounding: Minor;
    readonly points?: PickupPoints | undefined;
  },
  fact: Fact,
): Order => {
  const known = new Set(order.payments.map(({ id }) => id));
  if (payments.every(({ id }) => known.has(id))) return touch(order, fact);
  return touch(
    {
      ...withPoints(order, points),
      totals: { ...order.totals, rounding: add(order.totals.rounding, rounding) },
      payments: withPayments(order.payments, payments),
    },
    fact,
  );
};

/** A person gave the order up at a till: the customer cancelled it there, or it came to nothing. */
export const applyClosing = (
  order: Order,
  { how, refunds }: { readonly how: 'canceled' | 'failed'; readonly refunds: readonly Refund[] },
  fact: Fact,
): Order =>
  onPickup(order, fact, (pickup) => ({
    refunds: withRefunds(order.refunds, refunds),
    ...(how === 'canceled'
      ? { canceledAt: earlier(order.canceledAt, fact.at) }
      : { pickup: { ...pickup, failedAt: earlier(pickup.failedAt, fact.at) } }),
  }));

/** The goods are kept longer; of several dates the latest counts. */
export const applyExtension = (order: Order, expiresAt: string, fact: Fact): Order =>
  onPickup(order, fact, (pickup) => ({
    pickup: { ...pickup, expiresAt: later(pickup.expiresAt, expiresAt) },
  }));

const latest = (left: Assignment, right: Assignment): Assignment =>
  byTime({ at: left.at, id: left.actId }, { at: right.at, id: right.actId }) < 0 ? right : left;

const assigned = (pickup: Pickup, assignment: Assignment): Pickup =>
  pickup.moves.includes(assignment.actId)
    ? pickup
    : {
        ...pickup,
        assignment: latest(pickup.assignment, assignment),
        moves: [...pickup.moves, assignment.actId].toSorted(),
      };

/** The order is collected in another store; its goods come from there or travel there. */
export const applyTransfer = (
  order: Order,
  { toStoreId, isShipped }: { readonly toStoreId: string; readonly isShipped: boolean },
  fact: Fact,
): Order =>
  onPickup(order, fact, (pickup) => ({
    pickup: {
      ...assigned(pickup, { storeId: toStoreId, at: fact.at, actId: fact.operationId }),
      shipment: isShipped ? (pickup.shipment ?? { arrivedAt: null }) : pickup.shipment,
    },
  }));

export const applyArrival = (order: Order, fact: Fact): Order =>
  onPickup(order, fact, (pickup) => ({
    pickup: {
      ...pickup,
      shipment: { arrivedAt: earlier(pickup.shipment?.arrivedAt ?? null, fact.at) },
    },
  }));

export const applyPutBack = (order: Order, fact: Fact): Order =>
  onPickup(order, fact, (pickup) => {
    const { operationId, storeId, at } = fact;
    return {
      pickup: { ...pickup, putBacks: withOperation(pickup.putBacks, { operationId, storeId, at }) },
    };
  });

/** Its receipt was printed once more. */
export const applyReprint = (order: Order, fact: Fact): Order => {
  const { operationId, at } = fact;
  return touch(
    { ...order, reprints: withOperation(order.reprints ?? [], { operationId, at }) },
    fact,
  );
};

/** The channel or the customer gave the order up; a hand-over that happened stays what it is. */
export const applyCancellation = (order: Order, { at }: Act): Order =>
  touchAt({ ...order, canceledAt: earlier(order.canceledAt, at) }, at);

/** The channel keeps the order no longer. */
export const applyExpiry = (order: Order, { at }: Act): Order => {
  const { pickup } = order;
  if (pickup === null) return order;
  return touchAt({ ...order, pickup: { ...pickup, failedAt: earlier(pickup.failedAt, at) } }, at);
};

/** The customer changed the order where it was placed. */
export const applyEdit = (order: Order, amendment: Omit<Amendment, 'reason'>, act: Act): Order =>
  touchAt(amended(order, { ...amendment, reason: 'edited' }, act), act.at);

export const applyMove = (order: Order, storeId: string, { at, actId }: Act): Order => {
  const { pickup } = order;
  if (pickup === null) return order;
  return touchAt({ ...order, pickup: assigned(pickup, { storeId, at, actId }) }, at);
};

export const applyChannelPayment = (order: Order, payment: Payment): Order =>
  touchAt({ ...order, payments: withPayments(order.payments, [payment]) }, payment.at);

/** The channel's provider gave money back, or says what became of a refund that it was asked for (rule R16). */
export const applyChannelRefund = (order: Order, refund: Refund): Order =>
  touchAt({ ...order, refunds: withRefunds(order.refunds, [refund]) }, refund.at);
