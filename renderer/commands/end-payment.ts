import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import { newestOperations } from '../store/newest-operations.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  type AskedPayment,
  type GivenUpPayment,
  isCarried,
  keepOpenPayment,
  notedPayment,
} from './open-payment.ts';
import { lastPart } from './payment-parts.ts';
import { dropGivenUp, keepGivenUp } from './untold-payments.ts';

export type Outcome = 'approved' | 'declined' | 'canceled';

/** Whoever asked in between has ended it. */
export type Ended = { readonly type: 'already_done' };

/** The fact of what became of it. */
export const resolved = (
  { paymentId, orderId }: AskedPayment,
  outcome: Outcome,
  reference: string | null,
) =>
  ok({
    type: 'payment.resolved' as const,
    payload: { paymentId, orderId, outcome, reference },
  });

/** Whether nobody has heard yet what became of this very payment. */
export const isAsked = async (
  till: Pick<TillStore, 'ledger'>,
  { paymentId }: AskedPayment,
): Promise<boolean> => {
  const open = await notedPayment(till);
  return open?.paymentId === paymentId && open.givenUp === null && !open.taken;
};

/** The machine took no money. */
export const recordRefusal = async (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  outcome: Exclude<Outcome, 'approved'>,
): Promise<Result<Operation, Ended | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Ended>> =>
    (await isAsked(till, payment))
      ? resolved(payment, outcome, null)
      : fail({ type: 'already_done' }),
  );

/** A late answer is about one of the last payments. */
const LOOKED_AT = 1000;

/** Whether the journal says that it was taken in vain: owed back once, however often a machine tells. */
export const isOnRecord = async (
  { ledger }: TillStore,
  { paymentId }: AskedPayment,
): Promise<boolean> => {
  for await (const { payload } of newestOperations(ledger, ['payment.resolved'], LOOKED_AT))
    if (payload.paymentId === paymentId && payload.outcome === 'approved') return true;
  return false;
};

/**
 * Money was taken and nothing can carry it: a fact of its own, and owed back. It is kept until a person has been told; noted before the
 * fact, so that whoever hears of the fact finds it. One that ended meanwhile is a fact already, unless it ended as not taken.
 */
export const giveUpPayment = async (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  reference: string | null,
): Promise<Result<Operation, Ended | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Ended>> => {
    if ((await isCarried(till, payment)) || (await isOnRecord(till, payment)))
      return fail({ type: 'already_done' });
    await keepGivenUp(till, { ...payment, givenUp: { reference } });
    return resolved(payment, 'approved', reference);
  });

/**
 * The payment is settled for good: its sale is on disk, it took no money, or a person knows that it did in vain. What other machines
 * took for the same is open then, unless a sale carries it.
 */
export const forgetPayment = async (till: TillStore, payment: AskedPayment): Promise<void> => {
  if ((await notedPayment(till))?.paymentId !== payment.paymentId) return;
  await keepOpenPayment(till, (await isCarried(till, payment)) ? null : lastPart(payment));
};

/**
 * A person has understood that money was taken in vain. The till may have stopped before that was a fact: then it is one first. Gives
 * whether it was what lay open; false = something else may be under way.
 */
export const acknowledgePayment = async (
  till: TillStore,
  actor: Actor,
  payment: GivenUpPayment,
): Promise<Result<boolean, JournalProblem>> => {
  const { seller = actor, givenUp } = payment;
  const told = await giveUpPayment(till, seller, payment, givenUp.reference);
  if (!told.ok && told.problem.type !== 'already_done') return fail(told.problem);
  const isOpen = (await notedPayment(till))?.paymentId === payment.paymentId;
  await forgetPayment(till, payment);
  await dropGivenUp(till, payment);
  return ok(isOpen);
};
