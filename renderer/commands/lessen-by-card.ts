import type { Currency, Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { CardDriver, CardOutcome } from '../host/card-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  decideLessening,
  type LessenInput,
  lessenOrder,
  type LessenProblem,
} from './amend-order.ts';

/** A card refund whose outcome is not on record yet: it is asked about, never sent again blindly (rule J3). */
export type OpenLessening = {
  readonly actor: Actor;
  readonly input: LessenInput;
  readonly refundId: string;
  readonly amount: Minor;
  readonly currency: Currency;
};

type Refused = { readonly type: 'card_declined' } | { readonly type: 'card_canceled' };

type Lessened = Promise<Result<Operation, LessenProblem | Refused | JournalProblem>>;

const KEY = 'open-lessening';

export const openLessening = async ({ ledger, view }: TillStore): Promise<OpenLessening | null> => {
  const open = await ledger.readLocal<OpenLessening>(KEY);
  if (!open) return null;
  const order = await view.order(open.input.orderId);
  return order?.refunds.some(({ id }) => id === open.refundId) ? null : open;
};

const resolve = (
  { journal }: TillStore,
  { actor, refundId, input }: OpenLessening,
  outcome: 'refunded' | 'declined' | 'canceled',
  reference: string | null,
): Promise<Result<Operation, JournalProblem>> =>
  journal.write(actor, async () =>
    ok({
      type: 'refund.resolved',
      payload: { refundId, orderId: input.orderId, outcome, reference },
    }),
  );

/** `unknown` is asked about until the machine or the cashier says; what is known becomes a fact. */
const conclude = async (
  till: TillStore,
  card: CardDriver,
  open: OpenLessening,
  first: CardOutcome,
): Lessened => {
  let outcome = first;
  while (outcome.type === 'unknown') outcome = await card.askRefund(open);
  if (outcome.type !== 'approved') {
    const told = await resolve(till, open, outcome.type, null);
    if (!told.ok) return told;
    await till.ledger.writeLocal(KEY, null);
    return fail({ type: `card_${outcome.type}` });
  }
  const { reference } = outcome;
  const refunds = open.input.refunds.map((refund) =>
    refund.id === open.refundId ? { ...refund, reference } : refund,
  );
  const done = await lessenOrder(till, open.actor, { ...open.input, refunds });
  // Money that nothing can carry is a fact of its own all the same.
  if (!done.ok) await resolve(till, open, 'refunded', reference);
  await till.ledger.writeLocal(KEY, null);
  return done;
};

/** A refund that a crash left open: the machine is asked what became of it, then it ends as any other. */
export const recoverLessening = async (
  till: TillStore,
  card: CardDriver,
  open: OpenLessening,
): Lessened => conclude(till, card, open, await card.askRefund(open));

/**
 * Takes lines or all of an order back with money for the card that paid: the intent is durable before the machine is
 * asked, and nothing is asked of it that could not be completed (rules J3, R15).
 */
export const lessenByCard = async (
  till: TillStore,
  actor: Actor,
  {
    card,
    currency,
    ...input
  }: LessenInput & { readonly card: CardDriver; readonly currency: Currency },
): Lessened => {
  const left = await openLessening(till);
  if (left) return recoverLessening(till, card, left);
  const may = await decideLessening(till, actor, input);
  if (!may.ok) return may;
  const refund = input.refunds.find(({ tender }) => tender === 'card');
  if (!refund) return lessenOrder(till, actor, input);
  const { id: refundId, amount } = refund;
  const open: OpenLessening = { actor, input, refundId, amount, currency };
  await till.ledger.writeLocal(KEY, open);
  const requested = await till.journal.write(actor, async () =>
    ok({
      type: 'refund.requested',
      payload: { refundId, orderId: input.orderId, tender: 'card', currency, amount },
    }),
  );
  if (!requested.ok) return requested;
  return conclude(till, card, open, await card.refund(open));
};
