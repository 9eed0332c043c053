import type { Offer, PaymentProblem } from '#shared/domain/payment/settle.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { decideSale } from '#shared/domain/sale/decide.ts';
import type { SaleProblem } from '#shared/domain/sale/problems.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import { giftCardLimitsOf } from '#shared/domain/settings/default-policy.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { ToldBuyer } from '../store/told-buyers.ts';
import { usesHere } from './code-refusal.ts';
import type { TillProblem } from './problems.ts';
import { shiftRefusal } from './in-shift.ts';
import { pointsTerms } from './look-up-points.ts';
import { receiptNumber } from './receipt-number.ts';

type Problem = SaleProblem | PaymentProblem | TillProblem;

export type CompleteSaleInput = {
  readonly orderId: string;
  readonly basket: Basket;
  readonly customerId: string | null;
  /** What is known of that customer, who may be one of another store; left out = no more than the id. */
  readonly buyer?: ToldBuyer | null;
  readonly note?: string | undefined;
  readonly buyerTaxNumber?: string | undefined;
  readonly offers: readonly Offer[];
  /** When the total was told to the customer. */
  readonly pricedAt: string;
  /** Those of then, where the money is taken already; left out = those that the till knows now. */
  readonly promotions?: PromotionBook;
  /** Basis points that whoever sells may take off; left out when the money is taken already, and known uses refuse no code. */
  readonly discountLimit?: number;
};

/** The sale is on disk when this resolves. Doing it twice for one basket sells once (rule J2). */
export const completeSale = (
  till: TillStore,
  actor: Actor,
  input: CompleteSaleInput,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (next): Promise<Decided<Problem>> => {
    const { view, now } = till;
    const { settings, policy, catalogVersion, ...known } = view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    if (await view.order(input.orderId)) return fail({ type: 'already_done' });
    const isPaid = input.discountLimit === undefined;
    const closed = isPaid ? null : await shiftRefusal(till, actor);
    if (closed) return closed;
    const at = now();
    const points = await pointsTerms(till, input.customerId);
    const sale = decideSale({
      ...input,
      points,
      ...(isPaid
        ? {}
        : { codeUses: usesHere(till, input.customerId), giftCards: giftCardLimitsOf(policy) }),
      number: receiptNumber(next),
      currency: settings.currency,
      cashIncrement: cashIncrementAt(settings, at),
      catalogVersion,
      promotions: input.promotions ?? known.promotions,
      at,
    });
    if (!sale.ok) return sale;
    if (input.buyer) await view.keepBuyer(input.buyer);
    return ok({ type: 'sale.completed', payload: sale.value });
  });
