import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  type AskedPayment,
  isCarried,
  keepOpenPayment,
  notedPayment,
  type OpenPayment,
} from './open-payment.ts';
import { lastPart } from './payment-parts.ts';

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

/**
 * Money was taken and nothing can carry it: a fact of its own, and owed back. The payment stays open until a person
 * has been told; noted before the fact, so that whoever hears of the fact finds it. One that ended meanwhile is a fact already,
 * unless it ended as not taken.
 */
export const giveUpPayment = async (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  reference: string | null,
): Promise<Result<Operation, Ended | JournalProblem>> =>
  till.journal.write(actor, async (next): Promise<Decided<Ended>> => {
    if (await isCarried(till, payment)) return fail({ type: 'already_done' });
    const left = await notedPayment(till);
    // Another payment is open meanwhile: it is not lost for the one before, which head office is told of.
    if (left === null || left.paymentId === payment.paymentId) {
      const open: OpenPayment = { ...payment, givenUp: { ...next, reference } };
      await keepOpenPayment(till, open);
    }
    return resolved(payment, 'approved', reference);
  });

/** Whether the journal holds what `giveUpPayment` was about to write when the till stopped. */
export const isGivenUpOnRecord = async (
  { ledger }: TillStore,
  { paymentId, givenUp }: OpenPayment,
): Promise<boolean> => {
  if (givenUp === null) return false;
  const [operation] = await ledger.read(givenUp.journalId, givenUp.seq - 1, 1);
  return operation?.text.includes(`"paymentId":"${paymentId}"`) ?? false;
};

/**
 * The payment is settled for good: its sale is on disk, it took no money, or a person knows that it did in vain. What other machines
 * took for the same is open then, unless a sale carries it.
 */
export const forgetPayment = async (till: TillStore, payment: AskedPayment): Promise<void> => {
  if ((await notedPayment(till))?.paymentId !== payment.paymentId) return;
  await keepOpenPayment(till, (await isCarried(till, payment)) ? null : lastPart(payment));
};
