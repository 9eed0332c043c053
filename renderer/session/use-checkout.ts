import { useCallback } from 'react';
import type { Offer } from '#shared/domain/payment/settle.ts';
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
  readonly payCash: (received: Minor) => Promise<Completed>;
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

  const sellForCash = useCallback(
    (till: TillStore, actor: Actor, offer: Offer) =>
      completeSale(till, actor, {
        orderId,
        basket,
        customerId,
        pricedAt,
        offers: [offer],
        discountLimit,
      }),
    [orderId, basket, customerId, pricedAt, discountLimit],
  );
  const sellByCard = useCallback(
    (till: TillStore, actor: Actor, amount: Minor): Promise<Completed> =>
      payByCard<ShownProblem>(till, actor, {
        card,
        orderId,
        amount,
        currency: settings?.currency ?? 'KZT',
        pricedAt,
        complete: (offer, at) =>
          completeSale(till, actor, { orderId, basket, customerId, pricedAt: at, offers: [offer] }),
      }),
    [card, orderId, basket, customerId, settings, pricedAt],
  );
  const cash = useCommand(sellForCash);
  const byCard = useCommand(sellByCard);

  const finish = (completed: Completed): Completed => {
    if (completed.ok) startNew();
    return completed;
  };
  return {
    payCash: async (tendered) =>
      finish(
        await cash.run({ id: crypto.randomUUID(), tender: 'cash', tendered, reference: null }),
      ),
    // Asked before the machine is: money that was taken must find its sale.
    payCard: async () =>
      isWithinLimit(lines, discountLimit)
        ? finish(await byCard.run(totals.total))
        : fail({ type: 'discount_over_limit' }),
    isBusy: cash.isBusy || byCard.isBusy,
  };
};
