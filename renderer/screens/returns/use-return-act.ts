import { useState } from 'react';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { cashOffer, type Paying } from '#shared/domain/payment/split.ts';
import { ZERO } from '#shared/kernel/money.ts';
import type { ReturnInput } from '#renderer/commands/return-input.ts';
import type { ReturnAct } from '#renderer/commands/refund-by-machine.ts';
import { isCashLeft } from '#renderer/session/is-cash-left.ts';
import { useRefundRecovery } from '#renderer/session/recovery.ts';
import type { OpenBasket } from '#renderer/session/open-basket.ts';
import type { ReturnOffer } from '#renderer/session/use-return-offer.ts';
import { type Returned, returnedOf } from '#renderer/session/returned.ts';
import { type ReturnCommandProblem, useReturn } from '#renderer/session/use-return.ts';

type Prepared = {
  readonly input: Omit<ReturnInput, 'returnId' | 'isGiven'>;
  readonly basket: OpenBasket | null;
  readonly offer: ReturnOffer;
};

export type ReturnedNow = Returned & {
  /** The customer is to have the cash back that they gave for the difference. Left out = they gave none. */
  readonly isCashLeft?: boolean;
};

export type ReturnActs = {
  readonly give: () => Promise<void>;
  readonly pay: (paying: Paying) => Promise<void>;
  /** A difference that rounds to nothing is paid with nothing. */
  readonly payNothing: () => Promise<void>;
  readonly payCard: () => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: ReturnCommandProblem | null;
  readonly forgetProblem: () => void;
  readonly done: ReturnedNow | null;
};

/** The act itself; pressed twice, or tried again after a problem, it is the same act. */
export const useReturnAct = ({ input, basket, offer }: Prepared): ReturnActs => {
  const { complete, isBusy } = useReturn();
  const { recover } = useRefundRecovery();
  const [returnId] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<ReturnCommandProblem | null>(null);
  const [done, setDone] = useState<ReturnedNow | null>(null);

  const actOf = (offers: readonly Offer[]): ReturnAct => {
    const whole = { ...input, returnId, isGiven: false };
    if (basket === null) return { type: 'return', input: whole };
    const { orderId } = basket;
    const { pricedAt } = offer;
    return { type: 'exchange', input: { ...whole, orderId, basket, pricedAt, offers } };
  };
  const perform = async (
    offers: readonly Offer[],
    dueByMachine: Paying['byMachine'],
  ): Promise<void> => {
    setProblem(null);
    const result = await complete({ act: actOf(offers), dueByMachine });
    if (result.ok) {
      const returned = returnedOf(result.value);
      setDone(returned && { ...returned, isCashLeft: isCashLeft(offers, result.value) });
    } else {
      setProblem(result.problem);
      // What became of it is asked here and now.
      if (result.problem.type === 'refund_open') await recover();
    }
  };
  return {
    give: () => perform([], null),
    pay: ({ offers, byMachine }) => perform(offers, byMachine),
    payNothing: () => perform([cashOffer(`${basket?.orderId ?? ''}-cash`, ZERO)], null),
    payCard: () => perform([], { tender: 'card', amount: offer.due }),
    isBusy,
    problem,
    forgetProblem: () => setProblem(null),
    done,
  };
};
