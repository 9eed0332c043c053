import { randomUUID } from 'node:crypto';
import { createMemoryStore } from '#server/store/memory-store.ts';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { openShop, type Shop } from '../contract/ingest-bench.ts';
import { createPushingTill } from '../contract/pushing-till.ts';
import { handedOver, line, placement, received } from '../contract/shop.ts';
import { memoryContents } from '../contract/store-contents.ts';

/** Of the order one piece each; of the first there is no other in the store. */
export const LAST = 'LAST';
export const MANY = 'MANY';

/** A store with one web order, known to everybody before the network goes. */
export type Counter = {
  readonly shop: Shop;
  /** The order as all tills know it. */
  readonly order: Order;
  /** The order before it was handed over, where it was. */
  readonly before: Order;
  readonly elsewhere: string;
};

export type CounterTerms = {
  readonly isPaid: boolean;
  readonly isHandedOver: boolean;
  /** Of the goods of which there are more. */
  readonly pieces: number;
};

const deliver = async (shop: Shop, content: OperationContent, number: number): Promise<void> => {
  const till = await createPushingTill(shop.environment, shop.storeId, number);
  await till.write(content);
  await till.push();
};

export const openCounter = async ({
  isPaid,
  isHandedOver,
  pieces,
}: CounterTerms): Promise<Counter> => {
  const store = createMemoryStore({ epoch: randomUUID() });
  const contents = async (storeId: string) => memoryContents(store.contents(), storeId);
  const opened = { store, contents, openAnother: null, close: store.close };
  const shop = await openShop(opened, 'ALM1');
  await openShop(opened, 'ALM2');
  await deliver(shop, received(LAST, 1), 8);
  await deliver(shop, received(MANY, 5), 9);
  const placing = placement('ALM1', [line(LAST, 1, '1'), line(MANY, pieces, '2')], isPaid);
  const { order: before } = await placeWebOrder(shop.environment, { ...placing, id: 'order' });
  if (isHandedOver) await deliver(shop, handedOver(before, isPaid ? 0 : 20_000), 7);
  const order = (await shop.order('order')) ?? before;
  return { shop, order, before, elsewhere: 'ALM2' };
};
