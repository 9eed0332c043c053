import { useCallback, useState } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { handOver } from '../commands/hand-over.ts';
import { payByCard } from '../commands/pay-by-card.ts';
import { preparePickup } from '../commands/prepare-pickup.ts';
import { useTill } from './till-context.ts';
import { useCommand } from './use-command.ts';
import type { ShownProblem } from './use-problem-text.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';

export type PickupActs = {
  readonly prepare: (shelf: string) => Promise<void>;
  /** Nothing is due. */
  readonly handOver: () => Promise<void>;
  readonly payCash: (received: Minor) => Promise<void>;
  readonly payCard: (due: Minor) => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: ShownProblem | null;
};

/** What the counter does with one web order; `onDone` when it is handed over. */
export const usePickupActs = (order: Order, onDone: () => void): PickupActs => {
  const { card } = useTill();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const { id: orderId, currency } = order;
  const giveByCard = useCallback(
    (till: TillStore, actor: Actor, amount: Minor): Promise<Result<Operation, ShownProblem>> =>
      payByCard<ShownProblem>(till, actor, {
        card,
        orderId,
        amount,
        currency,
        // Its prices were frozen when it was placed.
        pricedAt: order.placedAt,
        complete: (offer) => handOver(till, actor, { orderId, offers: [offer] }),
      }),
    [card, orderId, currency, order.placedAt],
  );
  const preparing = useCommand(preparePickup);
  const giving = useCommand(handOver);
  const paying = useCommand(giveByCard);

  const give = async (result: Promise<Result<Operation, ShownProblem>>): Promise<void> => {
    const done = await result;
    setProblem(done.ok ? null : done.problem);
    if (done.ok) onDone();
  };
  const cash = (tendered: Minor): Offer => ({
    id: crypto.randomUUID(),
    tender: 'cash',
    tendered,
    reference: null,
  });
  return {
    prepare: async (shelf) => {
      const prepared = await preparing.run({ orderId, shelf });
      setProblem(prepared.ok ? null : prepared.problem);
    },
    handOver: () => give(giving.run({ orderId, offers: [] })),
    payCash: (received) => give(giving.run({ orderId, offers: [cash(received)] })),
    payCard: (due) => give(paying.run(due)),
    isBusy: preparing.isBusy || giving.isBusy || paying.isBusy,
    problem,
  };
};
