import { isReceived } from '#shared/domain/delivery/difference.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { type Act, type Desk, record, stockLine } from './cashier.ts';
import type { Random } from './random.ts';
import { STORE_IDS } from './shops.ts';

const earlier = (time: string, milliseconds: number): string =>
  new Date(Date.parse(time) - milliseconds).toISOString();

/** A product is counted, in one go or over a while, rightly or wrongly. */
export const count: Act = async (desk) => {
  const { till, random } = desk;
  const { id, sku } = stockLine(random, '1');
  const at = earlier(till.store.now(), random.chance(0.5) ? 0 : random.below(20_000));
  const from = earlier(at, random.chance(0.6) ? 0 : random.below(20_000));
  const expected = (await till.store.view.stockLevels([sku])).get(sku)?.onHand ?? quantity(0);
  const counted = quantity(Math.max(0, expected + (random.below(5) - 2) * 1000));
  const lines = [{ id, sku, counted, expected, from, at }];
  return record(desk, { type: 'stock.counted', payload: { lines } });
};

export const writeOff: Act = (desk) => {
  const lines = [{ ...stockLine(desk.random, '1'), reason: 'damaged' as const, note: '' }];
  return record(desk, { type: 'stock.writtenOff', payload: { lines } });
};

/** Goods go to the other store, or to one that has no till yet. */
export const sendTransfer: Act = (desk) => {
  const { random, storeId, createId } = desk;
  const toStoreId = random.pick(STORE_IDS.filter((id) => id !== storeId)) ?? storeId;
  const payload = { deliveryId: createId(), toStoreId, lines: [stockLine(random, '1')] };
  return record(desk, { type: 'stock.transferSent', payload });
};

const cameOf = ({ sent }: Delivery, random: Random) =>
  (sent ?? [{ sku: 'bread', quantity: quantity(1000) }]).map((line, index) => ({
    id: `${index + 1}`,
    sku: line.sku,
    quantity: random.chance(0.7) ? line.quantity : quantity(random.below(3) * 1000),
    expected: line.quantity,
  }));

const someDelivery = async (
  { till, random, storeId }: Desk,
  isWanted: (delivery: Delivery) => boolean,
): Promise<Delivery | undefined> => {
  const deliveries = await till.store.view.deliveries();
  const wanted = deliveries.filter((delivery) => delivery.toStoreId === storeId);
  const fresh = wanted.filter((delivery) => !isReceived(delivery) || random.chance(0.2));
  return random.pick(fresh.filter(isWanted));
};

/** A transfer comes; now and then its paper alone is known. */
export const takeTransferIn: Act = async (desk) => {
  const { random, storeId, createId } = desk;
  const delivery = await someDelivery(desk, ({ fromStoreId }) => fromStoreId !== null);
  if (!delivery && random.chance(0.7)) return null;
  const fromStoreId = delivery?.fromStoreId ?? STORE_IDS.find((id) => id !== storeId) ?? storeId;
  const lines = delivery
    ? cameOf(delivery, random)
    : [{ ...stockLine(random, '1'), expected: null }];
  const payload = { deliveryId: delivery?.id ?? createId(), fromStoreId, lines };
  return record(desk, { type: 'stock.transferReceived', payload });
};

/** What a supplier brought. */
export const takeDeliveryIn: Act = async (desk) => {
  const delivery = await someDelivery(desk, ({ fromStoreId }) => fromStoreId === null);
  if (!delivery) return null;
  const payload = {
    deliveryId: delivery.id,
    reference: delivery.reference,
    lines: cameOf(delivery, desk.random),
  };
  return record(desk, { type: 'stock.received', payload });
};
