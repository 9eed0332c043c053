import { useState } from 'react';
import type { Paying } from '#shared/domain/payment/split.ts';
import { payableByValue } from '#shared/domain/sale/gift-cards.ts';
import { coinsOf } from '#shared/domain/settings/coins-of.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import type { BasketPrice } from '#renderer/session/use-basket-price.ts';
import { useCheckout } from '#renderer/session/use-checkout.ts';
import { usePayingPoints } from '#renderer/session/use-points.ts';
import { type ShownProblem, useProblemText } from '#renderer/session/use-problem-text.ts';
import { useStoredValue } from '#renderer/session/use-stored-value.ts';
import { PaymentDialog } from '#renderer/ui/entry/payment-dialog.tsx';
import type { SellDialog } from './sell-dialog.ts';

type BasketPaymentProps = {
  readonly price: BasketPrice;
  readonly first: 'cash' | 'choice';
  readonly onShow: (dialog: SellDialog | null) => void;
};

/** The open basket is paid, in one tender or in several. */
export const BasketPayment = ({ price, first, onShow }: BasketPaymentProps) => {
  const { settings } = useReferences();
  const orderId = useBasket((state) => state.basket.orderId);
  const { pay, isBusy } = useCheckout();
  const customerId = useBasket((state) => state.basket.customer?.id ?? null);
  const askStoredValue = useStoredValue();
  const askPoints = usePayingPoints(customerId);
  const problemText = useProblemText();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const complete = async (paying: Paying): Promise<void> => {
    const sold = await pay(paying);
    if (sold.ok) onShow({ type: 'sold', orderId });
    else setProblem(sold.problem);
  };
  return (
    <PaymentDialog
      due={price.totals.total}
      byValue={payableByValue(price)}
      coins={coinsOf(settings, price.pricedAt)}
      first={first}
      askStoredValue={askStoredValue}
      askPoints={askPoints}
      isBusy={isBusy}
      problem={problem && problemText(problem)}
      onPay={(paying) => void complete(paying)}
      onClose={() => onShow(null)}
    />
  );
};
