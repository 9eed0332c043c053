import type { Product } from '../domain/catalog/schema.ts';
import type { Order } from '../domain/order/schema.ts';
import type { Payment } from '../domain/payment/schema.ts';
import { GIFT_CARD_NAME, GIFT_CARD_SKU } from '../domain/pricing/gift-card.ts';
import { totalsOf } from '../domain/pricing/price-basket.ts';
import type { PricedLine } from '../domain/pricing/schema.ts';
import { add, subtract, ZERO } from '../kernel/money.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { SignedReceipt } from './receipt-token.ts';

type Named = Pick<Product, 'name' | 'kind' | 'unit'>;

const GIFT_CARD = { name: GIFT_CARD_NAME, kind: 'gift_card', unit: 'piece' } as const;

/** The lines did not fit into the receipt's code: the order itself has to come. */
export type ReceiptWithoutLines = { readonly type: 'receipt_without_lines' };

/**
 * An order as its signed receipt tells it, where it never came to this till (rule S5): what was sold, for how much, and
 * what paid. Names come from `products` by SKU; what a receipt's code does not say (the customer, discounts) is empty.
 */
export const orderOfReceipt = (
  receipt: SignedReceipt,
  products: ReadonlyMap<string, Named>,
): Result<Order, ReceiptWithoutLines> => {
  if (receipt.lines.type === 'hashed') return fail({ type: 'receipt_without_lines' });
  const { orderId: id, number, soldAt, currency, taxInclusive, certificate } = receipt;
  const lines = receipt.lines.lines.map(({ lineId, total, tax, ...line }): PricedLine => {
    const product = products.get(line.sku);
    const unknown = { name: { en: line.sku }, kind: 'goods', unit: 'piece' } as const;
    const { name, kind, unit } = line.sku === GIFT_CARD_SKU ? GIFT_CARD : (product ?? unknown);
    const net = taxInclusive ? total : subtract(total, tax);
    return { ...line, id: lineId, name, kind, unit, gross: net, discounts: [], net, tax, total };
  });
  const payments = receipt.payments.map(({ tender, amount }): Payment => ({
    id: `${id}-${tender}`.slice(0, 64),
    tender,
    amount,
    tendered: amount,
    change: ZERO,
    reference: null,
    at: soldAt,
  }));
  const paid = add(...payments.map(({ amount }) => amount));
  return ok({
    id,
    number,
    channel: 'store',
    storeId: certificate.storeId,
    tillId: certificate.tillId,
    staffId: null,
    provisional: true,
    placedAt: soldAt,
    updatedAt: soldAt,
    customer: null,
    currency,
    taxInclusive,
    lines,
    formerLines: [],
    removals: [],
    totals: { ...totalsOf(lines), rounding: subtract(paid, receipt.total) },
    payments,
    refunds: [],
    returns: [],
    pickup: null,
    canceledAt: null,
    seen: {},
  });
};
