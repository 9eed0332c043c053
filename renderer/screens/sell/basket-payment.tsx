import { useState } from 'react';
import type { Paying } from '#shared/domain/payment/split.ts';
import { payableByValue } from '#shared/domain/sale/gift-cards.ts';
import { coinsOf } from '#shared/domain/settings/coins-of.ts';
import { dueOf, partsTaken } from '#renderer/commands/payment-parts.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { isCashLeft } from '#renderer/session/is-cash-left.ts';
import { usePaymentRecovery } from '#renderer/session/recovery.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import type { BasketPrice } from '#renderer/session/use-basket-price.ts';
import { useBegunPayment } from '#renderer/session/use-begun-payment.ts';
import { type PartPaid, useCheckout } from '#renderer/session/use-checkout.ts';
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
  const showLeft = useBasket((state) => state.showLeft);
  const { pay, payPart, giveBack, isBusy } = useCheckout();
  const { begun, look } = useBegunPayment(orderId);
  const { recover } = usePaymentRecovery();
  const customerId = useBasket((state) => state.basket.customer?.id ?? null);
  const askStoredValue = useStoredValue();
  const askPoints = usePayingPoints(customerId);
  const problemText = useProblemText();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const due = begun ? dueOf(begun) : price.totals.total;
  const show = async (paying: Promise<PartPaid>, offers: Paying['offers'] = []): Promise<void> => {
    setProblem(null);
    const paid = await paying;
    look();
    if (!paid.ok) return setProblem(paid.problem);
    if (paid.value === null) return;
    onShow({ type: 'sold', orderId, isCashLeft: isCashLeft(offers, paid.value) });
  };
  const returnPart = async (paymentId: string): Promise<void> => {
    const givenBack = await giveBack(paymentId);
    setProblem(givenBack.ok ? null : givenBack.problem);
    // Who gives it back is told how much, and that it is on record.
    await recover();
  };
  return (
    <PaymentDialog
      due={due}
      byValue={payableByValue(price)}
      coins={coinsOf(settings, price.pricedAt)}
      first={first}
      askStoredValue={askStoredValue}
      askPoints={askPoints}
      taken={{
        parts: begun ? partsTaken(begun) : [],
        onGiveBack: (id) => void returnPart(id).catch(reportError),
      }}
      onPart={(part) => void show(payPart(part, due), part.beside)}
      onLeft={showLeft}
      isBusy={isBusy}
      problem={problem && problemText(problem)}
      onPay={(paying) => void show(pay(paying), paying.offers)}
      onClose={() => onShow(null)}
    />
  );
};
