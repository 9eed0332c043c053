import type { Minor } from '#shared/kernel/money.ts';
import { fail, type Result, ok } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { CardDriver, CardOutcome, CardRefundRequest } from '../host/card-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  completeExchange,
  type ExchangeInput,
  type ExchangeProblem,
  exchangeRefusal,
} from './complete-exchange.ts';
import { completeReturn, refundIdOf, type ReturnInput, returnRefusal } from './complete-return.ts';

/** What a refund is a part of, as it is completed when the machine has given the money: also after a crash. */
export type ReturnAct =
  | { readonly type: 'return'; readonly input: ReturnInput }
  | { readonly type: 'exchange'; readonly input: ExchangeInput };

/** A refund whose outcome is not on record yet: it is asked about, never sent again blindly (rule J3). */
export type OpenRefund = {
  readonly actor: Actor;
  readonly act: ReturnAct;
  readonly refundId: string;
  readonly amount: Minor;
};

export type RefundProblem =
  | { readonly type: 'refund_declined' }
  | { readonly type: 'refund_canceled' }
  /** Another refund is still open; it ends first. */
  | { readonly type: 'refund_open' };

type Completed = Promise<Result<Operation, ExchangeProblem | RefundProblem | JournalProblem>>;

const KEY = 'open-refund';

export const openRefund = ({ ledger }: TillStore): Promise<OpenRefund | null> =>
  ledger.readLocal<OpenRefund>(KEY);

const forgetRefund = ({ ledger }: TillStore): Promise<void> => ledger.writeLocal(KEY, null);

export const completeAct = (till: TillStore, actor: Actor, act: ReturnAct): Completed =>
  act.type === 'return'
    ? completeReturn(till, actor, act.input)
    : completeExchange(till, actor, act.input);

const refusalOf = (till: TillStore, actor: Actor, act: ReturnAct) =>
  act.type === 'return'
    ? returnRefusal(till, actor, act.input)
    : exchangeRefusal(till, actor, act.input);

/** The act with what the machine said of the refund. */
const given = (act: ReturnAct, reference: string | null): ReturnAct => {
  const refunds = act.input.refunds.map((refund) =>
    refund.tender === 'card' ? { ...refund, reference } : refund,
  );
  return act.type === 'return'
    ? { type: 'return', input: { ...act.input, refunds, isGiven: true } }
    : { type: 'exchange', input: { ...act.input, refunds, isGiven: true } };
};

const requestOf = ({ refundId, amount, act }: OpenRefund): CardRefundRequest => ({
  refundId,
  amount,
  currency: act.input.told.currency,
});

type Known = Exclude<CardOutcome, { readonly type: 'unknown' }>;

/** `unknown` is asked about until the machine or the cashier says; it is never sent again. */
const settled = async (card: CardDriver, open: OpenRefund, first: CardOutcome): Promise<Known> => {
  let known = first;
  while (known.type === 'unknown') known = await card.askRefund(requestOf(open));
  return known;
};

const resolve = (
  { journal }: TillStore,
  { actor, refundId, act }: OpenRefund,
  outcome: 'refunded' | 'declined' | 'canceled',
  reference: string | null,
): Promise<Result<Operation, JournalProblem>> =>
  journal.write(actor, async () =>
    ok({
      type: 'refund.resolved',
      payload: { refundId, orderId: act.input.told.id, outcome, reference },
    }),
  );

/** What the machine said becomes a fact: the operation that carries the refund, or that none does. */
const conclude = async (till: TillStore, open: OpenRefund, outcome: Known): Completed => {
  if (outcome.type !== 'approved') {
    const told = await resolve(till, open, outcome.type, null);
    if (!told.ok) return told;
    await forgetRefund(till);
    return fail({ type: `refund_${outcome.type}` });
  }
  const { reference } = outcome;
  const completed = await completeAct(till, open.actor, given(open.act, reference));
  const isCarried = completed.ok || completed.problem.type === 'already_done';
  // Money that nothing can carry is a fact of its own all the same.
  if (!isCarried) await resolve(till, open, 'refunded', reference);
  await forgetRefund(till);
  return completed;
};

/** A refund that a crash left open: the machine is asked what became of it, then it ends as any other. */
export const recoverRefund = async (
  till: TillStore,
  card: CardDriver,
  open: OpenRefund,
): Completed => {
  const order = await till.view.order(open.act.input.told.id);
  if (order?.refunds.some(({ id }) => id === open.refundId)) {
    await forgetRefund(till);
    return fail({ type: 'already_done' });
  }
  return conclude(till, open, await settled(card, open, await card.askRefund(requestOf(open))));
};

/**
 * Asks the card machine to give money back for goods; the intent is durable first, the outcome after (rule J3). Nothing
 * is asked of it that could not be completed then. Tried again, the refund keeps its id.
 */
export const refundByCard = async (
  till: TillStore,
  actor: Actor,
  {
    card,
    act,
    amount,
  }: { readonly card: CardDriver; readonly act: ReturnAct; readonly amount: Minor },
): Completed => {
  const left = await openRefund(till);
  if (left?.act.input.returnId === act.input.returnId) return recoverRefund(till, card, left);
  if (left) return fail({ type: 'refund_open' });
  const refused = await refusalOf(till, actor, act);
  if (refused) return fail(refused);
  const { returnId, told } = act.input;
  const refundId = refundIdOf(returnId, { tender: 'card' });
  const open: OpenRefund = { actor, act, refundId, amount };
  await till.ledger.writeLocal(KEY, open);
  const requested = await till.journal.write(actor, async () =>
    ok({
      type: 'refund.requested',
      payload: { refundId, orderId: told.id, tender: 'card', currency: told.currency, amount },
    }),
  );
  if (!requested.ok) return requested;
  return conclude(till, open, await settled(card, open, await card.refund(requestOf(open))));
};
