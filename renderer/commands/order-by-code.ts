import type { Order } from '#shared/domain/order/schema.ts';
import { taxRateOf } from '#shared/domain/settings/tax-rate-of.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type CodeProduct,
  type CodeWithoutLines,
  orderOfCode,
} from '#shared/tokens/order-of-code.ts';
import type { PickupCode } from '#shared/tokens/pickup-code.ts';
import { keepCodeOrder } from '../store/code-orders.ts';
import type { TillStore } from '../store/till-store.ts';

/** An order, and whether it is known from its customer's code alone. */
export type KnownOrder = { readonly order: Order; readonly isByCode: boolean };

const productsOf = async (
  { catalog, view }: TillStore,
  { lines }: PickupCode,
): Promise<ReadonlyMap<string, CodeProduct>> => {
  const skus = lines.type === 'listed' ? lines.lines.map(({ sku }) => sku) : [];
  const found = await Promise.all(skus.map((sku) => catalog.product(sku)));
  const rates = view.references().settings?.taxRates ?? [];
  return new Map(
    found.flatMap((product) =>
      product
        ? // Told by the order itself once it comes; till then as of a product that is not known.
          [
            [
              product.sku,
              { ...product, taxRate: taxRateOf(rates, product.taxRateId) ?? 0 },
            ] as const,
          ]
        : [],
    ),
  );
};

/** The order as this till knows it; else as its customer's signed code tells it (rule R20). */
export const orderByCode = async (
  till: TillStore,
  orderId: string,
  code: PickupCode | null,
): Promise<Result<KnownOrder, CodeWithoutLines | { readonly type: 'order_unknown' }>> => {
  const known = await till.view.order(orderId);
  if (known && (code === null || !known.provisional)) return ok({ order: known, isByCode: false });
  if (code?.orderId !== orderId) return fail({ type: 'order_unknown' });
  const told = orderOfCode(code, await productsOf(till, code), known);
  return told.ok ? ok({ order: told.value, isByCode: true }) : told;
};

/** What its customer's code tells of an order stays with the till that hands it over, until the order itself comes. */
export const keepOrderOfCode = async (till: TillStore, code: PickupCode): Promise<void> => {
  const [pulled] = await till.state.orders([code.orderId]);
  if (pulled) return;
  const told = orderOfCode(code, await productsOf(till, code), null);
  if (told.ok) await keepCodeOrder(till.ledger, { ...told.value, provisional: true });
};
