import { useState } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { LinePart } from '#shared/domain/pickup/decide.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { handOver, type HandOverInput, payOrder } from '../commands/hand-over.ts';
import { handOverByCard, payOrderByCard } from '../commands/hand-over-by-card.ts';
import {
  extendPickup,
  movePickup,
  type MoveInput,
  putBackGoods,
  receivePickup,
} from '../commands/keep-pickup.ts';
import { pickLines, preparePickup } from '../commands/prepare-pickup.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import { useCommand } from './use-command.ts';
import type { ShownProblem } from './use-problem-text.ts';

/** How what is due is paid; null = nothing is. */
export type PaidBy =
  | { readonly tender: 'cash'; readonly received: Minor }
  | { readonly tender: 'card'; readonly amount: Minor }
  | null;

/** To whom goods are handed over, on what proof, and which. */
export type Giving = Omit<HandOverInput, 'orderId' | 'offers'>;

/** Each resolves to whether it was done; `problem` says why not. */
export type PickupActs = {
  readonly pick: (found: readonly LinePart[]) => Promise<boolean>;
  readonly prepare: (shelf: string) => Promise<boolean>;
  readonly handOver: (giving: Giving, paid: PaidBy) => Promise<boolean>;
  readonly pay: (paid: PaidBy) => Promise<boolean>;
  readonly extend: (days: number) => Promise<boolean>;
  readonly move: (to: Omit<MoveInput, 'orderId'>) => Promise<boolean>;
  readonly receive: () => Promise<boolean>;
  readonly putBack: () => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: ShownProblem | null;
};

const offersOf = (paid: PaidBy): Offer[] =>
  paid?.tender === 'cash'
    ? [{ id: crypto.randomUUID(), tender: 'cash', tendered: paid.received, reference: null }]
    : [];

/** What the counter does with one web order. */
export const usePickupActs = (order: Order): PickupActs => {
  const { card } = useTill();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const { id: orderId } = order;
  const picking = useCommand(pickLines);
  const preparing = useCommand(preparePickup);
  const giving = useApprovedCommand(handOver);
  const givingByCard = useApprovedCommand(handOverByCard);
  const paying = useCommand(payOrder);
  const payingByCard = useCommand(payOrderByCard);
  const extending = useApprovedCommand(extendPickup);
  const moving = useCommand(movePickup);
  const receiving = useCommand(receivePickup);
  const puttingBack = useCommand(putBackGoods);
  const commands = [
    picking,
    preparing,
    giving,
    givingByCard,
    paying,
    payingByCard,
    extending,
    moving,
    receiving,
    puttingBack,
  ];

  const told = async (result: Promise<Result<unknown, ShownProblem>>): Promise<boolean> => {
    const done = await result;
    setProblem(done.ok ? null : done.problem);
    return done.ok;
  };
  return {
    pick: (found) => told(picking.run({ orderId, found })),
    prepare: (shelf) => told(preparing.run({ orderId, shelf })),
    handOver: (to, paid) => {
      const input = { ...to, orderId };
      return told(
        paid?.tender === 'card'
          ? givingByCard.run({ card, order, amount: paid.amount, input })
          : giving.run({ ...input, offers: offersOf(paid) }),
      );
    },
    pay: (paid) =>
      told(
        paid?.tender === 'card'
          ? payingByCard.run({ card, order, amount: paid.amount })
          : paying.run({ orderId, offers: offersOf(paid) }),
      ),
    extend: (days) => told(extending.run({ orderId, days })),
    move: (to) => told(moving.run({ orderId, ...to })),
    receive: () => told(receiving.run({ orderId })),
    putBack: () => told(puttingBack.run({ orderId })),
    isBusy: commands.some((command) => command.isBusy),
    problem,
  };
};
