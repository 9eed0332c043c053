import type { MachineTender } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { completeExchange, type ExchangeProblem, exchangeRefusal } from './complete-exchange.ts';
import type { Completion, MachineProblem } from './conclude-payment.ts';
import type { ExchangeInput } from './return-input.ts';
import { payByMachine } from './pay-by-machine.ts';

type CompletionProblem = ExchangeProblem | JournalProblem;

type Completed = Promise<Result<Operation, CompletionProblem | MachineProblem>>;

type OpenExchange = { readonly actor: Actor; readonly input: ExchangeInput };

const KEY = 'open-exchange';

const completeWith =
  ({ actor, input }: OpenExchange): Completion<CompletionProblem> =>
  (till, offers, price) =>
    completeExchange(till, actor, { ...input, ...price, offers, isGiven: true });

/** What completes an exchange whose difference a machine was asked for before a crash; null = it was for none. */
export const openExchange = async (
  { ledger }: Pick<TillStore, 'ledger'>,
  orderId: string,
): Promise<Completion<CompletionProblem> | null> => {
  const open = await ledger.readLocal<OpenExchange>(KEY);
  return open?.input.orderId === orderId ? completeWith(open) : null;
};

/** The difference of an exchange is paid by machine; what it completes is on disk before the machine is asked (rule J3). */
export const exchangeByMachine = async (
  till: TillStore,
  actor: Actor,
  {
    driver,
    tender,
    input,
    due,
  }: {
    readonly driver: PaymentDriver;
    readonly tender: MachineTender;
    readonly input: ExchangeInput;
    readonly due: Minor;
  },
): Completed => {
  const { orderId, pricedAt, told } = input;
  const asked: Offer = { id: 'asked', tender, tendered: due, reference: null };
  const refused = await exchangeRefusal(till, actor, {
    ...input,
    offers: [...input.offers, asked],
  });
  if (refused) return fail(refused);
  const open = { actor, input };
  await till.ledger.writeLocal(KEY, open);
  return payByMachine<CompletionProblem>(till, actor, {
    driver,
    tender,
    orderId,
    amount: due,
    currency: told.currency,
    pricedAt,
    beside: input.offers,
    complete: completeWith(open),
  });
};
