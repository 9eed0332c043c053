import { useCallback } from 'react';
import type { MachineTender } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Paying } from '#shared/domain/payment/split.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { cardsRefusal } from '../commands/gift-card-refusal.ts';
import { codeRefusal } from '../commands/code-refusal.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { payByMachine } from '../commands/pay-by-machine.ts';
import { useReferences } from '../queries/use-references.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { approvedBy } from './approver.ts';
import type { AllowedDiscount } from './discount-approval.ts';
import { useBasket, useTill } from './till-context.ts';
import { useBasketPrice } from './use-basket-price.ts';
import { useCommand } from './use-command.ts';
import { useDiscountApproval } from './use-discount-approval.ts';
import type { ShownProblem } from './use-problem-text.ts';

type Completed = Result<Operation, ShownProblem>;

export type Checkout = {
  readonly pay: (paying: Paying) => Promise<Completed>;
  /** One machine pays all of it. */
  readonly payAll: (tender: MachineTender) => Promise<Completed>;
  readonly isBusy: boolean;
};

type ToSell = { readonly offers: readonly Offer[]; readonly allowed: AllowedDiscount };

type ToCharge = {
  readonly tender: MachineTender;
  readonly amount: Minor;
  readonly beside: readonly Offer[];
  readonly allowed: AllowedDiscount;
};

/** The open basket is paid and becomes a sale; a new basket begins when it is on disk. */
export const useCheckout = (): Checkout => {
  const { driver } = useTill();
  const basket = useBasket((state) => state.basket);
  const startNew = useBasket((state) => state.startNew);
  const { settings } = useReferences();
  const { pricedAt, lines, totals } = useBasketPrice();
  const { orderId, customer: buyer, note, buyerTaxNumber } = basket;
  const askApproval = useDiscountApproval(lines);

  const sell = useCallback(
    (till: TillStore, actor: Actor, { offers, allowed }: ToSell) =>
      completeSale(till, approvedBy(actor, allowed.managerId), {
        orderId,
        basket,
        customerId: buyer?.id ?? null,
        buyer,
        note,
        buyerTaxNumber,
        pricedAt,
        offers,
        discountLimit: allowed.discountLimit,
      }),
    [orderId, basket, buyer, note, buyerTaxNumber, pricedAt],
  );
  const sellByMachine = useCallback(
    (
      till: TillStore,
      actor: Actor,
      { tender, amount, beside, allowed }: ToCharge,
    ): Promise<Completed> =>
      payByMachine<ShownProblem>(till, actor, {
        driver,
        tender,
        orderId,
        amount,
        beside,
        currency: settings?.currency ?? 'KZT',
        pricedAt,
        seller: approvedBy(actor, allowed.managerId),
        refusal: () =>
          codeRefusal(till, { basket, customerId: buyer?.id ?? null, pricedAt }) ??
          cardsRefusal(till, { basket, pricedAt, offers: beside }),
        complete: (at, offers, price) =>
          completeSale(at, approvedBy(actor, allowed.managerId), {
            orderId,
            basket,
            customerId: buyer?.id ?? null,
            buyer,
            note,
            buyerTaxNumber,
            ...price,
            offers,
          }),
      }),
    [driver, orderId, basket, buyer, note, buyerTaxNumber, settings, pricedAt],
  );
  const selling = useCommand(sell);
  const machine = useCommand(sellByMachine);

  const pay = async ({ offers, byMachine }: Paying): Promise<Completed> => {
    // Asked before the machine is: money that was taken must find its sale.
    const allowed = await askApproval();
    if (!allowed) return fail({ type: 'discount_over_limit' });
    const completed =
      byMachine === null
        ? await selling.run({ offers, allowed })
        : await machine.run({ ...byMachine, beside: offers, allowed });
    if (completed.ok) startNew();
    return completed;
  };
  return {
    pay,
    payAll: (tender) => pay({ offers: [], byMachine: { tender, amount: totals.total } }),
    isBusy: selling.isBusy || machine.isBusy,
  };
};
