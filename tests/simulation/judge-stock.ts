import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { isUncertain, onHandOf } from '#shared/domain/stock/count.ts';
import { type StockCount, stockLevelId } from '#shared/domain/stock/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { countsOf } from '#shared/operations/counts.ts';
import { applyToDelivery, deliveryIdOf } from '#shared/operations/delivery-effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Facts } from './facts.ts';
import { demand } from './witness.ts';

const countsByLevel = (applied: readonly Operation[]): ReadonlyMap<string, StockCount[]> => {
  const counts = new Map<string, StockCount[]>();
  for (const operation of applied)
    for (const { sku, count } of countsOf(operation)) {
      const id = stockLevelId(operation.storeId, sku);
      counts.set(id, [...(counts.get(id) ?? []), count]);
    }
  return counts;
};

/** S4: on hand is the last count and what moved after it, whatever was heard of first. */
export const judgeCounts = (facts: Facts, applied: readonly Operation[]): void => {
  const counts = countsByLevel(applied);
  const moved = facts.movements.filter(({ kind }) => kind !== 'stocktake');
  for (const { document: level } of facts.documents('stock')) {
    const id = stockLevelId(level.storeId, level.sku);
    const here = moved.filter((row) => row.storeId === level.storeId && row.sku === level.sku);
    const due = onHandOf(here, counts.get(id) ?? []);
    demand(level.onHand === due, 'S4', () => `${id} on hand ${level.onHand}, counted ${due}`);
    const { count, uncertain = [] } = level;
    const unclear = count === undefined ? [] : here.filter((row) => isUncertain(row, count));
    const ids = [...new Set(unclear.map(({ operationId }) => operationId))].toSorted();
    demand(
      canonicalJson(ids) === canonicalJson(uncertain),
      'S4',
      () => `${id} is uncertain by ${uncertain.join(' ')}, due is ${ids.join(' ')}`,
    );
  }
};

const withoutSeen = ({ seen: _, ...delivery }: Delivery) => delivery;

/** S5: a delivery is what its facts make of it, forwards and backwards. */
export const judgeDeliveries = (facts: Facts, applied: readonly Operation[]): void => {
  const deliveries = facts
    .documents('references')
    .flatMap(({ document }) => (document.type === 'delivery' ? [document.value] : []));
  const about = applied.filter((operation) => deliveryIdOf(operation) !== null);
  const ids = new Set(about.map(deliveryIdOf));
  demand(
    ids.size === deliveries.length,
    'S5',
    () => `${deliveries.length} deliveries, facts of ${ids.size}`,
  );
  for (const delivery of deliveries)
    for (const facing of [about, about.toReversed()]) {
      const own = facing.filter((operation) => deliveryIdOf(operation) === delivery.id);
      const due = own.reduce<Delivery | null>(applyToDelivery, null);
      demand(
        due !== null && canonicalJson(withoutSeen(due)) === canonicalJson(withoutSeen(delivery)),
        'S5',
        () => `delivery ${canonicalJson(delivery)}\nits facts make ${canonicalJson(due)}`,
      );
    }
};
