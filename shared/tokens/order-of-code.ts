import type { Product } from '../domain/catalog/schema.ts';
import { placeOrder } from '../domain/order/place.ts';
import type { Order } from '../domain/order/schema.ts';
import type { Payment } from '../domain/payment/schema.ts';
import { totalsOf } from '../domain/pricing/price-basket.ts';
import type { PricedLine } from '../domain/pricing/schema.ts';
import { taxesOf } from '../domain/pricing/tax.ts';
import { scale, ZERO } from '../kernel/money.ts';
import { UNIT } from '../kernel/quantity.ts';
import { ok, fail, type Result } from '../kernel/result.ts';
import type { PickupCode } from './pickup-code.ts';

/** `taxRate` in basis points. */
export type CodeProduct = Pick<Product, 'name' | 'kind' | 'unit'> & { readonly taxRate: number };

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
 * customer, discounts of the lines) is empty; taxes are those of `products`, by SKU. `before`: what the till did with it already.
 */
export const orderOfCode = (
  code: PickupCode,
  products: ReadonlyMap<string, CodeProduct>,
  before: Order | null,
): Result<Order, CodeWithoutLines> => {
  if (code.lines.type === 'hashed') return fail({ type: 'code_without_lines' });
  const known = code.lines.lines.map(({ sku }): CodeProduct => {
    const unknown = { name: { en: sku }, kind: 'goods', unit: 'piece', taxRate: 0 } as const;
    return products.get(sku) ?? unknown;
  });
  const taxed = code.lines.lines.map(({ total }, index) => ({
    net: total,
    taxRate: known[index]?.taxRate ?? 0,
  }));
  // What a line costs in all holds its tax, however the store shows prices.
  const taxes = taxesOf(taxed, true);
  const lines = code.lines.lines.flatMap(({ lineId: id, sku, quantity, total }, index) => {
    const product = known[index];
    if (!product) return [];
    const { name, kind, unit, taxRate } = product;
    const line: PricedLine = {
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
      taxRate,
      tax: taxes[index] ?? ZERO,
      total,
    };
    return [line];
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
