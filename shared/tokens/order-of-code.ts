import type { Product } from '../domain/catalog/schema.ts';
import { placeOrder } from '../domain/order/place.ts';
import type { Order } from '../domain/order/schema.ts';
import type { Payment } from '../domain/payment/schema.ts';
import { totalsOf } from '../domain/pricing/price-basket.ts';
import type { PricedLine } from '../domain/pricing/schema.ts';
import { scale, ZERO } from '../kernel/money.ts';
import { UNIT } from '../kernel/quantity.ts';
import { ok, fail, type Result } from '../kernel/result.ts';
import type { PickupCode } from './pickup-code.ts';

type Named = Pick<Product, 'name' | 'kind' | 'unit'>;

/** The lines did not fit into the code: the order itself has to come. */
export type CodeWithoutLines = { readonly type: 'code_without_lines' };

const paidOnline = ({ nonce, paid, placedAt }: PickupCode): Payment[] =>
  paid === 0
    ? []
    : [
        {
          id: nonce,
          tender: 'online',
          amount: paid,
          tendered: paid,
          change: ZERO,
          reference: null,
          at: placedAt,
        },
      ];

/**
 * An order as its customer's code tells it (rule R20), where it never came to this till. What a code does not say (the
 * customer, taxes and discounts of the lines) is empty. `before`: what the till did with it already; `products` by SKU.
 */
export const orderOfCode = (
  code: PickupCode,
  products: ReadonlyMap<string, Named>,
  before: Order | null,
): Result<Order, CodeWithoutLines> => {
  if (code.lines.type === 'hashed') return fail({ type: 'code_without_lines' });
  const lines = code.lines.lines.map(({ lineId: id, sku, quantity, total }): PricedLine => {
    const { name, kind, unit } = products.get(sku) ?? {
      name: { en: sku },
      kind: 'goods' as const,
      unit: 'piece' as const,
    };
    return {
      id,
      sku,
      name,
      kind,
      unit,
      quantity,
      unitPrice: scale(total, UNIT, quantity),
      gross: total,
      discounts: [],
      net: total,
      taxRate: 0,
      tax: ZERO,
      total,
    };
  });
  const { orderId: id, number, storeId, currency, placedAt, expiresAt } = code;
  return ok(
    placeOrder(before, {
      id,
      number,
      channel: 'web',
      storeId,
      customer: { customerId: null, name: '', phone: '' },
      currency,
      taxInclusive: true,
      basket: { lines, totals: totalsOf(lines) },
      payments: paidOnline(code),
      placedAt,
      expiresAt,
    }),
  );
};
