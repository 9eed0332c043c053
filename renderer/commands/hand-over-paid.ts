import type { Order } from '#shared/domain/order/schema.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Paying } from '#shared/domain/payment/split.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { MachineProblem } from './conclude-payment.ts';
import { handOver, type HandOverInput, type HandOverProblem, payOrder } from './hand-over.ts';
import { handOverByMachine, payOrderByMachine } from './hand-over-by-machine.ts';
import { settleAsked } from './settle-asked.ts';

type Paid = Promise<Result<Operation, HandOverProblem | MachineProblem | JournalProblem>>;

type OrderPaid = {
  readonly driver: PaymentDriver;
  readonly order: Order;
  readonly paying: Paying;
};

/**
 * What is due for the goods is paid, then they leave. A machine that was asked for it before, and of which nobody heard what it took,
 * is asked about first: what it took pays (rule J3).
 */
export const handOverPaid = async (
  till: TillStore,
  actor: Actor,
  { driver, order, paying, input }: OrderPaid & { readonly input: Omit<HandOverInput, 'offers'> },
): Paid => {
  const { id: orderId } = order;
  const { offers, byMachine } = paying;
  const give = (at: TillStore, paid: readonly Offer[]) =>
    handOver(at, actor, { ...input, offers: paid });
  const asked = await settleAsked<HandOverProblem | JournalProblem>(till, actor, {
    orderId,
    driver,
    // It may have been asked for other goods, or with another's leave: the order is paid all the same.
    complete: async (at, taken) => {
      const given = await give(at, taken);
      return given.ok ? given : payOrder(at, actor, { orderId, offers: taken, isTaken: true });
    },
  });
  if (asked && (!asked.ok || asked.value.type === 'pickup.handedOver')) return asked;
  const given = asked ? await give(till, []) : null;
  if (given && (given.ok || given.problem.type !== 'tender_short')) return given;
  return byMachine === null
    ? give(till, offers)
    : handOverByMachine(till, actor, { driver, order, ...byMachine, beside: offers, input });
};

/** All that is due of an order is paid, its goods stay; a machine that was asked before is asked about first, as above. */
export const payWholeOrder = async (
  till: TillStore,
  actor: Actor,
  { driver, order, paying }: OrderPaid,
): Paid => {
  const { id: orderId } = order;
  const { offers, byMachine } = paying;
  const asked = await settleAsked<HandOverProblem | JournalProblem>(till, actor, {
    orderId,
    driver,
    complete: (at, taken) => payOrder(at, actor, { orderId, offers: taken, isTaken: true }),
  });
  if (asked && !asked.ok) return asked;
  const paid =
    byMachine === null
      ? await payOrder(till, actor, { orderId, offers })
      : await payOrderByMachine(till, actor, { driver, order, ...byMachine, beside: offers });
  return asked && !paid.ok && paid.problem.type === 'nothing_due' ? asked : paid;
};
