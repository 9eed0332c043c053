import type { Order, Seen } from '#shared/domain/order/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { NONE, addQuantity, quantity } from '#shared/kernel/quantity.ts';
import { applyToOrder, movementsOf, orderIdOf, releasesOf } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';

/**
 * What was done here since the server last knew (design §1.4): local operations, and for each document those of them
 * it does not contain yet.
 */
export type Overlay = {
  /** Once per operation, however often it is told. */
  readonly add: (operation: Operation) => void;
  /** Operations kept aside by the server keep their effect here until they are repaired (rule P3). */
  readonly setQuarantined: (operationIds: ReadonlySet<string>) => void;
  /** Drops operations that every stream contains by now. */
  readonly forget: (appliedThrough: Seen) => void;
  readonly order: (id: string, base: Order | null, appliedThrough: Seen) => Order | null;
  readonly stockLevel: (sku: string, base: StockLevel | null, appliedThrough: Seen) => StockLevel;
  /** Orders that local operations are about, newest operation first. */
  readonly orderIds: () => string[];
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

const applyToLevel = (level: StockLevel, operation: Operation): StockLevel => ({
  ...level,
  onHand: addQuantity(level.onHand, amountOf(movementsOf(operation), level.sku)),
  reserved: quantity(Math.max(0, level.reserved - amountOf(releasesOf(operation), level.sku))),
});

export const createOverlay = (storeId: string): Overlay => {
  let operations = new Map<string, Operation>();
  let byOrder = new Map<string, Operation[]>();
  let bySku = new Map<string, Operation[]>();
  let quarantined: ReadonlySet<string> = new Set();

  const index = (operation: Operation): void => {
    const orderId = orderIdOf(operation);
    if (orderId !== null) push(byOrder, orderId, operation);
    for (const sku of skusOf(operation)) push(bySku, sku, operation);
  };

  const unseen = (list: Operation[] | undefined, seen: Seen): Operation[] =>
    (list ?? []).filter(
      ({ id, journalId, seq }) => quarantined.has(id) || seq > (seen[journalId] ?? 0),
    );

  return {
    add: (operation) => {
      if (operations.has(operation.id)) return;
      operations.set(operation.id, operation);
      index(operation);
    },
    setQuarantined: (ids) => {
      quarantined = ids;
    },
    forget: (appliedThrough) => {
      const left = unseen([...operations.values()], appliedThrough);
      if (left.length === operations.size) return;
      operations = new Map(left.map((operation) => [operation.id, operation]));
      byOrder = new Map();
      bySku = new Map();
      operations.forEach(index);
    },
    order: (id, base, appliedThrough) =>
      unseen(byOrder.get(id), base?.seen ?? appliedThrough).reduce(applyToOrder, base),
    stockLevel: (sku, base, appliedThrough) =>
      unseen(bySku.get(sku), base?.seen ?? appliedThrough).reduce(
        applyToLevel,
        base ?? { storeId, sku, onHand: NONE, reserved: NONE, seen: {} },
      ),
    orderIds: () => [...byOrder.keys()].toReversed(),
  };
};
