import { useState } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Paying } from '#shared/domain/payment/split.ts';
import type { LinePart } from '#shared/domain/pickup/decide.ts';
import { add, type Minor } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { paymentsIn } from '#shared/operations/money-in.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { HandOverInput } from '../commands/hand-over.ts';
import { payOrderByMachine } from '../commands/hand-over-by-machine.ts';
import { handOverPaid, payWholeOrder } from '../commands/hand-over-paid.ts';
import {
  extendPickup,
  movePickup,
  type MoveInput,
  putBackGoods,
  receivePickup,
} from '../commands/keep-pickup.ts';
import { pickLines, preparePickup } from '../commands/prepare-pickup.ts';
import { isCashLeft } from './is-cash-left.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import { useCommand } from './use-command.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';
import type { ShownProblem } from './use-problem-text.ts';

/** To whom goods are handed over, on what proof, and which. */
export type Giving = Omit<HandOverInput, 'orderId' | 'offers'>;

/** What the customer gets back of the cash that they gave. */
export type CashBack = {
  readonly change: Minor;
  /** All of it: a machine that nobody had heard of had paid. */
  readonly isCashLeft: boolean;
};

/** Each resolves to whether it was done, or where money comes in to the cash back; null = it was not. `problem` says why not. */
export type PickupActs = {
  readonly pick: (found: readonly LinePart[]) => Promise<boolean>;
  readonly prepare: (shelf: string) => Promise<boolean>;
  readonly handOver: (giving: Giving, paying: Paying) => Promise<CashBack | null>;
  readonly pay: (paying: Paying) => Promise<CashBack | null>;
  /** A machine pays a part; the goods stay until the rest is paid. */
  readonly payPart: (part: NonNullable<Paying['byMachine']>) => Promise<boolean>;
  readonly extend: (days: number) => Promise<boolean>;
  readonly move: (to: Omit<MoveInput, 'orderId'>) => Promise<boolean>;
  readonly receive: () => Promise<boolean>;
  readonly putBack: () => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: ShownProblem | null;
};

const changeOf = (operation: Operation): Minor =>
  add(...paymentsIn(operation).map(({ change }) => change));

/** What the counter does with one web order. */
export const usePickupActs = (order: Order): PickupActs => {
  const { driver } = useTill();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const oneAtATime = useOneAtATime();
  const { id: orderId } = order;
  const picking = useCommand(pickLines);
  const preparing = useCommand(preparePickup);
  const giving = useApprovedCommand(handOverPaid);
  const payingAll = useCommand(payWholeOrder);
  const payingPart = useCommand(payOrderByMachine);
  const extending = useApprovedCommand(extendPickup);
  const moving = useCommand(movePickup);
  const receiving = useCommand(receivePickup);
  const puttingBack = useCommand(putBackGoods);
  const commands = [
    picking,
    preparing,
    giving,
    payingAll,
    payingPart,
    extending,
    moving,
    receiving,
    puttingBack,
  ];

  const told = async (
    result: Promise<Result<Operation, ShownProblem>>,
  ): Promise<Operation | null> => {
    const done = await result;
    setProblem(done.ok ? null : done.problem);
    return done.ok ? done.value : null;
  };
  const isDone = async (result: Promise<Result<Operation, ShownProblem>>): Promise<boolean> =>
    (await told(result)) !== null;
  const taken = async (
    { offers }: Paying,
    act: () => Promise<Result<Operation, ShownProblem>>,
  ): Promise<CashBack | null> => {
    const done = await told(oneAtATime<Operation, ShownProblem>(act));
    return done && { change: changeOf(done), isCashLeft: isCashLeft(offers, done) };
  };
  return {
    pick: (found) => isDone(picking.run({ orderId, found })),
    prepare: (shelf) => isDone(preparing.run({ orderId, shelf })),
    handOver: (to, paying) =>
      taken(paying, () => giving.run({ driver, order, paying, input: { ...to, orderId } })),
    pay: (paying) => taken(paying, () => payingAll.run({ driver, order, paying })),
    payPart: ({ tender, amount }) =>
      isDone(
        oneAtATime<Operation, ShownProblem>(() =>
          payingPart.run({ driver, order, tender, amount, isPart: true }),
        ),
      ),
    extend: (days) => isDone(extending.run({ orderId, days })),
    move: (to) => isDone(moving.run({ orderId, ...to })),
    receive: () => isDone(receiving.run({ orderId })),
    putBack: () => isDone(puttingBack.run({ orderId })),
    isBusy: commands.some((command) => command.isBusy),
    problem,
  };
};
