import type { DriverName, MachineTender } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import type { Currency, Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem, NextPlace } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { TillProblem } from './problems.ts';

/** A payment that an outside machine is asked for. */
export type AskedPayment = {
  readonly paymentId: string;
  readonly orderId: string;
  readonly tender: MachineTender;
  /** The driver that is asked, also after a crash. */
  readonly by: DriverName;
  readonly currency: Currency;
  readonly amount: Minor;
  /** The moment that `amount` is the price of: what it pays for is completed at the prices of then. */
  readonly pricedAt: string;
  /** Those that made it; left out = nobody noted them. */
  readonly promotions?: readonly Promotion[];
  readonly askedAt: string;
  /** What was given in other tenders for the same: it is completed with them. */
  readonly beside: readonly Offer[];
  /** Who completes what it pays for, with whose leave: also after a crash. Left out = whoever signs in then. */
  readonly seller?: Actor;
};

/** A payment whose outcome is not on record yet, or that nobody has been told was taken in vain. */
export type OpenPayment = AskedPayment & {
  /** Where the journal says that the money was taken and nothing carries it; null = it may still be carried. */
  readonly givenUp: (NextPlace & { readonly reference: string | null }) | null;
};

export type Outcome = 'approved' | 'declined' | 'canceled';

const KEY = 'open-payment';

type Readers = {
  readonly ledger: Pick<TillStore['ledger'], 'readLocal'>;
  readonly view: Pick<TillStore['view'], 'order'>;
};

/** What a crash left open: it is asked about, never tried again blindly (rule J3). */
export const openPayment = async ({ ledger, view }: Readers): Promise<OpenPayment | null> => {
  const payment = await ledger.readLocal<OpenPayment>(KEY);
  if (!payment) return null;
  const order = await view.order(payment.orderId);
  const isCarried = order?.payments.some(({ id }) => id === payment.paymentId) ?? false;
  return isCarried ? null : payment;
};

export const keepOpenPayment = (
  { ledger }: Pick<TillStore, 'ledger'>,
  open: OpenPayment,
): Promise<void> => ledger.writeLocal(KEY, open);

/** The intent is on disk before the machine is asked (rule J3); none is in a shift that was closed meanwhile. */
export const requestPayment = async (
  { journal, ledger, view }: TillStore,
  actor: Actor,
  payment: AskedPayment,
): Promise<Result<Operation, TillProblem | JournalProblem>> => {
  const open: OpenPayment = { ...payment, givenUp: null };
  await keepOpenPayment({ ledger }, open);
  const { paymentId, orderId, tender, currency, amount } = payment;
  return journal.write(actor, async (): Promise<Decided<TillProblem>> => {
    if (actor.shiftId !== null && view.isShiftClosed(actor.shiftId)) {
      await ledger.writeLocal(KEY, null);
      return fail({ type: 'shift_closed' });
    }
    return ok({
      type: 'payment.requested',
      payload: { paymentId, orderId, tender, currency, amount },
    });
  });
};

const resolved = (
  { paymentId, orderId }: AskedPayment,
  outcome: Outcome,
  reference: string | null,
) =>
  ok({
    type: 'payment.resolved' as const,
    payload: { paymentId, orderId, outcome, reference },
  });

type Ended = { readonly type: 'already_done' };

/** Whether this very payment is the one that is open: whoever asked in between may have ended it. */
const isOpen = async (
  { ledger }: Pick<TillStore, 'ledger'>,
  { paymentId }: AskedPayment,
): Promise<boolean> => (await ledger.readLocal<OpenPayment>(KEY))?.paymentId === paymentId;

/** The machine took no money. */
export const recordRefusal = async (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  outcome: Exclude<Outcome, 'approved'>,
): Promise<Result<Operation, Ended | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Ended>> =>
    (await isOpen(till, payment))
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
    const order = await till.view.order(payment.orderId);
    if (order?.payments.some(({ id }) => id === payment.paymentId))
      return fail({ type: 'already_done' });
    const left = await till.ledger.readLocal<OpenPayment>(KEY);
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

/** The payment is settled for good: its sale is on disk, it took no money, or a person knows that it did in vain. */
export const forgetPayment = async (till: TillStore, payment: AskedPayment): Promise<void> => {
  if (await isOpen(till, payment)) await till.ledger.writeLocal(KEY, null);
};
