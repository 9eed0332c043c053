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
import { completeRest } from '../commands/complete-rest.ts';
import type { Completion } from '../commands/conclude-payment.ts';
import { giveUpPart } from '../commands/keep-part.ts';
import { openPayment } from '../commands/open-payment.ts';
import { payByMachine, payPartByMachine } from '../commands/pay-by-machine.ts';
import { useReferences } from '../queries/use-references.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { approvedBy } from './approver.ts';
import type { AllowedDiscount } from './discount-approval.ts';
import { useBasket, useTill } from './till-context.ts';
import { useBasketPrice } from './use-basket-price.ts';
import { useCommand } from './use-command.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';
import { useDiscountApproval } from './use-discount-approval.ts';
import type { ShownProblem } from './use-problem-text.ts';

type Completed = Result<Operation, ShownProblem>;

/** null = a part was taken, and the rest is to be paid yet. */
export type PartPaid = Result<Operation | null, ShownProblem>;

type Charging = NonNullable<Paying['byMachine']> & { readonly beside: readonly Offer[] };

export type Checkout = {
  /** With what machines took before. */
  readonly pay: (paying: Paying) => Promise<Completed>;
  /** A machine takes a part of what is due. */
  readonly payPart: (part: Charging, due: Minor) => Promise<PartPaid>;
  /** A part that a machine took is given back. */
  readonly giveBack: (paymentId: string) => Promise<Completed>;
  /** One machine pays all of it. */
  readonly payAll: (tender: MachineTender) => Promise<Completed>;
  readonly isBusy: boolean;
};

type ToSell = { readonly offers: readonly Offer[]; readonly allowed: AllowedDiscount };

type ToCharge = Charging & { readonly allowed: AllowedDiscount };

/** The open basket is paid and becomes a sale; a new basket begins when it is on disk. */
export const useCheckout = (): Checkout => {
  const { driver } = useTill();
  const basket = useBasket((state) => state.basket);
  const startNew = useBasket((state) => state.startNew);
  const { settings } = useReferences();
  const { pricedAt, lines, totals } = useBasketPrice();
  const askApproval = useDiscountApproval(lines);

  const soldBy = useCallback(
    (actor: Actor, { managerId }: AllowedDiscount) => {
      const { orderId, customer: buyer, note, buyerTaxNumber } = basket;
      const seller = approvedBy(actor, managerId);
      const sale = { orderId, basket, customerId: buyer?.id ?? null, buyer, note, buyerTaxNumber };
      const complete: Completion<ShownProblem> = (at, offers, price) =>
        completeSale(at, seller, { ...sale, ...price, offers });
      return { seller, sale, complete };
    },
    [basket],
  );
  const sell = useCallback(
    async (till: TillStore, actor: Actor, { offers, allowed }: ToSell): Promise<Completed> => {
      const { seller, sale, complete } = soldBy(actor, allowed);
      const open = await openPayment(till);
      if (open?.orderId === sale.orderId)
        return completeRest<ShownProblem>(till, actor, { open, driver, offers, complete });
      const { discountLimit } = allowed;
      return completeSale(till, seller, { ...sale, pricedAt, offers, discountLimit });
    },
    [soldBy, driver, pricedAt],
  );
  const charged = useCallback(
    (till: TillStore, actor: Actor, { tender, amount, beside, allowed }: ToCharge) => {
      const { seller, sale, complete } = soldBy(actor, allowed);
      return {
        driver,
        tender,
        orderId: sale.orderId,
        amount,
        beside,
        currency: settings?.currency ?? 'KZT',
        pricedAt,
        seller,
        refusal: () =>
          codeRefusal(till, { ...sale, pricedAt }) ??
          cardsRefusal(till, { basket, pricedAt, offers: beside }),
        complete,
      };
    },
    [soldBy, driver, basket, settings, pricedAt],
  );
  const sellByMachine = useCallback(
    (till: TillStore, actor: Actor, asked: ToCharge): Promise<Completed> =>
      payByMachine<ShownProblem>(till, actor, charged(till, actor, asked)),
    [charged],
  );
  const takePart = useCallback(
    (
      till: TillStore,
      actor: Actor,
      { due, ...asked }: ToCharge & { readonly due: Minor },
    ): Promise<PartPaid> =>
      payPartByMachine<ShownProblem>(till, actor, { ...charged(till, actor, asked), due }),
    [charged],
  );
  const selling = useCommand(sell);
  const machine = useCommand(sellByMachine);
  const parting = useCommand(takePart);
  const givingBack = useCommand(giveUpPart);

  const oneAtATime = useOneAtATime();

  /** Asked before the machine is: money that was taken must find its sale. */
  const allowing = async <Value>(
    act: (allowed: AllowedDiscount) => Promise<Result<Value, ShownProblem>>,
  ): Promise<Result<Value, ShownProblem>> =>
    oneAtATime<Value, ShownProblem>(async () => {
      const allowed = await askApproval();
      return allowed ? act(allowed) : fail({ type: 'discount_over_limit' });
    });
  const pay = async ({ offers, byMachine }: Paying): Promise<Completed> => {
    const completed = await allowing<Operation>((allowed) =>
      byMachine === null
        ? selling.run({ offers, allowed })
        : machine.run({ ...byMachine, beside: offers, allowed }),
    );
    if (completed.ok) startNew();
    return completed;
  };
  return {
    pay,
    payPart: async (part, due) => {
      const paid = await allowing<Operation | null>((allowed) =>
        parting.run({ ...part, due, allowed }),
      );
      if (paid.ok && paid.value !== null) startNew();
      return paid;
    },
    giveBack: (paymentId) =>
      oneAtATime<Operation, ShownProblem>(() =>
        givingBack.run({ orderId: basket.orderId, paymentId }),
      ),
    payAll: (tender) => pay({ offers: [], byMachine: { tender, amount: totals.total } }),
    isBusy: [selling, machine, parting, givingBack].some((command) => command.isBusy),
  };
};
