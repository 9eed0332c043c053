import type { Order } from '#shared/domain/order/schema.ts';
import type { MachineTender } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { handOver, type HandOverInput, type HandOverProblem, payOrder } from './hand-over.ts';
import type { MachineProblem } from './conclude-payment.ts';
import { payByMachine } from './pay-by-machine.ts';

type Paid = Promise<Result<Operation, HandOverProblem | MachineProblem | JournalProblem>>;

type Charge = {
  readonly driver: PaymentDriver;
  readonly tender: MachineTender;
  readonly order: Pick<Order, 'id' | 'currency' | 'placedAt'>;
  readonly amount: Minor;
  /** What pays the rest; left out = the machine pays all. */
  readonly beside?: readonly Offer[];
};

const chargeOf = ({ driver, tender, order, amount, beside = [] }: Charge) => ({
  driver,
  tender,
  beside,
  orderId: order.id,
  amount,
  currency: order.currency,
  // Its prices were frozen when it was placed.
  pricedAt: order.placedAt,
});

/** What is due for the goods is taken by machine, then they leave. */
export const handOverByMachine = (
  till: TillStore,
  actor: Actor,
  { input, ...charge }: Charge & { readonly input: Omit<HandOverInput, 'offers'> },
): Paid =>
  payByMachine<HandOverProblem | JournalProblem>(till, actor, {
    ...chargeOf(charge),
    complete: (at, offers) => handOver(at, actor, { ...input, offers }),
  });

/** An order placed unpaid is paid by machine now, all that is due or a part of it; its goods stay where they are. */
export const payOrderByMachine = (
  till: TillStore,
  actor: Actor,
  { isPart = false, ...charge }: Charge & { readonly isPart?: boolean },
): Paid =>
  payByMachine<HandOverProblem | JournalProblem>(till, actor, {
    ...chargeOf(charge),
    complete: (at, offers) =>
      payOrder(at, actor, { orderId: charge.order.id, offers, isTaken: isPart }),
  });
