import { useMemo } from 'react';
import { cashDue } from '#shared/domain/payment/settle.ts';
import { priceBasket, type PricedBasket } from '#shared/domain/pricing/price-basket.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import { type Minor, ZERO } from '#shared/kernel/money.ts';
import { useReferences } from '../queries/use-references.ts';
import { useBasket, useTill } from './till-context.ts';
import { useTrustedNow } from './use-trusted-now.ts';

export type BasketPrice = PricedBasket & {
  /** The moment the total is of: promotions begin and end at their minute. */
  readonly pricedAt: string;
  /** What is due when it is paid in cash alone. */
  readonly cashDue: Minor;
};

const MINUTE = 60_000;

/** What the open basket costs now. */
export const useBasketPrice = (): BasketPrice => {
  const basket = useBasket((state) => state.basket);
  const { promotions, settings } = useReferences();
  const { store } = useTill();
  // A new minute, a changed basket and promotions that came down are each a new moment.
  const minute = useTrustedNow(MINUTE);
  return useMemo(() => {
    const now = store.time.now();
    const pricedAt = now < minute ? minute : now;
    const priced = priceBasket(basket, promotions, pricedAt);
    const due = cashDue(priced.totals.total, ZERO, cashIncrementAt(settings, pricedAt));
    return { ...priced, pricedAt, cashDue: due };
  }, [basket, promotions, settings, store, minute]);
};
