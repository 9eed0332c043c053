import type { CardDriver, CardOutcome, CardRefundRequest, CardRequest } from './card-driver.ts';

/** A question to the cashier: what did the card machine beside the till do? */
export type CardQuestion = Pick<CardRequest, 'amount' | 'currency'> & {
  /** Takes money, or gives it back. */
  readonly act: 'payment' | 'refund';
  /** True when the till does not know whether the machine was used at all. */
  readonly afterwards: boolean;
  readonly answer: (outcome: CardOutcome) => void;
};

export type ConfirmedCardDriver = CardDriver & {
  /** The question that is open, or null. */
  readonly question: () => CardQuestion | null;
  readonly onQuestion: (listener: () => void) => () => void;
};

/** The default: a machine the till has no wire to. The cashier types the amount there and says here what it did. */
export const createConfirmedCardDriver = (): ConfirmedCardDriver => {
  const listeners = new Set<() => void>();
  let question: CardQuestion | null = null;

  const show = (next: CardQuestion | null): void => {
    question = next;
    for (const listener of listeners) listener();
  };

  const put = (
    act: CardQuestion['act'],
    request: CardRequest | CardRefundRequest,
    afterwards: boolean,
  ): Promise<CardOutcome> =>
    new Promise((resolve) => {
      show({
        ...request,
        act,
        afterwards,
        answer: (outcome) => {
          show(null);
          resolve(outcome);
        },
      });
    });

  return {
    pay: (request) => put('payment', request, false),
    ask: (request) => put('payment', request, true),
    refund: (request) => put('refund', request, false),
    askRefund: (request) => put('refund', request, true),
    question: () => question,
    onQuestion: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
