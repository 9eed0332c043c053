import { applySale } from '#shared/domain/order/apply.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { dueOf } from '#shared/domain/order/balance.ts';
import { decideHandOver, decidePrepare } from '#shared/domain/pickup/decide.ts';
import { decideReturn } from '#shared/domain/return/decide.ts';
import type { Sale } from '#shared/domain/sale/schema.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import { minutesAfter } from './calendar.ts';
import { createChooser, type DemoShop, offersFor, sell } from './demo-shop.ts';
import { type Act, createDemoTill, type DemoTill } from './demo-till.ts';
import type { OrderPlan } from './order-plans.ts';
import type { Random } from './random.ts';

/** An online order as it was placed, with what becomes of it. */
export type PlacedOrder = { readonly order: Order; readonly plan: OrderPlan };

export type Past = {
  readonly shop: DemoShop;
  readonly tillId: string;
  readonly journalId: string;
  /** How the till's receipts are numbered: `series-000001`. */
  readonly series: string;
  readonly cashiers: readonly string[];
  readonly manager: string;
  /** Operations of the journal that come before these. */
  readonly before: number;
  /** When customers came to the counter, in order. */
  readonly times: readonly string[];
  readonly shiftChanges: readonly string[];
  readonly orders: readonly PlacedOrder[];
  /** Nothing after this was done. */
  readonly until: string;
};

type Event = { readonly at: string; readonly happen: (till: DemoTill) => void };

const orderOf = (sale: Sale, tillId: string, storeId: string, at: string): Order =>
  applySale(null, sale, {
    operationId: `${tillId}_1.0000000000`,
    journalId: `${tillId}_1`,
    seq: 0,
    at,
    tillId,
    storeId,
    staffId: '',
  });

/** One line of a sale comes back whole, if it cost whole tenge: cash has no smaller coin. */
const takeBack = (
  till: DemoTill,
  order: Order,
  at: string,
  manager: string,
  random: Random,
): void => {
  const [payment] = order.payments;
  const line = order.lines.find(({ kind, unit }) => kind === 'goods' && unit === 'piece');
  if (!line || !payment || line.total % 100 !== 0) return;
  const number = till.nextNumber();
  const isSound = random.happens(70);
  const returned = decideReturn({
    order,
    returnId: `return-${number}`,
    number,
    requests: [
      {
        lineId: line.id,
        quantity: line.quantity,
        reason: isSound ? 'changed_mind' : 'defect',
        condition: isSound ? 'as_new' : 'defective',
        disposition: isSound ? 'restock' : 'damaged',
      },
    ],
    proof: 'order',
    customer: null,
    cashIncrement: 1,
    refunds: [
      { id: `return-${number}-1`, tender: payment.tender, amount: line.total, reference: null },
    ],
    at,
  });
  if (returned.ok) till.do(at, { type: 'return.completed', payload: returned.value }, manager);
};

const sales = ({ shop, tillId, times, manager }: Past, random: Random): Event[] => {
  const choose = createChooser(shop.products);
  return times.flatMap((at): Event[] => {
    const wanted = choose(random);
    const comesBack = random.happens(2);
    const returnedAt = minutesAfter(at, 40 + random.below(3000));
    let order: Order | null = null;
    const sale: Event = {
      at,
      happen: (till) => {
        const number = till.nextNumber();
        const payload = sell(shop, wanted, { orderId: `order-${number}`, number, at }, random);
        order = orderOf(payload, tillId, shop.settings.storeId, at);
        till.do(at, { type: 'sale.completed', payload });
      },
    };
    const back: Event = {
      at: returnedAt,
      happen: (till) => {
        if (order) takeBack(till, order, returnedAt, manager, random);
      },
    };
    return comesBack ? [sale, back] : [sale];
  });
};

const pickups = ({ shop, orders }: Past, random: Random): Event[] =>
  orders.flatMap(({ order, plan: { preparedAt, handedOverAt, shelf } }): Event[] => {
    const acts: Event[] = [];
    if (preparedAt !== null)
      acts.push({
        at: preparedAt,
        happen: (till) => {
          const prepared = decidePrepare(order, shelf);
          if (prepared.ok)
            till.do(preparedAt, { type: 'pickup.prepared', payload: prepared.value });
        },
      });
    if (handedOverAt !== null)
      acts.push({
        at: handedOverAt,
        happen: (till) => {
          const { settings } = shop;
          const terms = { settings, at: handedOverAt };
          const offers = offersFor(dueOf(order), `${order.id}-paid`, terms, random);
          const handedOver = decideHandOver(order, {
            parts: null,
            offers,
            proof: { type: 'code' },
            collectedBy: null,
            cashIncrement: cashIncrementAt(settings, handedOverAt),
            at: handedOverAt,
          });
          if (handedOver.ok)
            till.do(handedOverAt, { type: 'pickup.handedOver', payload: handedOver.value });
        },
      });
    return acts;
  });

/** All that was done at one till, in order: shifts, sales, returns, pickups. The same seed tells the same past. */
export const tellPast = (past: Past, random: Random): readonly Act[] => {
  const categories = new Map(past.shop.products.map(({ sku, categoryId }) => [sku, categoryId]));
  const till = createDemoTill({ ...past, categoryOf: (sku) => categories.get(sku) ?? null });
  const shifts = past.shiftChanges.map((at): Event => ({ at, happen: () => till.changeShift(at) }));
  const events = [...shifts, ...sales(past, random), ...pickups(past, random)]
    .filter(({ at }) => at <= past.until)
    .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
  for (const { happen } of events) happen(till);
  return till.acts;
};
