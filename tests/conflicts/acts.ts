import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import { takeChannelAct } from '#server/ingest/take-channel-act.ts';
import type { ChannelAct } from '#shared/domain/order/channel-act.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { afterAmendment, type Amend, decideAmendment } from '#shared/domain/pickup/amend.ts';
import { soldParts } from '#shared/domain/pickup/decide.ts';
import { proposeCounterRefunds } from '#shared/domain/pickup/refunds.ts';
import type { PickupLine } from '#shared/domain/pickup/schema.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { AT, createPushingTill } from '../contract/pushing-till.ts';
import { handedOver, line, returned, sale } from '../contract/shop.ts';
import { type Counter, LAST, MANY } from './counter.ts';

/** What somebody did while nobody could hear of it; running the result delivers it to the server. */
export type Doing = (counter: Counter) => Promise<() => Promise<void>>;

const REPORTED = '2026-01-02T11:30:00.000Z';

const byChannel =
  (act: (counter: Counter) => ChannelAct): Doing =>
  async (counter) =>
  async () => {
    const told = { actId: 'channel-act', happenedAt: REPORTED };
    const taken = await takeChannelAct(counter.shop.environment, 'order', act(counter), told);
    if (!taken.ok) throw new Error(taken.problem.type);
  };

const twoOf = (sku: string, id: string) =>
  priceBasket({ taxInclusive: true, lines: [line(sku, 2, id)], discount: null }, NO_PROMOTIONS, AT)
    .lines;

const money = { amount: minor(20_000), reference: 'provider', at: REPORTED };

/** What the customer or the channel does where the order was placed. */
export const WEB_ACTS = {
  cancel: byChannel(() => ({ type: 'cancel' })),
  edit: byChannel(() => ({ type: 'edit', removed: ['2'], added: twoOf(MANY, '2_edit') })),
  pay: byChannel(() => ({
    type: 'pay',
    payment: { id: 'pay', tender: 'online', tendered: money.amount, change: minor(0), ...money },
  })),
  refund: byChannel(() => ({
    type: 'refund',
    refund: { id: 'refund', tender: 'online', state: 'refunded', ...money },
  })),
  move: byChannel(({ elsewhere }) => ({ type: 'move', storeId: elsewhere })),
  expire: byChannel(() => ({ type: 'expire' })),
} as const satisfies Readonly<Record<string, Doing>>;

type Till = Awaited<ReturnType<typeof createPushingTill>>;

const atTill =
  (number: number, work: (till: Till, counter: Counter) => Promise<unknown>): Doing =>
  async (counter) => {
    const till = await createPushingTill(counter.shop.environment, counter.shop.storeId, number);
    await work(till, counter);
    return async () => {
      const pushed = await till.push();
      if (!pushed.ok) throw new Error(pushed.problem.type);
    };
  };

const dueOf = ({ payments, totals }: Order): number => (payments.length > 0 ? 0 : totals.total);

const givenAway = (order: Order): OperationContent & { readonly type: 'pickup.handedOver' } =>
  handedOver(order, dueOf(order));

const withLines = (order: Order, lines: PickupLine[]): OperationContent => {
  const { type, payload } = givenAway(order);
  return { type, payload: { ...payload, lines, sold: soldParts(order, lines, AT) } };
};

const manyOf = (order: Order): PickupLine[] =>
  givenAway(order).payload.lines.filter(({ sku }) => sku === MANY);

const partOf = (order: Order): OperationContent => withLines(order, manyOf(order));

const preparedAt = ({ id: orderId, currency, lines }: Order): OperationContent => ({
  type: 'pickup.prepared',
  payload: { orderId, currency, shelf: 'A1', lineIds: lines.map(({ id }) => id) },
});

/** The customer does not want it any more, and gets the money back. */
const refundedAt = ({ id: orderId, currency, lines, payments }: Order): OperationContent => ({
  type: 'order.canceled',
  payload: {
    orderId,
    currency,
    released: lines.map(({ id: lineId, sku, kind, quantity: count }) => ({
      lineId,
      sku,
      kind,
      quantity: quantity(count),
    })),
    refunds:
      payments.length === 0
        ? []
        : [
            {
              id: 'till-refund',
              tender: 'online',
              amount: minor(20_000),
              state: 'pending',
              reference: null,
              at: AT,
            },
          ],
  },
});

/** Of the line of several pieces one goes, one is refused, and one stays wanted. */
const refuseInPart = async (till: Till, order: Order): Promise<void> => {
  const one = manyOf(order).map((many) => ({ ...many, quantity: units(1) }));
  const partly = applyToOrder(order, await till.write(withLines(order, one)));
  const amend: Amend = {
    reason: 'refused',
    parts: [{ lineId: '2', quantity: units(1) }],
    substitutes: [],
    consent: null,
    suffix: 'f00d0000',
  };
  const after = afterAmendment(partly ?? order, amend);
  if (!after.ok) throw new Error(after.problem.type);
  const refunds = proposeCounterRefunds(after.value, 1).map((part) => ({
    ...part,
    id: 'refused-pieces',
    reference: null,
  }));
  const refused = decideAmendment(partly ?? order, { ...amend, refunds, cashIncrement: 1, at: AT });
  if (!refused.ok) throw new Error(refused.problem.type);
  await till.write({ type: 'order.amended', payload: refused.value });
};

const soldLast = (): OperationContent => sale([line(LAST)]);

/** What is done at this till, which hears of nothing else. */
export const TILL_ACTS = {
  prepare: atTill(1, (till, { order }) => till.write(preparedAt(order))),
  'hand over': atTill(1, (till, { order }) => till.write(givenAway(order))),
  'hand over in part': atTill(1, (till, { order }) => till.write(partOf(order))),
  'refuse in part': atTill(1, (till, { order }) => refuseInPart(till, order)),
  return: atTill(1, (till, { order }) => till.write(returned(order))),
  refund: atTill(1, (till, { order }) => till.write(refundedAt(order))),
  'sell the last piece': atTill(1, (till) => till.write(soldLast())),
} as const satisfies Readonly<Record<string, Doing>>;

const handOverAndTakeBack = async (till: Till, order: Order): Promise<void> => {
  const gone = applyToOrder(order, await till.write(givenAway(order)));
  if (gone) await till.write(returned(gone));
};

/** What is done at another till of the store, which hears of nothing either. */
export const OTHER_TILL_ACTS = {
  'hand over': atTill(2, (till, { before }) => till.write(givenAway(before))),
  return: atTill(2, (till, { order, before }) =>
    order.pickup?.state === 'completed'
      ? till.write(returned(order))
      : handOverAndTakeBack(till, before),
  ),
  'sell the last piece': atTill(2, (till) => till.write(soldLast())),
} as const satisfies Readonly<Record<string, Doing>>;
