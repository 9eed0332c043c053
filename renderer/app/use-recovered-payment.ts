import { useEffect, useState } from 'react';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { openPayment, type OpenPayment } from '../commands/open-payment.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { openExchange } from '../commands/exchange-by-machine.ts';
import { payOrder } from '../commands/hand-over.ts';
import { recoverPayment } from '../commands/pay-by-machine.ts';
import type { Actor } from '../store/journal.ts';
import { approvedBy } from '../session/approver.ts';
import { actorOf } from '../session/session-store.ts';
import { type TillSession, useSession, useTill } from '../session/till-context.ts';

/**
 * What the money of an open payment was for: the basket that is still open, an exchange, or a web order. Whether its goods left as
 * well nobody knows any more: they are handed over by whoever stands there.
 */
const completionOf =
  ({ store, basket }: TillSession, actor: Actor, { orderId }: OpenPayment) =>
  async (offers: readonly Offer[], pricedAt: string): Promise<Result<Operation, unknown>> => {
    const { basket: open } = basket.getState();
    const exchange = await openExchange(store, orderId);
    if (exchange) return exchange(offers);
    if (open.orderId !== orderId) return payOrder(store, actor, { orderId, offers });
    const managerId = open.approval?.managerId ?? null;
    const sold = await completeSale(store, approvedBy(actor, managerId), {
      orderId,
      basket: open,
      customerId: open.customer?.id ?? null,
      buyer: open.customer,
      note: open.note,
      buyerTaxNumber: open.buyerTaxNumber,
      offers,
      pricedAt,
    });
    if (sold.ok) basket.getState().startNew();
    return sold;
  };

export type RecoveredPayment = {
  /** The order that was completed with money that a crash had left open; null = none. */
  readonly orderId: string | null;
  /** The cashier has seen it. */
  readonly dismiss: () => void;
};

/**
 * After a crash in the middle of a payment by machine: asks what became of it before anything else is sold (rule J3).
 * Money that completes nothing any more stays on record as such, and is told by `UnsoldPayment`.
 */
export const useRecoveredPayment = (): RecoveredPayment => {
  const till = useTill();
  const signedIn = useSession((state) => state.signedIn);
  const [orderId, setOrderId] = useState<string | null>(null);
  useEffect(() => {
    const recover = async (): Promise<void> => {
      const payment = await openPayment(till.store);
      if (!payment || !signedIn) return;
      const actor = actorOf(signedIn, till.store.view.shift());
      const complete = completionOf(till, actor, payment);
      const ended = await recoverPayment(till.store, actor, payment, {
        driver: till.driver,
        complete,
      });
      if (ended.ok) setOrderId(payment.orderId);
    };
    recover().catch(reportError);
  }, [till, signedIn]);
  return { orderId, dismiss: () => setOrderId(null) };
};
