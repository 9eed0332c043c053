import { useState } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Paying } from '#shared/domain/payment/split.ts';
import type { LinePart } from '#shared/domain/pickup/decide.ts';
import { add, type Minor, ZERO } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { handOver, type HandOverInput, payOrder } from '../commands/hand-over.ts';
import { handOverByMachine, payOrderByMachine } from '../commands/hand-over-by-machine.ts';
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
import { useOneAtATime } from './use-one-at-a-time.ts';
import type { ShownProblem } from './use-problem-text.ts';

/** To whom goods are handed over, on what proof, and which. */
export type Giving = Omit<HandOverInput, 'orderId' | 'offers'>;

/** Each resolves to whether it was done, or where money comes in to the change; null = it was not. `problem` says why not. */
export type PickupActs = {
  readonly pick: (found: readonly LinePart[]) => Promise<boolean>;
  readonly prepare: (shelf: string) => Promise<boolean>;
  readonly handOver: (giving: Giving, paid: Paying | null) => Promise<Minor | null>;
  readonly pay: (paid: Paying) => Promise<Minor | null>;
  /** A machine pays a part; the goods stay until the rest is paid. */
  readonly payPart: (part: NonNullable<Paying['byMachine']>) => Promise<boolean>;
  readonly extend: (days: number) => Promise<boolean>;
  readonly move: (to: Omit<MoveInput, 'orderId'>) => Promise<boolean>;
  readonly receive: () => Promise<boolean>;
  readonly putBack: () => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: ShownProblem | null;
};

const changeOf = ({ payload }: Operation): Minor =>
  'payments' in payload ? add(...payload.payments.map(({ change }) => change)) : ZERO;

/** What the counter does with one web order. */
export const usePickupActs = (order: Order): PickupActs => {
  const { driver } = useTill();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const oneAtATime = useOneAtATime();
  const { id: orderId } = order;
  const picking = useCommand(pickLines);
  const preparing = useCommand(preparePickup);
  const giving = useApprovedCommand(handOver);
  const givingByMachine = useApprovedCommand(handOverByMachine);
  const paying = useCommand(payOrder);
  const payingByMachine = useCommand(payOrderByMachine);
  const extending = useApprovedCommand(extendPickup);
  const moving = useCommand(movePickup);
  const receiving = useCommand(receivePickup);
  const puttingBack = useCommand(putBackGoods);
  const commands = [
    picking,
    preparing,
    giving,
    givingByMachine,
    paying,
    payingByMachine,
    extending,
    moving,
    receiving,
    puttingBack,
  ];

  const taken = async (result: Promise<Result<Operation, ShownProblem>>): Promise<Minor | null> => {
    const done = await result;
    setProblem(done.ok ? null : done.problem);
    return done.ok ? changeOf(done.value) : null;
  };
  const told = async (result: Promise<Result<Operation, ShownProblem>>): Promise<boolean> =>
    (await taken(result)) !== null;
  return {
    pick: (found) => told(picking.run({ orderId, found })),
    prepare: (shelf) => told(preparing.run({ orderId, shelf })),
    handOver: (to, paid) => {
      const input = { ...to, orderId };
      return taken(
        oneAtATime<Operation, ShownProblem>(() =>
          paid === null || paid.byMachine === null
            ? giving.run({ ...input, offers: paid?.offers ?? [] })
            : givingByMachine.run({ driver, order, ...paid.byMachine, beside: paid.offers, input }),
        ),
      );
    },
    pay: ({ offers, byMachine }) =>
      taken(
        oneAtATime<Operation, ShownProblem>(() =>
          byMachine === null
            ? paying.run({ orderId, offers })
            : payingByMachine.run({ driver, order, ...byMachine, beside: offers }),
        ),
      ),
    payPart: ({ tender, amount }) =>
      told(
        oneAtATime<Operation, ShownProblem>(() =>
          payingByMachine.run({ driver, order, tender, amount, isPart: true }),
        ),
      ),
    extend: (days) => told(extending.run({ orderId, days })),
    move: (to) => told(moving.run({ orderId, ...to })),
    receive: () => told(receiving.run({ orderId })),
    putBack: () => told(puttingBack.run({ orderId })),
    isBusy: commands.some((command) => command.isBusy),
    problem,
  };
};
