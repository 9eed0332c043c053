import type { Payment, Refund } from '#shared/domain/payment/schema.ts';
import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import type { Placement } from '#shared/domain/order/place.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { ChannelFact } from './channel-log.ts';
import { demandSame } from './demand-same.ts';
import type { Facts } from './facts.ts';
import { demand } from './witness.ts';

/** Everything that happened, as far as the server holds it. */
export type Happened = {
  readonly operations: readonly Operation[];
  readonly placements: readonly Placement[];
  readonly channel: readonly ChannelFact[];
};

type Money = Pick<Payment, 'id' | 'tender' | 'amount'>;

/** What an operation says of money, of which order: what came in and what went out. */
type Told = {
  readonly orderId: string | null;
  readonly payments: readonly Money[];
  readonly refunds: readonly Refund[];
};

const toldBy = ({ type, payload }: Operation): Told[] => {
  switch (type) {
    case 'sale.completed':
    case 'pickup.handedOver':
    case 'order.paid':
      return [{ orderId: payload.orderId, payments: payload.payments, refunds: [] }];
    case 'return.completed':
    case 'order.amended':
    case 'order.canceled':
    case 'pickup.rejected':
      return [{ orderId: payload.orderId, payments: [], refunds: payload.refunds }];
    case 'exchange.completed': {
      const { returned, sold } = payload;
      return [
        { orderId: returned.orderId, payments: [], refunds: returned.refunds },
        { orderId: sold.orderId, payments: sold.payments, refunds: [] },
      ];
    }
    default:
      return [];
  }
};

/** Of an exchange, what paid itself: no money moved for it (rule R8). */
const offSetIn = (operation: Operation): ReadonlySet<string> =>
  new Set(
    operation.type === 'exchange.completed'
      ? operation.payload.setOff.flatMap(({ refundId, paymentId }) => [refundId, paymentId])
      : [],
  );

type Row = {
  readonly operationId: string;
  readonly lineId: string;
  readonly orderId: string | null;
  readonly tender: string;
  readonly amount: number;
};

const rowsOf = (operationId: string, { orderId, payments, refunds }: Told): Row[] => [
  ...payments.map(({ id: lineId, tender, amount }) => ({
    operationId,
    lineId,
    orderId,
    tender,
    amount: Number(amount),
  })),
  ...refunds.map(({ id: lineId, tender, amount }) => ({
    operationId,
    lineId,
    orderId,
    tender,
    amount: 0 - amount,
  })),
];

/** What moved at the channel's provider; what a till asked it to give back is the till's operation already. */
const channelRows = ({ operations, channel, placements }: Happened): Row[] => {
  const asked = new Set(
    operations.flatMap((operation) =>
      toldBy(operation).flatMap(({ refunds }) => refunds.map(({ id }) => id)),
    ),
  );
  const ofActs = channel.flatMap(({ orderId, act }): Row[] => {
    if (act.type === 'pay')
      return rowsOf(orderId, { orderId, payments: [act.payment], refunds: [] });
    if (act.type !== 'refund' || asked.has(act.refund.id)) return [];
    asked.add(act.refund.id);
    return rowsOf(orderId, { orderId, payments: [], refunds: [act.refund] });
  });
  const ofPlacements = placements.flatMap(({ id, payments }) =>
    rowsOf(id, { orderId: id, payments, refunds: [] }),
  );
  return [...ofPlacements, ...ofActs];
};

const tillRows = (operations: readonly Operation[]): Row[] =>
  operations.flatMap((operation) => {
    const offSet = offSetIn(operation);
    return toldBy(operation)
      .flatMap((told) => rowsOf(operation.id, told))
      .filter(({ lineId }) => !offSet.has(lineId));
  });

const addTo = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/** R2: by tender, what orders say they took and gave back is what the ledger says moved. */
const judgeTenders = (facts: Facts, { operations }: Happened): void => {
  const sums = new Map<string, number>();
  for (const { tender, amount } of facts.money) addTo(sums, tender, amount);
  for (const { document } of facts.documents('orders')) {
    for (const { tender, amount } of document.payments) addTo(sums, tender, 0 - amount);
    for (const { tender, amount } of document.refunds) addTo(sums, tender, Number(amount));
  }
  // Goods without a receipt are of no order.
  for (const { orderId, refunds } of operations.flatMap(toldBy))
    if (orderId === null)
      for (const { tender, amount } of refunds) addTo(sums, tender, Number(amount));
  for (const [tender, sum] of sums)
    demand(sum === 0, 'R2', () => `${tender}: the ledger has ${sum} more than the orders`);
};

type Balance = { paid: number; refunded: number };

/** R14: more is given back than was paid only where an exception says so. */
const judgeRefunds = (facts: Facts, { operations, placements, channel }: Happened): void => {
  const balances = new Map<string, Balance>();
  const known = new Set<string>();
  const note = (orderId: string, { payments, refunds }: Omit<Told, 'orderId'>): void => {
    const balance = balances.get(orderId) ?? { paid: 0, refunded: 0 };
    for (const { amount } of payments) balance.paid += amount;
    for (const { id, amount } of refunds) {
      if (!known.has(id)) balance.refunded += amount;
      known.add(id);
    }
    balances.set(orderId, balance);
  };
  for (const told of operations.flatMap(toldBy))
    if (told.orderId !== null) note(told.orderId, told);
  for (const { id, payments } of placements) note(id, { payments, refunds: [] });
  for (const { orderId, act } of channel) {
    if (act.type === 'pay') note(orderId, { payments: [act.payment], refunds: [] });
    if (act.type === 'refund') note(orderId, { payments: [], refunds: [act.refund] });
  }
  const told = new Set(
    facts
      .documents('exceptions')
      .map(({ document }) => document)
      .filter(({ state, resolution }) => state === 'open' || resolution !== null)
      .map(({ id }) => id),
  );
  for (const [orderId, { paid, refunded }] of balances)
    demand(
      refunded <= paid ||
        told.has(exceptionId('over_refund', orderId)) ||
        told.has(exceptionId('unknown_order', orderId)),
      'R14',
      () => `of order ${orderId} ${paid} was paid and ${refunded} given back, and nobody is told`,
    );
};

/** The ledger of money has a line for whatever moved, and none besides. */
export const judgeMoney = (facts: Facts, happened: Happened): void => {
  demandSame(
    'P1',
    'money',
    facts.money.map(({ operationId, lineId, orderId, tender, amount }) => ({
      operationId,
      lineId,
      orderId,
      tender,
      amount,
    })),
    [...tillRows(happened.operations), ...channelRows(happened)],
  );
  judgeTenders(facts, happened);
  judgeRefunds(facts, happened);
};
