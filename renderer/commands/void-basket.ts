import type { VoidReason } from '#shared/domain/basket/void-reason.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { may } from './may.ts';
import { openPayment } from './open-payment.ts';
import type { TillProblem } from './problems.ts';

type Problem = TillProblem;

type Voided = {
  readonly orderId: string;
  readonly basket: Basket;
  readonly reason: VoidReason;
};

const basketVoided = (
  { view, time }: TillStore,
  { orderId, basket, reason }: Voided,
): Decided<Problem> => {
  const { settings, promotions } = view.references();
  if (!settings) return fail({ type: 'settings_missing' });
  const { totals } = priceBasket(basket, promotions, time.now());
  const { currency } = settings;
  const [lineCount, amount] = [basket.lines.length, totals.total];
  return ok({ type: 'basket.voided', payload: { orderId, lineCount, currency, amount, reason } });
};

const lineVoided = (
  { view, time }: TillStore,
  { orderId, basket, reason }: Voided,
): Decided<Problem> => {
  const { settings, promotions } = view.references();
  const [line] = priceBasket(basket, promotions, time.now()).lines;
  if (!settings || !line) return fail({ type: 'settings_missing' });
  const { sku, quantity, total: amount } = line;
  return ok({
    type: 'line.voided',
    payload: { orderId, sku, quantity, currency: settings.currency, amount, reason },
  });
};

/** Done by whoever may, or with the leave of whoever approved (rule R6). */
const withLeave = (
  till: TillStore,
  actor: Actor,
  decide: () => Decided<Problem>,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> =>
    (await may(till, actor, 'void')) ? decide() : fail({ type: 'manager_needed' }),
  );

/** A basket is given up; who, what and how much stay on record (rule R7). */
export const voidBasket = (
  till: TillStore,
  actor: Actor,
  voided: Voided,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  withLeave(till, actor, () => basketVoided(till, voided));

/** A line is taken out of a basket. `line` is what goes, with the quantity that goes. */
export const voidLine = (
  till: TillStore,
  actor: Actor,
  voided: Voided,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  withLeave(till, actor, () => lineVoided(till, voided));

/** As `voidLine`, of goods that may not be sold any more: the till takes them out, whoever works at it. */
export const dropLine = (
  till: TillStore,
  actor: Actor,
  dropped: Voided,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> => lineVoided(till, dropped));

/**
 * As `voidBasket`, of one that nobody goes on with: who walks away cannot be held back, so no leave is asked for. It is
 * none that was sold, or that a machine is asked to be paid for.
 */
export const leaveBasket = (
  till: TillStore,
  actor: Actor,
  left: Voided,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> => {
    const payment = await openPayment(till);
    const isSold = (await till.view.order(left.orderId)) !== null;
    if (isSold || payment?.orderId === left.orderId) return fail({ type: 'already_done' });
    return basketVoided(till, left);
  });
