import { priceIn } from '#shared/domain/catalog/schema.ts';
import { dueOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Tender } from '#shared/domain/payment/schema.ts';
import { cashDue, type Offer } from '#shared/domain/payment/settle.ts';
import { linesToHandOver } from '#shared/domain/pickup/open-pickup.ts';
import type { PickupLine } from '#shared/domain/pickup/schema.ts';
import type { ToldByLine } from '#shared/domain/pickup/told.ts';
import { pointsOffer } from '#shared/domain/payment/split.ts';
import { mostToSpend, worthOf } from '#shared/domain/points/earn.ts';
import { accountOf } from '#shared/domain/points/of-order.ts';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import type { Basket, ManualDiscount } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { type Minor, minor, subtract } from '#shared/kernel/money.ts';
import { type Quantity, quantity, units } from '#shared/kernel/quantity.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import type { PickupCode } from '#shared/tokens/pickup-code.ts';
import { completeSale } from '#renderer/commands/complete-sale.ts';
import { handOver } from '#renderer/commands/hand-over.ts';
import { preparePickup } from '#renderer/commands/prepare-pickup.ts';
import type { Actor } from '#renderer/store/journal.ts';
import type { Random } from './random.ts';
import { POINTS, PRODUCTS, settingsOf } from './shops.ts';
import type { RunningTill } from './till-machine.ts';

/** A person at a till. What is done goes through the till's own commands; null = it could not be done. */
export type Act = (desk: Desk) => Promise<Operation | null>;

export type Desk = {
  readonly till: RunningTill;
  readonly storeId: string;
  readonly random: Random;
  readonly createId: () => string;
  /** What customers of web orders can show. */
  readonly codes: () => readonly PickupCode[];
};

export const cashier: Actor = { staffId: 'cashier', shiftId: null, approvedBy: null };

export const approved: Actor = { ...cashier, approvedBy: 'manager' };

export const written = <Problem>(result: Result<Operation, Problem>): Operation | null =>
  result.ok ? result.value : null;

export const amountOf = (random: Random, unit: 'piece' | 'kilogram'): Quantity =>
  unit === 'piece' ? units(1 + random.below(4)) : quantity(1 + random.below(2500));

const discountOf = (random: Random): ManualDiscount | null => {
  if (random.chance(0.7)) return null;
  return random.chance(0.5)
    ? { type: 'percent', rate: 1 + random.below(9999) }
    : { type: 'amount', amount: minor(1 + random.below(60_000)) };
};

export const basketOf = (random: Random, storeId: string): Basket => {
  const lines = Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const product = random.pick(PRODUCTS) ?? PRODUCTS[0];
    if (!product) throw new Error('no products');
    const line = basketLineOf(
      product,
      `${index + 1}`,
      amountOf(random, product.unit),
      settingsOf(storeId),
      priceIn(product, storeId),
    );
    const discount = discountOf(random);
    // A single piece has a number of its own.
    return line.quantity === units(1)
      ? { ...line, discount, particulars: { serial: `${product.sku}-${index + 1}` } }
      : { ...line, discount };
  });
  return {
    taxInclusive: settingsOf(storeId).taxInclusive,
    lines,
    discount: discountOf(random),
  };
};

/** Money for what is due: card, or cash with change, or some of both. */
export const offersFor = (due: Minor, { random, createId, storeId }: Desk): Offer[] => {
  if (due === 0) return [];
  const offer = (tender: Tender, tendered: Minor): Offer => ({
    id: createId(),
    tender,
    tendered,
    reference: null,
  });
  if (random.chance(0.4)) return [offer('card', due)];
  const byCard = random.chance(0.3) ? minor(random.below(due)) : minor(0);
  const cash = cashDue(due, byCard, settingsOf(storeId).cashIncrement);
  const handed = minor(cash + (random.chance(0.5) ? 0 : random.below(100_000)));
  return [...(byCard > 0 ? [offer('card', byCard)] : []), offer('cash', handed)];
};

/** Money for what is due for an order; its customer's points first, if they would pay less than all of it. */
export const offersForOrder = (order: Order, due: Minor, desk: Desk): Offer[] => {
  const customerId = accountOf(order);
  const known = customerId === null ? null : desk.till.store.view.points(customerId, null);
  const points = mostToSpend(POINTS, known?.balance ?? 0, due);
  const byPoints = worthOf(POINTS, points);
  if (points === 0 || byPoints === due) return offersFor(due, desk);
  const offer = pointsOffer(desk.createId(), points, POINTS);
  return [offer, ...offersFor(subtract(due, byPoints), desk)];
};

export const sell: Act = async (desk) => {
  const { till, random, storeId, createId } = desk;
  const { store } = till;
  const basket = basketOf(random, storeId);
  const pricedAt = store.now();
  const { totals } = priceBasket(basket, store.view.references().promotions, pricedAt);
  return written(
    await completeSale(store, cashier, {
      orderId: createId(),
      basket,
      customerId: null,
      offers: offersFor(totals.total, desk),
      pricedAt,
    }),
  );
};

export const someOpenPickup = async ({ till, random }: Desk): Promise<Order | undefined> =>
  random.pick(await till.store.view.openPickups());

export const prepare: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  if (!order) return null;
  const input = { orderId: order.id, shelf: `S${desk.random.below(9)}` };
  return written(await preparePickup(desk.till.store, cashier, input));
};

/** A single piece has a number of its own, as in a basket. */
export const toldOf = (lines: readonly PickupLine[]): ToldByLine =>
  new Map(
    lines
      .filter(({ quantity }) => quantity === units(1))
      .map(({ lineId, sku }) => [lineId, [{ serial: `${sku}-${lineId}` }]]),
  );

/** The order's goods go out; `presses` times, as an impatient finger does (rule J2). */
export const handOverGoods: Act = async (desk) => {
  const order = await someOpenPickup(desk);
  if (!order) return null;
  const store = desk.till.store;
  const proof = { type: 'code' } as const;
  const told = toldOf(linesToHandOver(order));
  const offers = offersForOrder(order, dueOf(order), desk);
  const input = { orderId: order.id, offers, proof, told };
  const presses = desk.random.chance(0.2) ? 2 : 1;
  const results = await Promise.all(
    Array.from({ length: presses }, () => handOver(store, cashier, input)),
  );
  return results.map(written).find((operation) => operation !== null) ?? null;
};

export const record = async (
  { till }: Desk,
  content: OperationContent,
): Promise<Operation | null> =>
  written(await till.store.journal.write(cashier, async () => ok(content)));

export const stockLine = (random: Random, id: string) => {
  const product = random.pick(PRODUCTS.filter(({ kind }) => kind === 'goods'));
  if (!product) throw new Error('no goods');
  return { id, sku: product.sku, quantity: amountOf(random, product.unit) };
};

export const receiveStock: Act = (desk) =>
  record(desk, {
    type: 'stock.received',
    payload: {
      deliveryId: null,
      reference: '',
      lines: ['1', '2'].map((id) => ({ ...stockLine(desk.random, id), expected: null })),
    },
  });

export const adjustStock: Act = (desk) => {
  const line = stockLine(desk.random, '1');
  const signed = quantity(desk.random.chance(0.5) ? line.quantity : 0 - line.quantity);
  const lines = [{ ...line, quantity: signed, reason: 'other' as const, note: '' }];
  return record(desk, { type: 'stock.adjusted', payload: { lines } });
};

/** Facts that touch neither order nor stock: they still stand in the journal, in their place. */
export const signIn: Act = (desk) => record(desk, { type: 'staff.signedIn', payload: {} });
