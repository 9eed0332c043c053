import { useCallback } from 'react';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Paying } from '#shared/domain/payment/split.ts';
import { isWithinLimit } from '#shared/domain/pricing/manual-discounts.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { payByCard } from '../commands/pay-by-card.ts';
import { useReferences } from '../queries/use-references.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { useBasket, useTill } from './till-context.ts';
import { useBasketPrice } from './use-basket-price.ts';
import { useCommand } from './use-command.ts';
import { useDiscountLimit } from './use-discount-limit.ts';
import type { ShownProblem } from './use-problem-text.ts';

type Completed = Result<Operation, ShownProblem>;

export type Checkout = {
  readonly pay: (paying: Paying) => Promise<Completed>;
  readonly payCard: () => Promise<Completed>;
  readonly isBusy: boolean;
};

/** The open basket is paid and becomes a sale; a new basket begins when it is on disk. */
export const useCheckout = (): Checkout => {
  const { card } = useTill();
  const basket = useBasket((state) => state.basket);
  const startNew = useBasket((state) => state.startNew);
  const { settings } = useReferences();
  const { pricedAt, lines, totals } = useBasketPrice();
  const { orderId } = basket;
  const customerId = basket.customer?.id ?? null;
  const discountLimit = useDiscountLimit();

  const sell = useCallback(
    (till: TillStore, actor: Actor, offers: readonly Offer[]) =>
      completeSale(till, actor, {
        orderId,
        basket,
        customerId,
        pricedAt,
        offers,
        discountLimit,
      }),
    [orderId, basket, customerId, pricedAt, discountLimit],
  );
  const sellByCard = useCallback(
    (
      till: TillStore,
      actor: Actor,
      { amount, beside }: { readonly amount: Minor; readonly beside: readonly Offer[] },
    ): Promise<Completed> =>
      payByCard<ShownProblem>(till, actor, {
        card,
        orderId,
        amount,
        beside,
        currency: settings?.currency ?? 'KZT',
        pricedAt,
        complete: (offers, at) =>
          completeSale(till, actor, { orderId, basket, customerId, pricedAt: at, offers }),
      }),
    [card, orderId, basket, customerId, settings, pricedAt],
  );
  const selling = useCommand(sell);
  const machine = useCommand(sellByCard);

  const finish = (completed: Completed): Completed => {
    if (completed.ok) startNew();
    return completed;
  };
  const pay = async ({ offers, byCard }: Paying): Promise<Completed> => {
    if (byCard === null) return finish(await selling.run(offers));
    // Asked before the machine is: money that was taken must find its sale.
    return isWithinLimit(lines, discountLimit)
      ? finish(await machine.run({ amount: byCard, beside: offers }))
      : fail({ type: 'discount_over_limit' });
  };
  return {
    pay,
    payCard: () => pay({ offers: [], byCard: totals.total }),
    isBusy: selling.isBusy || machine.isBusy,
  };
};
