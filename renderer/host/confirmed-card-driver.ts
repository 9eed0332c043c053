import type { CardDriver, CardOutcome, CardRequest } from './card-driver.ts';

/** A question to the cashier: what did the card machine beside the till do? */
export type CardQuestion = CardRequest & {
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

  const put = (request: CardRequest, afterwards: boolean): Promise<CardOutcome> =>
    new Promise((resolve) => {
      show({
        ...request,
        afterwards,
        answer: (outcome) => {
          show(null);
          resolve(outcome);
        },
      });
    });

  return {
    pay: (request) => put(request, false),
    ask: (request) => put(request, true),
    question: () => question,
    onQuestion: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
