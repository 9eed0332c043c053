import { useState } from 'react';
import { onlineRefundDueOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { afterAmendment } from '#shared/domain/pickup/amend.ts';
import { afterRejection } from '#shared/domain/pickup/close.ts';
import { paidUnder, type RefundPart } from '#shared/domain/return/refunds.ts';
import { type Minor, subtract } from '#shared/kernel/money.ts';
import { refundsFor } from '../commands/amend-order.ts';
import type { Lessening } from '../commands/lessen-input.ts';
import { lessenByMachine } from '../commands/lessen-by-machine.ts';
import { refundIdOf } from '../commands/open-refund.ts';
import { useSyncStatus } from '../queries/use-sync.ts';
import { useRefundRecovery } from './recovery.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import type { ShownProblem } from './use-problem-text.ts';

export type LesseningPlan = {
  /** What the counter gives back now, by tender. */
  readonly refunds: readonly RefundPart[];
  /** What the channel's provider gives back besides (rule R16). */
  readonly byProvider: Minor;
  readonly run: () => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: ShownProblem | null;
};

const afterIt = (order: Order, lessening: Lessening, now: string): Order => {
  if (lessening.type === 'reject') return afterRejection(order, now);
  const after = afterAmendment(order, lessening.amend);
  return after.ok ? after.value : order;
};

/** Lines or all of an order are taken back: what money that means, and doing it. `null`: nothing is chosen yet. */
export const useLessening = (order: Order, lessening: Lessening | null): LesseningPlan => {
  const { store, driver } = useTill();
  const { recover } = useRefundRecovery();
  const { phase } = useSyncStatus();
  const [id] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const { run, isBusy } = useApprovedCommand(lessenByMachine);
  const planned = lessening ? refundsFor(store, order, lessening) : null;
  const refunds = planned?.ok ? planned.value : [];
  const owed = lessening ? onlineRefundDueOf(afterIt(order, lessening, store.now())) : null;
  return {
    refunds,
    byProvider: subtract(owed ?? onlineRefundDueOf(order), onlineRefundDueOf(order)),
    run: async () => {
      if (!lessening) return false;
      const { id: orderId, currency } = order;
      const done = await run({
        driver,
        currency,
        orderId,
        lessening,
        // Of one decision and one tender the same at every try (rule J3).
        refunds: refunds.map((part) => ({
          ...part,
          id: refundIdOf(id, part),
          reference: paidUnder(order, part.tender),
        })),
        isOffline: phase === 'offline',
        isGiven: false,
      });
      setProblem(done.ok ? null : done.problem);
      // What became of it is asked here and now.
      if (!done.ok && done.problem.type === 'refund_open') await recover();
      return done.ok;
    },
    isBusy,
    problem,
  };
};
