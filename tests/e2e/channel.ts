import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import type { AvailabilityReply, OrderReply, QuoteReply } from '#shared/protocol/channel.ts';

const headers = { authorization: 'Bearer demo-web-key' };

/** What every customer of these tests orders, one of each. */
export const ORDERED = ['Croissant with almond', 'Cottage cheese 9% 200 g'];

/** The number on the loyalty card of whoever orders. */
export const LOYALTY_CARD = 'LC-000777';

const PRODUCTS = demoProducts().filter(({ name }) => ORDERED.includes(name.en));
const SKUS = PRODUCTS.map(({ sku }) => sku);

const ask = async <Reply>(promise: ReturnType<APIRequestContext['get']>): Promise<Reply> => {
  const reply = await promise;
  if (!reply.ok()) throw new Error(`${reply.url()}: ${reply.status()} ${await reply.text()}`);
  return (await reply.json()) as Reply;
};

export type PlacedOrder = {
  readonly id: string;
  readonly number: string;
  readonly total: number;
  /** What the customer shows at collection. */
  readonly code: string;
  readonly digits: string;
};

/** A customer orders on the web what the store has, at the price the store quotes; of the first so many `pieces`. */
export const placeOrder = (
  channel: APIRequestContext,
  serverUrl: string,
  storeId: string,
  paying: 'paid' | 'unpaid',
  pieces = 1,
  loyaltyCard = LOYALTY_CARD,
): Promise<PlacedOrder> =>
  placeOrderOf(
    channel,
    serverUrl,
    storeId,
    paying,
    ORDERED.map((name) => [name, name === ORDERED[0] ? pieces : 1]),
    loyaltyCard,
  );

/** As above, of so many pieces of these products. */
export const placeOrderOf = async (
  channel: APIRequestContext,
  serverUrl: string,
  storeId: string,
  paying: 'paid' | 'unpaid',
  wanted: readonly (readonly [name: string, pieces: number])[],
  loyaltyCard = LOYALTY_CARD,
): Promise<PlacedOrder> => {
  const lines = wanted.map(([wantedName, pieces]) => ({
    sku: demoProducts().find(({ name }) => name.en === wantedName)?.sku ?? '',
    quantity: pieces * 1000,
  }));
  const quote = await ask<QuoteReply>(
    channel.post(`${serverUrl}/api/v1/quotes`, { headers, data: { storeId, lines } }),
  );
  const { total } = quote.totals;
  const order = await ask<OrderReply>(
    channel.post(`${serverUrl}/api/v1/orders`, {
      headers: { ...headers, 'idempotency-key': randomUUID() },
      data: {
        storeId,
        currency: quote.currency,
        customer: { name: 'Ася Тест', phone: '+7 701 555 01 02', customerId: loyaltyCard },
        lines,
        total,
        payment: paying === 'paid' ? { amount: total, reference: 'test' } : null,
      },
    }),
  );
  const { code = '', digits = '' } = order.proof ?? {};
  return { id: order.id, number: order.number ?? '', total, code, digits };
};

/** The customer gives the order up where it was placed. */
export const cancelOrder = (
  channel: APIRequestContext,
  serverUrl: string,
  id: string,
): Promise<OrderReply> =>
  ask<OrderReply>(channel.post(`${serverUrl}/api/v1/orders/${id}/cancel`, { headers }));

/** How much of the first of what is ordered the store may promise, in thousandths. */
export const availableOf = async (
  channel: APIRequestContext,
  serverUrl: string,
  storeId: string,
): Promise<number> => {
  const reply = await ask<AvailabilityReply>(
    channel.get(`${serverUrl}/api/v1/availability?sku=${SKUS[0] ?? ''}&storeId=${storeId}`, {
      headers,
    }),
  );
  return reply.stores[0]?.available ?? 0;
};

export const readOrder = (
  channel: APIRequestContext,
  serverUrl: string,
  id: string,
): Promise<OrderReply> =>
  ask<OrderReply>(channel.get(`${serverUrl}/api/v1/orders/${id}`, { headers }));
