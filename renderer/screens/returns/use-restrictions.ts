import type { Order } from '#shared/domain/order/schema.ts';
import { type Restriction, restrictionOf } from '#shared/domain/return/permit.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import { useLive } from '#renderer/queries/use-live.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useTrustedNow } from '#renderer/session/use-trusted-now.ts';
import { useTill } from '#renderer/session/till-context.ts';

const MINUTE = 60_000;

/** Lines that are taken back with a defect only, and why (rule R17), by line id. */
export const useRestrictions = (order: Order): ReadonlyMap<string, Restriction> => {
  const { catalog } = useTill().store;
  const { policy } = useReferences();
  const at = useTrustedNow(MINUTE);
  const lines = returnableLines(order).map(({ line }) => line);
  const categoryBySku = useLive(
    async () => {
      const products = await Promise.all(lines.map(({ sku }) => catalog.product(sku)));
      return new Map(
        products.flatMap((product) =>
          product ? [[product.sku, product.categoryId] as const] : [],
        ),
      );
    },
    `categories:${order.id}`,
    'catalog',
  );
  const terms = { policy, at, categoryBySku: categoryBySku ?? new Map<string, string>() };
  return new Map(
    lines.flatMap((line) => {
      const restriction = restrictionOf(order, line, terms);
      return restriction ? [[line.id, restriction] as const] : [];
    }),
  );
};
