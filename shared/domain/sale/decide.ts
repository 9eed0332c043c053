import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { add, type Currency, subtract } from '#shared/kernel/money.ts';
import type { Payment } from '../payment/schema.ts';
import { type Offer, type PaymentProblem, settle } from '../payment/settle.ts';
import { isPriceable } from '../pricing/is-priceable.ts';
import { isWithinLimit } from '../pricing/manual-discounts.ts';
import type { Basket } from '../pricing/basket.ts';
import { codesUsed } from '../pricing/promo-codes.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import type { PromotionBook } from '../pricing/promotion-book.ts';
import type { SaleProblem } from './problems.ts';
import type { Sale } from './schema.ts';

export type CompleteSale = {
  readonly orderId: string;
  readonly number: string;
  readonly currency: Currency;
  readonly catalogVersion: number;
  readonly customerId: string | null;
  readonly note?: string | undefined;
  readonly buyerTaxNumber?: string | undefined;
  readonly basket: Basket;
  readonly promotions: PromotionBook;
  /** When the basket was priced: the moment the customer was told the total. */
  readonly pricedAt: string;
  /** Settled already: what goods that come back pay of it (rule R8); left out = nothing. */
  readonly paid?: readonly Payment[];
  readonly offers: readonly Offer[];
  readonly cashIncrement: number;
  /** Basis points that people may take off together; left out = all of it. */
  readonly discountLimit?: number;
  readonly at: string;
};

const WHOLE = 10_000;

/** A basket and the money for it become a sale, or say why they cannot. */
export const decideSale = (command: CompleteSale): Result<Sale, SaleProblem | PaymentProblem> => {
  const { basket, orderId, number, currency, catalogVersion, customerId, note, buyerTaxNumber } =
    command;
  if (basket.lines.length === 0) return fail({ type: 'basket_empty' });
  const wrong = basket.lines.find((line) => line.quantity <= 0);
  if (wrong) return fail({ type: 'quantity_not_positive', lineId: wrong.id });
  if (!isPriceable(basket)) return fail({ type: 'amount_too_large' });
  const { lines, totals } = priceBasket(basket, command.promotions, command.pricedAt);
  if (!isWithinLimit(lines, command.discountLimit ?? WHOLE))
    return fail({ type: 'discount_over_limit' });
  const codes = codesUsed(lines, command.promotions);
  if (codes.length > 0 && customerId === null) return fail({ type: 'code_needs_customer' });
  const paid = command.paid ?? [];
  const due = subtract(totals.total, add(...paid.map(({ amount }) => amount)));
  const settled = settle(due, command.offers, command.cashIncrement, command.at);
  if (!settled.ok) return settled;
  const { payments, rounding } = settled.value;
  const { taxInclusive } = basket;
  return ok({
    orderId,
    number,
    currency,
    taxInclusive,
    catalogVersion,
    customerId,
    lines,
    totals: { ...totals, rounding },
    ...(codes.length > 0 ? { codes } : {}),
    payments: [...paid, ...payments],
    ...(note === undefined ? {} : { note }),
    ...(buyerTaxNumber === undefined ? {} : { buyerTaxNumber }),
  });
};
