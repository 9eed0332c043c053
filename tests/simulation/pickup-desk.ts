import { priceIn } from '#shared/domain/catalog/schema.ts';
import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import { dueOf, onlineRefundDueOf } from '#shared/domain/order/balance.ts';
import { derive } from '#shared/domain/order/derive.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Refund } from '#shared/domain/payment/schema.ts';
import { type Amend, successorId } from '#shared/domain/pickup/amend.ts';
import { dueForGoods } from '#shared/domain/pickup/decide.ts';
import {
  isInTransit,
  isPartlyCollected,
  linesToHandOver,
  openPickup,
} from '#shared/domain/pickup/open-pickup.ts';
import { proposeCounterRefunds } from '#shared/domain/pickup/refunds.ts';
import type { PickupLine } from '#shared/domain/pickup/schema.ts';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { quantity, type Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { lessenOrder, refundsFor } from '#renderer/commands/amend-order.ts';
import type { Lessening } from '#renderer/commands/lessen-input.ts';
import { handOver, payOrder } from '#renderer/commands/hand-over.ts';
import {
  extendPickup,
  movePickup,
  putBackGoods,
  receivePickup,
} from '#renderer/commands/keep-pickup.ts';
import { orderByCode } from '#renderer/commands/order-by-code.ts';
import { onOrder } from '#renderer/commands/on-order.ts';

import {
  type Act,
  amountOf,
  approved,
  cashier,
  type Desk,
  offersFor,
  offersForOrder,
  someOpenPickup,
  toldOf,
  written,
} from './cashier.ts';
import type { Random } from './random.ts';
import { PRODUCTS, settingsOf, STORE_IDS } from './shops.ts';

const partOf = (random: Random, all: number): Quantity =>
  quantity(random.chance(0.5) ? all : 1 + random.below(all));

/** Some of what still waits in the store, of some lines all. */
const someParts = (order: Order, random: Random): PickupLine[] =>
  linesToHandOver(order)
    .filter(() => random.chance(0.6))
    .map((line) => ({ ...line, quantity: partOf(random, line.quantity) }));

export const pick: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  const lines = order ? someParts(order, desk.random) : [];
  if (!order || lines.length === 0) return null;
  const { id: orderId, currency } = order;
  const found = lines.map(({ lineId, quantity: count }) => ({ lineId, quantity: count }));
  const content: OperationContent = {
    type: 'pickup.picked',
    payload: { orderId, currency, lines: found },
  };
  return written(await onOrder(desk.till.store, cashier, orderId, () => ok(content)));
};

/** Some of the goods go out, and are paid for. */
export const handOverPart: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  const parts = order ? someParts(order, desk.random) : [];
  if (!order || parts.length === 0) return null;
  const offers = offersForOrder(order, dueForGoods(order, parts), desk);
  const proof = { type: 'digits' } as const;
  const told = toldOf(parts);
  const input = { orderId: order.id, parts, told, offers, proof, collectedBy: 'A neighbour' };
  return written(await handOver(desk.till.store, cashier, input));
};

/** The customer shows a code; the order may never have come to this till (rule R20). */
export const handOverByCode: Act = async (desk) => {
  const { till, random, storeId } = desk;
  const codes = desk.codes();
  const code = random.pick(codes.filter((one) => one.storeId === storeId || random.chance(0.2)));
  if (!code) return null;
  const { orderId } = code;
  const known = await orderByCode(till.store, orderId, code);
  if (!known.ok) return null;
  const offers = offersFor(dueOf(known.value.order), desk);
  const input = { orderId, offers, proof: { type: 'code' as const }, code };
  return written(await handOver(till.store, approved, input));
};

export const pay: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  if (!order) return null;
  const input = { orderId: order.id, offers: offersForOrder(order, dueOf(order), desk) };
  return written(await payOrder(desk.till.store, cashier, input));
};

/** Eight hex digits, as the ids of lines that take the place of others end in. */
export const suffixOf = (random: Random): string => random.seed().toString(16).padStart(8, '0');

/** Something else in place of a line, at its price in a store. */
export const substituteFor = (lineId: string, storeId: string, random: Random): PricedLine[] => {
  const product = random.pick(PRODUCTS);
  if (!product) return [];
  const settings = settingsOf(storeId);
  const id = successorId(lineId, suffixOf(random));
  const price = priceIn(product, storeId);
  const line = basketLineOf(product, id, amountOf(random, product.unit), settings, price);
  const { taxInclusive } = settings;
  return priceBasket({ taxInclusive, lines: [line], discount: null }, NO_PROMOTIONS, '').lines;
};

const REASONS = ['short', 'damaged', 'substituted', 'refused'] as const;

const amendmentOf = (order: Order, { random, storeId }: Desk): Amend | null => {
  const line = random.pick(order.lines);
  if (!line) return null;
  const reason = random.pick(REASONS) ?? 'short';
  const isOther = reason === 'substituted';
  return {
    reason,
    parts: [{ lineId: line.id, quantity: partOf(random, line.quantity) }],
    substitutes: isOther ? substituteFor(line.id, storeId, random) : [],
    consent: isOther ? 'phone' : null,
    suffix: suffixOf(random),
  };
};

const lessen = async ({ till, createId }: Desk, order: Order, lessening: Lessening) => {
  const parts = refundsFor(till.store, order, lessening);
  if (!parts.ok) return null;
  const refunds = parts.value.map((part) => ({ ...part, id: createId(), reference: null }));
  return written(
    await lessenOrder(till.store, approved, {
      orderId: order.id,
      lessening,
      refunds,
      isOffline: false,
      isGiven: false,
    }),
  );
};

export const amend: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  const amendment = order ? amendmentOf(order, desk) : null;
  return order && amendment ? lessen(desk, order, { type: 'amend', amend: amendment }) : null;
};

/** Nobody came, nobody wants it, or it is not there. */
export const release: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  const reason = desk.random.pick(['no_show', 'refused', 'not_available'] as const);
  return order && reason ? lessen(desk, order, { type: 'reject', reason }) : null;
};

/** Money of the counter goes back now; what a channel took is promised, or left for it to find out. */
const refundsOfCancellation = (
  after: Order,
  { random, createId }: Desk,
  { cashIncrement, at }: { readonly cashIncrement: number; readonly at: string },
): Refund[] => {
  const online = random.chance(0.5) ? onlineRefundDueOf(after) : 0;
  const parts = [
    ...proposeCounterRefunds(after, cashIncrement),
    ...(online === 0 ? [] : [{ tender: 'online' as const, amount: online }]),
  ];
  return parts.map((part): Refund => {
    const state = part.tender === 'online' ? 'pending' : 'refunded';
    return { ...part, id: createId(), state, reference: null, at };
  });
};

/** The customer does not want the order any more and says so at the counter. */
export const cancelAtCounter: Act = async (desk) => {
  const known = await someOpenPickup(desk);
  if (!known) return null;
  return written(
    await onOrder<unknown>(desk.till.store, approved, known.id, (order, { settings, at }) => {
      if (!openPickup(order).ok || isPartlyCollected(order)) return fail('too_late');
      const { id: orderId, currency } = order;
      const { cashIncrement } = settings;
      const after = derive({ ...order, canceledAt: at });
      const refunds = refundsOfCancellation(after, desk, { cashIncrement, at });
      const released = linesToHandOver(order);
      return ok({ type: 'order.canceled', payload: { orderId, currency, released, refunds } });
    }),
  );
};

export const extend: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  if (!order) return null;
  const input = { orderId: order.id, days: 1 + desk.random.below(3) };
  return written(await extendPickup(desk.till.store, approved, input));
};

export const move: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  const toStoreId = desk.random.pick(STORE_IDS.filter((id) => id !== order?.storeId));
  if (!order || !toStoreId) return null;
  const input = { orderId: order.id, toStoreId, isShipped: desk.random.chance(0.5) };
  return written(await movePickup(desk.till.store, cashier, input));
};

export const arrive: Act = async ({ till, random }) => {
  const order = random.pick((await till.store.view.openPickups()).filter(isInTransit));
  return order ? written(await receivePickup(till.store, cashier, { orderId: order.id })) : null;
};

export const putBack: Act = async ({ till, random }) => {
  const order = random.pick(await till.store.view.putBacks());
  return order ? written(await putBackGoods(till.store, cashier, { orderId: order.id })) : null;
};
