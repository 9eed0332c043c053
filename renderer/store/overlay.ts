import type { ParkedBasket } from '#shared/domain/basket/schema.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { sumOfPoints } from '#shared/domain/points/of-order.ts';
import type { CustomerPoints } from '#shared/domain/points/schema.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import type { Order, Seen } from '#shared/domain/order/schema.ts';
import type { QuickKeys } from '#shared/domain/quick-keys/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { NONE, addQuantity, quantity } from '#shared/kernel/quantity.ts';
import { applyToParked, parkedIdOf } from '#shared/operations/basket-effects.ts';
import { countsOf } from '#shared/operations/counts.ts';
import { applyToCustomer, customerIdOf } from '#shared/operations/customer-effects.ts';
import { applyToDelivery, deliveryIdOf } from '#shared/operations/delivery-effects.ts';
import { applyToOrder, movementsOf, orderIdsOf, releasesOf } from '#shared/operations/effects.ts';
import { applyToQuickKeys } from '#shared/operations/quick-keys-effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { pointsToldBy } from '#shared/operations/points-effects.ts';

/**
 * What was done here since the server last knew (design §1.4): local operations, and for each document those of them
 * it does not contain yet.
 */
export type Overlay = {
  /** Once per operation, however often it is told. */
  readonly add: (operation: Operation) => void;
  /**
   * The overlay without operations that every stream contains by now; those quarantined keep their effect here until
   * they are repaired (rule P3). Who still reads this one misses nothing.
   */
  readonly forget: (appliedThrough: Seen, quarantined: ReadonlySet<string>) => Overlay;
  readonly order: (id: string, base: Order | null, appliedThrough: Seen) => Order | null;
  readonly stockLevel: (sku: string, base: StockLevel | null, appliedThrough: Seen) => StockLevel;
  readonly delivery: (id: string, base: Delivery | null, appliedThrough: Seen) => Delivery | null;
  /** Products whose stock local operations are about. */
  readonly skus: () => string[];
  /** These customers and whoever was written down here since; what a customer contains already changes nothing. */
  readonly customers: (bases: readonly Customer[]) => Customer[];
  /** What a customer has of points, with what was earned and spent here since. */
  readonly points: (
    customerId: string,
    base: CustomerPoints,
  ) => { readonly balance: number; readonly spentHere: number };
  /** These parked baskets with what was done here since, and those that were parked here. */
  readonly parkedBaskets: (bases: readonly ParkedBasket[], appliedThrough: Seen) => ParkedBasket[];
  /** These with what was arranged here since; what they contain already changes nothing. */
  readonly quickKeys: (base: QuickKeys | null) => QuickKeys | null;
  /** Deliveries that local operations are about. */
  readonly deliveryIds: () => string[];
  /** Orders that local operations are about, newest operation first. */
  readonly orderIds: () => string[];
  /** Whether the server keeps aside something that was done here about the order. */
  readonly isKeptAside: (orderId: string) => boolean;
};

const skusOf = (operation: Operation): string[] => [
  ...new Set([...movementsOf(operation), ...releasesOf(operation)].map(({ sku }) => sku)),
];

const push = (index: Map<string, Operation[]>, key: string, operation: Operation): void => {
  const operations = index.get(key);
  if (operations) operations.push(operation);
  else index.set(key, [operation]);
};

const amountOf = (
  rows: readonly { readonly sku: string; readonly quantity: number }[],
  sku: string,
) => quantity(rows.filter((row) => row.sku === sku).reduce((sum, row) => sum + row.quantity, 0));

/** A count that this till made holds here at once; what it leaves uncertain the server says. */
const countIn = (operation: Operation, sku: string): Pick<StockLevel, 'count'> => {
  const found = countsOf(operation).find((one) => one.sku === sku);
  return found === undefined ? {} : { count: found.count };
};

const applyToLevel = (level: StockLevel, operation: Operation): StockLevel => ({
  ...level,
  ...countIn(operation, level.sku),
  onHand: addQuantity(level.onHand, amountOf(movementsOf(operation), level.sku)),
  reserved: quantity(Math.max(0, level.reserved - amountOf(releasesOf(operation), level.sku))),
});

const isUnseen = (
  { hash, journalId, seq }: Operation,
  seen: Seen,
  quarantined: ReadonlySet<string>,
): boolean => quarantined.has(hash) || seq > (seen[journalId] ?? 0);

const lowestOf = (seen: Seen, other: Seen): Seen =>
  Object.fromEntries(
    Object.entries(seen).map(([journalId, seq]) => [
      journalId,
      Math.min(seq, other[journalId] ?? 0),
    ]),
  );

/** `quarantined`: hashes of the operations that the server keeps aside. */
export const createOverlay = (storeId: string, quarantined: ReadonlySet<string>): Overlay => {
  const operations = new Map<string, Operation>();
  const byOrder = new Map<string, Operation[]>();
  const bySku = new Map<string, Operation[]>();
  const byDelivery = new Map<string, Operation[]>();
  const byCustomer = new Map<string, Operation[]>();
  const byParked = new Map<string, Operation[]>();
  const arrangements: Operation[] = [];

  const unseen = (list: Operation[] | undefined, seen: Seen): Operation[] =>
    (list ?? []).filter((operation) => isUnseen(operation, seen, quarantined));

  /**
   * A document counts an operation that the server keeps aside; one whose status has not been heard of may be such a
   * one and is told again, as these documents take each fact once. Of stock, which adds, its `seen` alone is believed.
   */
  const untold = (
    list: Operation[] | undefined,
    base: { readonly seen: Seen } | null,
    appliedThrough: Seen,
  ): Operation[] =>
    unseen(list, base === null ? appliedThrough : lowestOf(base.seen, appliedThrough));

  return {
    add: (operation) => {
      if (operations.has(operation.id)) return;
      operations.set(operation.id, operation);
      for (const orderId of orderIdsOf(operation)) push(byOrder, orderId, operation);
      for (const sku of skusOf(operation)) push(bySku, sku, operation);
      const deliveryId = deliveryIdOf(operation);
      if (deliveryId !== null) push(byDelivery, deliveryId, operation);
      const customerId = customerIdOf(operation);
      if (customerId !== null) push(byCustomer, customerId, operation);
      const parkedId = parkedIdOf(operation);
      if (parkedId !== null) push(byParked, parkedId, operation);
      if (operation.type === 'tiles.arranged') arrangements.push(operation);
    },
    forget: (appliedThrough, quarantinedNow) => {
      const next = createOverlay(storeId, quarantinedNow);
      for (const operation of operations.values())
        if (isUnseen(operation, appliedThrough, quarantinedNow)) next.add(operation);
      return next;
    },
    order: (id, base, appliedThrough) =>
      untold(byOrder.get(id), base, appliedThrough).reduce(
        (order, operation) => applyToOrder(order, operation, id),
        base,
      ),
    stockLevel: (sku, base, appliedThrough) =>
      unseen(bySku.get(sku), base?.seen ?? appliedThrough).reduce(
        applyToLevel,
        base ?? { storeId, sku, onHand: NONE, reserved: NONE, seen: {} },
      ),
    delivery: (id, base, appliedThrough) =>
      untold(byDelivery.get(id), base, appliedThrough).reduce(applyToDelivery, base),
    skus: () => [...bySku.keys()],
    customers: (bases) => {
      const known = new Map(bases.map((customer) => [customer.id, customer]));
      for (const [id, list] of byCustomer) {
        const customer = list.reduce(applyToCustomer, known.get(id) ?? null);
        if (customer) known.set(id, customer);
      }
      return [...known.values()];
    },
    points: (customerId, { balance, seen }) => {
      const here = unseen(byCustomer.get(customerId), seen).map(pointsToldBy);
      return {
        balance: here.reduce((sum, points) => sum + sumOfPoints(points), balance),
        spentHere: here.reduce((sum, { spent }) => sum + spent, 0),
      };
    },
    parkedBaskets: (bases, appliedThrough) => {
      const known = new Map(bases.map((basket) => [basket.id, basket]));
      for (const [id, list] of byParked) {
        const base = known.get(id) ?? null;
        const basket = untold(list, base, appliedThrough).reduce(applyToParked, base);
        if (basket) known.set(id, basket);
      }
      return [...known.values()];
    },
    quickKeys: (base) => arrangements.reduce(applyToQuickKeys, base),
    deliveryIds: () => [...byDelivery.keys()],
    orderIds: () => [...byOrder.keys()].toReversed(),
    isKeptAside: (orderId) =>
      (byOrder.get(orderId) ?? []).some(({ hash }) => quarantined.has(hash)),
  };
};
