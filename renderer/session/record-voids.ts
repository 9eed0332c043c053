import type { VoidReason } from '#shared/domain/basket/void-reason.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { openPayment } from '../commands/open-payment.ts';
import { leaveBasket, voidBasket, voidLine } from '../commands/void-basket.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { OpenBasket } from './open-basket.ts';

type Given = { readonly basket: OpenBasket; readonly reason: VoidReason };

/** Whatever the disk says no to is not on record, in whichever way it says so. */
const recorded = async (act: Promise<{ readonly ok: boolean }>): Promise<{ ok: boolean }> => {
  try {
    return { ok: (await act).ok };
  } catch (error) {
    reportError(error);
    return { ok: false };
  }
};

/** Each line that was taken out of a basket is put on record (rule R7). Gives those that could not be. */
export const recordVoids = async (
  store: TillStore,
  actor: Actor,
  { basket, gone, reason }: Given & { readonly gone: readonly BasketLine[] },
): Promise<BasketLine[]> => {
  const { orderId } = basket;
  const lines = gone.map(async (line) => {
    const voided = { orderId, reason, basket: { ...basket, lines: [line], discount: null } };
    const { ok } = await recorded(voidLine(store, actor, voided));
    return ok ? [] : [line];
  });
  return (await Promise.all(lines)).flat();
};

/** That a whole basket was given up is put on record (rule R7). */
export const recordGivenUp = (
  store: TillStore,
  actor: Actor,
  { basket, reason }: Given,
): Promise<{ ok: boolean }> =>
  recorded(voidBasket(store, actor, { orderId: basket.orderId, basket, reason }));

/** As `recordGivenUp`, of an exchange: one that a machine is asked to be paid for is not given up, recovery ends it. */
export const recordStopped = async (
  store: TillStore,
  actor: Actor,
  given: Given,
): Promise<{ ok: boolean }> => {
  const payment = await openPayment(store);
  return payment?.orderId === given.basket.orderId
    ? { ok: true }
    : recordGivenUp(store, actor, given);
};

/** That a basket was left behind is put on record (rule R7), whoever left it. */
export const recordLeft = (
  store: TillStore,
  actor: Actor,
  { basket, reason }: Given,
): Promise<{ ok: boolean }> =>
  recorded(leaveBasket(store, actor, { orderId: basket.orderId, basket, reason }));
