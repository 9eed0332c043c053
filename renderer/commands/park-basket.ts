import type { ParkedContent } from '#shared/domain/basket/schema.ts';
import type { VoidReason } from '#shared/domain/basket/void-reason.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { openPayment } from './open-payment.ts';
import { may } from './may.ts';
import type { TillProblem } from './problems.ts';

export type ParkingProblem =
  /** A card machine was asked for money of this basket, and has not answered yet. */
  | { readonly type: 'payment_open' }
  /** It was recalled meanwhile, here or at another till. */
  | { readonly type: 'basket_not_parked' };

type Problem = TillProblem | ParkingProblem;

type ToPark = { readonly basketId: string; readonly content: ParkedContent };

/** A basket is put aside for its customer, here and at the other tills of the store. */
export const parkBasket = (
  till: TillStore,
  actor: Actor,
  { basketId, content }: ToPark,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> => {
    const { settings } = till.view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    const isParked = till.view.parkedBaskets().some(({ id }) => id === basketId);
    if (isParked || (await till.view.order(basketId)) !== null)
      return fail({ type: 'already_done' });
    if ((await openPayment(till))?.orderId === basketId) return fail({ type: 'payment_open' });
    const { currency } = settings;
    return ok({ type: 'basket.parked', payload: { basketId, currency, content } });
  });

type ToRecall = { readonly basketId: string; readonly nextOrderId: string };

/** This till goes on with a parked basket; what is sold is an order of its own (`nextOrderId`). */
export const recallBasket = (
  { journal, view }: TillStore,
  actor: Actor,
  payload: ToRecall,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  journal.write(actor, async (): Promise<Decided<Problem>> => {
    const isParked = view.parkedBaskets().some(({ id }) => id === payload.basketId);
    return isParked
      ? ok({ type: 'basket.recalled', payload })
      : fail({ type: 'basket_not_parked' });
  });

type ToDiscard = { readonly basketId: string; readonly reason: VoidReason };

/** A parked basket is given up: who, how much and why stay on record (rule R7). */
export const discardBasket = (
  till: TillStore,
  actor: Actor,
  { basketId, reason }: ToDiscard,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> => {
    const { settings, promotions } = till.view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    const basket = till.view.parkedBaskets().find(({ id }) => id === basketId);
    if (!basket) return fail({ type: 'basket_not_parked' });
    if (!(await may(till, actor, 'void'))) return fail({ type: 'manager_needed' });
    const { content } = basket.parked;
    const { currency } = settings;
    const [lineCount, amount] = [
      content.lines.length,
      priceBasket(content, promotions, till.time.now()).totals.total,
    ];
    return ok({
      type: 'basket.discarded',
      payload: { basketId, lineCount, currency, amount, reason },
    });
  });
