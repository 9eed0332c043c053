import { add, type Minor, minor, ZERO } from '#shared/kernel/money.ts';
import { priceTimes, type Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { priceIn, type Product } from '../catalog/schema.ts';
import { isPriceable } from '../pricing/is-priceable.ts';
import { priceTag } from '../pricing/price-tag.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import type { PromotionBook } from '../pricing/promotion-book.ts';
import { taxesOf } from '../pricing/tax.ts';
import type { Policy } from '../settings/policy.ts';
import { cashIncrementAt } from '../settings/cash-increment.ts';
import type { StoreSettings } from '../settings/schema.ts';
import { taxRateOf } from '../settings/tax-rate-of.ts';
import { creditCodeOf } from './credit-code.ts';
import { refundOf } from './decide.ts';
import { approvalProblem, isNotReturnable, type ReturnTerms } from './permit.ts';
import type { BlindProblem, PermitProblem } from './problems.ts';
import { type InsteadTender, refundRounding, spreadRefunds } from './refunds.ts';
import type { Condition, Disposition, Return, ReturnLine, ReturnReason } from './schema.ts';

/** Goods that come back without a receipt. */
export type BlindRequest = {
  readonly id: string;
  readonly product: Product;
  readonly quantity: Quantity;
  readonly reason: ReturnReason;
  readonly condition: Condition;
  readonly disposition: Disposition;
};

type Pricing = {
  readonly settings: Pick<
    StoreSettings,
    'currency' | 'timeZone' | 'taxInclusive' | 'taxRates' | 'cashIncrement'
  >;
  readonly promotions: PromotionBook;
  readonly prices: PriceBook;
  /** Stores that ask prices in the currency of this one. */
  readonly storeIds: readonly string[];
  /** The moment of the prices. */
  readonly pricedAt: string;
};

export type CompleteBlindReturn = Pricing & {
  readonly at: string;
  readonly returnId: string;
  readonly number: string;
  /** Whoever brings the goods, as they say who they are: the limits count by it. */
  readonly customer: string;
  readonly creditConsent: boolean;
  readonly requests: readonly BlindRequest[];
  readonly refundId: string;
  readonly tender: InsteadTender;
};

/** The least it is known to cost in any of these stores, with the best promotion in force. */
export const lowestPrice = (
  product: Product,
  { promotions, prices, storeIds, pricedAt }: Omit<Pricing, 'settings'>,
): Minor => {
  const listed = prices.priceOf(product, pricedAt);
  const price = minor(Math.min(listed, ...storeIds.map((id) => priceIn(product, id))));
  return priceTag(product, price, promotions, pricedAt).price;
};

/** What goods without a receipt are worth, each at the least it is known to have cost. */
export const blindLines = (
  requests: readonly BlindRequest[],
  { settings, ...pricing }: Pricing,
): Result<ReturnLine[], BlindProblem> => {
  if (requests.length === 0) return fail({ type: 'nothing_to_return' });
  const wrong = requests.find(({ quantity }) => quantity <= 0);
  if (wrong) return fail({ type: 'quantity_not_positive', lineId: wrong.id });
  const priced = requests.map(({ product, quantity }) => ({
    quantity,
    unitPrice: lowestPrice(product, pricing),
    // What this store cannot tax it never sold, so it gives back no tax of it.
    taxRate: taxRateOf(settings.taxRates, product.taxRateId) ?? 0,
  }));
  if (!isPriceable({ lines: priced })) return fail({ type: 'amount_too_large' });
  const nets = priced.map(({ quantity, unitPrice, taxRate }) => ({
    net: priceTimes(unitPrice, quantity),
    taxRate,
  }));
  const taxes = taxesOf(nets, settings.taxInclusive);
  return ok(
    requests.map(({ id, product, quantity, reason, condition, disposition }, index): ReturnLine => {
      const { net, taxRate } = nets[index] ?? { net: minor(0), taxRate: 0 };
      const tax = taxes[index] ?? minor(0);
      const { sku, name, kind, unit } = product;
      return {
        id,
        orderLineId: null,
        sku,
        name,
        kind,
        unit,
        quantity,
        taxRate,
        tax,
        total: settings.taxInclusive ? net : add(net, tax),
        reason,
        condition,
        disposition,
      };
    }),
  );
};

/** Goods come back and nothing says that they were sold here. */
export const decideBlindReturn = (command: CompleteBlindReturn): Result<Return, BlindProblem> => {
  const { settings, at, tender, refundId: id, returnId, number } = command;
  const customer = command.customer.trim();
  if (customer === '') return fail({ type: 'customer_missing' });
  const lines = blindLines(command.requests, command);
  if (!lines.ok) return lines;
  const total = add(...lines.value.map((line) => line.total));
  const { currency } = settings;
  const cashIncrement = cashIncrementAt(settings, at);
  const worth = spreadRefunds(
    [{ tender, amount: roundedUp(total, cashIncrement) }],
    total,
    cashIncrement,
  );
  const reference = tender === 'store_credit' ? creditCodeOf(number, returnId) : null;
  const refunds = worth.map((part) => refundOf({ ...part, id, reference }, at));
  return ok({
    returnId,
    number,
    orderId: null,
    proof: 'none',
    customer,
    creditConsent: command.creditConsent,
    currency,
    lines: lines.value,
    total,
    rounding: refundRounding(total, worth, cashIncrement, ZERO) ?? minor(0),
    refunds,
  });
};

const roundedUp = (amount: Minor, increment: number): Minor =>
  minor(Math.ceil(amount / increment) * increment);

/** What may be given for goods without a receipt: nobody knows what paid, so each needs the policy (rule R14). */
export const blindTenders = ({ cashForOthers, storeCredit }: Policy): InsteadTender[] => [
  ...(storeCredit ? (['store_credit'] as const) : []),
  ...(cashForOthers ? (['cash'] as const) : []),
];

/** `earlier`: returns without a receipt of this customer in the last 30 days, anywhere, as far as this till knows. */
export const permitBlindReturn = (
  { lines, total, creditConsent, refunds }: Return,
  earlier: number,
  terms: Pick<ReturnTerms, 'policy' | 'actorId' | 'approverId' | 'categoryBySku'>,
): BlindProblem | PermitProblem | null => {
  const { policy, categoryBySku } = terms;
  const refused = lines.find(
    ({ sku, reason }) =>
      reason !== 'defect' && isNotReturnable(policy, { sku, categoryId: categoryBySku.get(sku) }),
  );
  if (refused) return { type: 'not_returnable', lineId: refused.id };
  const [tender] = refunds.map((refund) => refund.tender);
  const isAllowed = blindTenders(policy).some((one) => one === tender);
  if (tender !== undefined && !isAllowed) return { type: 'blind_not_allowed' };
  if (tender === 'store_credit' && !creditConsent) return { type: 'consent_missing' };
  if (total > policy.blindReturnLimit)
    return { type: 'blind_limit', limit: policy.blindReturnLimit };
  if (earlier >= policy.blindReturnsPerMonth) return { type: 'blind_too_often', count: earlier };
  return approvalProblem(['no_receipt'], terms);
};
