import type { Announcement } from '#shared/domain/delivery/apply.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { units } from '#shared/kernel/quantity.ts';
import { minutesAfter } from './calendar.ts';
import { DEMO_STORES } from './demo-stores.ts';

const SUPPLIERS = ['ТОО «Алатау-Трейд»', 'ТОО «Береке Food»'] as const;

/** Products of a delivery, and pieces of each. */
const LINES = 6;
const PACKED = [6, 10, 12, 24] as const;

/** What suppliers are to bring to each store of the demo, with its paper's number. */
export const demoDeliveries = (products: readonly Product[], now: string): Announcement[] => {
  const goods = products
    .filter(({ kind, unit, tile }) => kind === 'goods' && unit === 'piece' && tile !== null)
    .toSorted((left, right) => (left.tile ?? 0) - (right.tile ?? 0));
  return DEMO_STORES.flatMap(({ storeId }) =>
    SUPPLIERS.map((supplier, number) => ({
      id: `${storeId}-IN-${number + 1}`,
      toStoreId: storeId,
      supplier,
      reference: `N-${1040 + number}`,
      sentAt: minutesAfter(now, -60 * (20 + number)),
      expectedAt: minutesAfter(now, 60 * (2 + number)),
      lines: goods.slice(number * LINES, (number + 1) * LINES).map(({ sku }, index) => ({
        sku,
        quantity: units(PACKED[index % PACKED.length] ?? 6),
      })),
    })),
  );
};
