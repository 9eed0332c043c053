import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { add, type Currency, type Minor, subtract } from '#shared/kernel/money.ts';
import type { Payment } from '../payment/schema.ts';
import { earnedOn } from '../points/earn.ts';
import { pointsValueOf } from '../points/of-order.ts';
import type { KnownPoints, PointsRule, SalePoints } from '../points/schema.ts';
import { type Offer, type PaymentProblem, settle } from '../payment/settle.ts';
import { type GiftCardLimits, giftCardTotal } from '../pricing/gift-card.ts';
import { isPriceable } from '../pricing/is-priceable.ts';
import { isWithinLimit } from '../pricing/manual-discounts.ts';
import type { Basket } from '../pricing/basket.ts';
import { codesUsed, type KnownUses, refusedUse } from '../pricing/promo-codes.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import type { PromotionBook } from '../pricing/promotion-book.ts';
import { giftCardRefusal } from './gift-cards.ts';
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
  /** Known uses of codes that this customer has once; left out = the money is taken, so that they refuse nothing. */
  readonly codeUses?: KnownUses['uses'];
  /** Left out = points are neither earned nor spent. */
  readonly points?: PointsTerms;
  /** What may be put on a gift card; left out = the money is taken, so that no card is refused. */
  readonly giftCards?: GiftCardLimits;
  readonly cashIncrement: number;
  /** Basis points that people may take off together; left out = all of it. */
  readonly discountLimit?: number;
  readonly at: string;
};

/** What a sale goes by where it earns and spends points. */
export type PointsTerms = {
  /** null = the store gives and takes none. */
  readonly rule: PointsRule | null;
  /** What the customer has before it, as far as the till knows. */
  readonly known: KnownPoints | null;
  /** Points behind what is settled already. */
  readonly paid: number;
};

const WHOLE = 10_000;

const NO_TERMS: PointsTerms = { rule: null, known: null, paid: 0 };

type Priced = ReturnType<typeof priceBasket> & {
  /** What is left of the offers to be settled as money. */
  readonly offers: readonly Offer[];
  /** Points that are offered. */
  readonly spent: number;
};

const isOfPoints = ({ tender }: Pick<Offer, 'tender'>): boolean => tender === 'points';

const sumOf = (offers: readonly { readonly amount: Minor }[]): Minor =>
  add(...offers.map(({ amount }) => amount));

/**
 * What the basket costs. Points that are no tender come off it first and lower its tax (rule R13); where prices do not hold
 * the tax they would take off more than they are worth, and pay like money.
 */
const priced = (command: CompleteSale): Result<Priced, SaleProblem | PaymentProblem> => {
  const { basket, promotions, pricedAt, offers, customerId } = command;
  const { rule } = command.points ?? NO_TERMS;
  const asked = add(...offers.filter(isOfPoints).map(({ tendered }) => tendered));
  if (asked === 0) return ok({ ...priceBasket(basket, promotions, pricedAt), offers, spent: 0 });
  if (rule === null || customerId === null || asked % rule.worth !== 0)
    return fail({ type: 'points_not_taken' });
  const spent = asked / rule.worth;
  if (rule.asTender || !basket.taxInclusive)
    return ok({ ...priceBasket(basket, promotions, pricedAt), offers, spent });
  const lowered = priceBasket({ ...basket, points: asked }, promotions, pricedAt);
  const over = subtract(asked, pointsValueOf({ lines: lowered.lines, payments: [] }));
  if (over > 0) return fail({ type: 'change_only_from_cash', over });
  return ok({ ...lowered, offers: offers.filter((offer) => !isOfPoints(offer)), spent });
};

/** What a sale does to its customer's points: earned on all that was paid, but not on what points paid, nor for gift cards. */
const pointsIn = (
  { customerId, points = NO_TERMS }: CompleteSale,
  { lines, totals, spent }: Pick<Priced, 'lines' | 'totals' | 'spent'>,
  payments: readonly Payment[],
): SalePoints | null => {
  const { rule, known, paid } = points;
  if (customerId === null || (rule === null && paid === 0)) return null;
  const forProducts = subtract(totals.total, giftCardTotal(lines));
  const inMoney = subtract(forProducts, sumOf(payments.filter(isOfPoints)));
  const earned = rule === null ? 0 : earnedOn(rule, inMoney);
  const moved = earned - spent - paid;
  return {
    earned,
    spent: spent + paid,
    known: known && { ...known, balance: known.balance + moved },
  };
};

/** A basket and the money for it become a sale, or say why they cannot. */
export const decideSale = (command: CompleteSale): Result<Sale, SaleProblem | PaymentProblem> => {
  const { basket, orderId, number, currency, catalogVersion, customerId, note, buyerTaxNumber } =
    command;
  if (basket.lines.length === 0) return fail({ type: 'basket_empty' });
  const wrong = basket.lines.find((line) => line.quantity <= 0);
  if (wrong) return fail({ type: 'quantity_not_positive', lineId: wrong.id });
  if (!isPriceable(basket)) return fail({ type: 'amount_too_large' });
  const price = priced(command);
  if (!price.ok) return price;
  const { lines, totals } = price.value;
  if (!isWithinLimit(lines, command.discountLimit ?? WHOLE))
    return fail({ type: 'discount_over_limit' });
  const codes = codesUsed(lines, command.promotions);
  const refused = refusedUse(codes, customerId === null ? null : (command.codeUses ?? []));
  if (refused) return fail(refused);
  const paid = command.paid ?? [];
  const due = subtract(totals.total, sumOf(paid));
  const settled = settle(due, price.value.offers, command.cashIncrement, command.at);
  if (!settled.ok) return settled;
  const { payments, rounding } = settled.value;
  const { taxInclusive } = basket;
  const all = [...paid, ...payments];
  const { giftCards } = command;
  const unsold = giftCards ? giftCardRefusal(basket, price.value, all, giftCards) : null;
  if (unsold) return fail(unsold);
  const points = pointsIn(command, price.value, all);
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
    payments: all,
    ...(points === null ? {} : { points }),
    ...(note === undefined ? {} : { note }),
    ...(buyerTaxNumber === undefined ? {} : { buyerTaxNumber }),
  });
};
