import { CONSEQUENCES } from '#shared/domain/exception/consequences.ts';
import { serialsOf } from '#shared/domain/order/particulars-of.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { returnLines, type ReturnRequest } from '#shared/domain/return/decide.ts';
import { balanceExchange } from '#shared/domain/return/exchange.ts';
import { proposeRefunds, refundInstead } from '#shared/domain/return/refunds.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import type { Disposition } from '#shared/domain/return/schema.ts';
import { add, type Minor, minor } from '#shared/kernel/money.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { completeBlindReturn } from '#renderer/commands/complete-blind-return.ts';
import { completeExchange } from '#renderer/commands/complete-exchange.ts';
import { completeReturn } from '#renderer/commands/complete-return.ts';
import type { ReturnInput } from '#renderer/commands/return-input.ts';
import { settleException } from '#renderer/commands/settle-exception.ts';
import {
  type Act,
  amountOf,
  approved,
  basketOf,
  type Desk,
  offersFor,
  written,
} from './cashier.ts';
import type { Random } from './random.ts';
import { PRODUCTS, settingsOf } from './shops.ts';

const DISPOSITIONS = ['restock', 'damaged', 'processing', 'missing'] as const;

const found = (random: Random) => ({
  reason: 'defect' as const,
  condition: 'as_new' as const,
  disposition: random.pick(DISPOSITIONS) ?? ('restock' as const),
});

/** The number that is read off what comes back: what has to be looked at turns out to be another piece. */
const readNumber = (
  order: Order,
  line: PricedLine,
  disposition: Disposition,
): { readonly serial?: string } => {
  const [serial] = serialsOf(order, line.id);
  if (serial === undefined) return {};
  return { serial: disposition === 'processing' ? `${serial}-other` : serial };
};

const requestsFor = (order: Order, random: Random): ReturnRequest[] =>
  returnableLines(order).flatMap(({ line, left }) => {
    if (left <= 0 || random.chance(0.3)) return [];
    const all = random.chance(0.4) ? left : 1 + random.below(left);
    const first = random.chance(0.2) ? random.below(all) : 0;
    return [first, all - first]
      .filter((count) => count > 0)
      .map((count) => {
        const state = found(random);
        const number = readNumber(order, line, state.disposition);
        return { lineId: line.id, quantity: quantity(count), ...state, ...number };
      });
  });

const totalOf = (order: Order, requests: readonly ReturnRequest[]): Minor => {
  const lines = returnLines(order, requests);
  return lines.ok ? add(...lines.value.map(({ total }) => total)) : minor(0);
};

const isReturnable = (order: Order): boolean =>
  !order.provisional && returnableLines(order).some(({ left }) => left > 0);

/** Goods that a customer brings of an order that this till knows, whoever sold it. */
const broughtBack = async ({ till, random, createId }: Desk) => {
  const order = random.pick((await till.store.view.recentOrders(30, null)).filter(isReturnable));
  if (!order) return null;
  const requests = requestsFor(order, random);
  const input: ReturnInput = {
    returnId: createId(),
    told: order,
    proof: 'order',
    requests,
    refunds: [],
    customer: null,
    creditConsent: true,
    isOffline: false,
    isGiven: false,
  };
  return { order, input, total: totalOf(order, requests) };
};

export const takeBack: Act = async (desk) => {
  const { till, random, storeId } = desk;
  const brought = await broughtBack(desk);
  if (!brought) return null;
  const { order, input, total } = brought;
  const { cashIncrement } = settingsOf(storeId);
  const parts = random.chance(0.2)
    ? refundInstead(order, total, 'store_credit', cashIncrement)
    : proposeRefunds(order, total, cashIncrement);
  const refunds = parts.map((part) => ({ ...part, reference: null }));
  return written(await completeReturn(till.store, approved, { ...input, refunds }));
};

/** Goods come back and others are taken; the difference is paid or given back. */
export const exchange: Act = async (desk) => {
  const { till, random, storeId, createId } = desk;
  const brought = await broughtBack(desk);
  if (!brought) return null;
  const { order, input, total } = brought;
  const { store } = till;
  const basket = basketOf(random, storeId);
  const pricedAt = store.now();
  const sold = priceBasket(basket, store.view.references().promotions, pricedAt).totals.total;
  const balance = balanceExchange(order, total, sold, settingsOf(storeId).cashIncrement);
  return written(
    await completeExchange(store, approved, {
      ...input,
      refunds: balance.refunds.map((part) => ({ ...part, reference: null })),
      orderId: createId(),
      basket,
      pricedAt,
      offers: offersFor(balance.due, desk),
    }),
  );
};

/** Nothing says that these goods were sold here. */
export const takeBackBlind: Act = async ({ till, random, createId }) => {
  const product = random.pick(PRODUCTS);
  if (!product) return null;
  const count = amountOf(random, product.unit);
  const request = { id: '1', product, quantity: count, ...found(random) };
  return written(
    await completeBlindReturn(till.store, approved, {
      returnId: createId(),
      customer: `Customer ${random.below(20)}`,
      creditConsent: true,
      requests: [request],
      tender: 'store_credit',
      ask: async () => null,
    }),
  );
};

/** A manager at the till settles what this till knows to be open. */
export const resolve: Act = async ({ till, random }) => {
  const exception = random.pick(await till.store.state.openExceptions());
  const action = exception && random.pick(CONSEQUENCES[exception.kind].resolutions);
  if (!exception || !action) return null;
  return written(await settleException(till.store, approved, { exception, action, note: '' }));
};
