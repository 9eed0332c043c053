import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { OrderReply, type OrderRequest, QuoteReply } from '#shared/protocol/channel.ts';
import { ShopProductsReply, ShopReply } from '#shared/protocol/shop.ts';
import { send, withQuery } from '../data/request.ts';
import { valueOf } from '../data/request-failure.ts';
import type { Chosen } from './basket.ts';

const SHOP = '/api/v1/shop';

/** Milliseconds after which an order that is under way is looked at again. */
const FOLLOW = 2_000;
/** So often the shelves are looked at again. */
const SHELVES = 15_000;

const posted = (body: object, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const useShop = () =>
  useQuery({
    queryKey: ['shop'],
    queryFn: async ({ signal }) => valueOf(await send(SHOP, { signal }, ShopReply)),
  });

export type Wish = {
  readonly storeId: string;
  readonly categoryId: string | null;
  readonly text: string;
};

export const useProducts = ({ storeId, categoryId, text }: Wish) =>
  useQuery({
    queryKey: ['products', storeId, categoryId, text],
    queryFn: async ({ signal }) => {
      const query = { storeId, categoryId: categoryId ?? undefined, text: text.trim() };
      const path = withQuery(`${SHOP}/products`, query);
      return valueOf(await send(path, { signal }, ShopProductsReply));
    },
    placeholderData: keepPreviousData,
    refetchInterval: SHELVES,
  });

export const linesOf = (basket: readonly Chosen[]): OrderRequest['lines'] =>
  basket.map(({ product: { sku }, quantity }) => ({ sku, quantity }));

/** What the basket costs in a store now, by the price engine that the tills use. */
export const useQuote = (storeId: string, basket: readonly Chosen[]) => {
  const lines = linesOf(basket);
  return useQuery({
    queryKey: ['quote', storeId, lines],
    queryFn: async ({ signal }) =>
      valueOf(await send(`${SHOP}/quotes`, { ...posted({ storeId, lines }), signal }, QuoteReply)),
    placeholderData: keepPreviousData,
    enabled: lines.length > 0,
  });
};

const orderKey = (id: string) => ['order', id] as const;

/** An order until nothing more can become of it. */
export const useOrder = (id: string) =>
  useQuery({
    queryKey: orderKey(id),
    queryFn: async ({ signal }) =>
      valueOf(await send(`${SHOP}/orders/${encodeURIComponent(id)}`, { signal }, OrderReply)),
    refetchInterval: ({ state: { data } }) =>
      data?.pickupState === 'completed' || data?.pickupState === 'canceled' ? false : FOLLOW,
  });

export type PlaceOrder = {
  readonly request: OrderRequest;
  /** The same for the same request, however often it is sent: it is placed once. */
  readonly key: string;
};

/** Places an order; a refusal means that prices are looked at again. */
export const usePlaceOrder = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ request, key }: PlaceOrder) =>
      valueOf(
        await send(`${SHOP}/orders`, posted(request, { 'idempotency-key': key }), OrderReply),
      ),
    onSuccess: (order) => client.setQueryData(orderKey(order.id), order),
    onError: () => client.invalidateQueries({ queryKey: ['quote'] }),
  });
};
