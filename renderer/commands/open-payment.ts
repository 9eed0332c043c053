import {
  type DriverName,
  isByMachine,
  type MachineTender,
} from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { add, type Currency, type Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem, NextPlace } from '../store/journal.ts';
import { newestOperations } from '../store/newest-operations.ts';
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
  /** What was given in other tenders, or taken by machines, for the same: it is completed with them. */
  readonly beside: readonly Offer[];
  /** All that is to be paid, of which this is a part, minor units; left out = this and what is beside it pay all. */
  readonly due?: Minor;
  /** Who completes what it pays for, with whose leave: also after a crash. Left out = whoever signs in then. */
  readonly seller?: Actor;
};

/** A payment whose outcome is not on record yet, or that nobody has been told was taken in vain. */
export type OpenPayment = AskedPayment & {
  /** The machine took it as a part, and the rest is to be paid yet; left out = not so. */
  readonly taken?: { readonly reference: string | null };
  /** Where the journal says that the money was taken and nothing carries it; null = it may still be carried. */
  readonly givenUp: (NextPlace & { readonly reference: string | null }) | null;
};

export type Outcome = 'approved' | 'declined' | 'canceled';

const KEY = 'open-payment';

/** A late answer is about one of the last payments. */
const LOOKED_AT = 1000;

export const offerOf = (
  {
    paymentId: id,
    tender,
    amount: tendered,
  }: Pick<AskedPayment, 'paymentId' | 'tender' | 'amount'>,
  reference: string | null,
): Offer => ({ id, tender, tendered, reference });

/** What all of it comes to, minor units. */
export const dueOf = ({ due, amount, beside }: AskedPayment): Minor =>
  due ?? add(amount, ...beside.map(({ tendered }) => tendered));

/** Whether something is still to be paid once this and what is beside it have paid. */
export const isPart = (payment: AskedPayment): boolean =>
  dueOf(payment) > add(payment.amount, ...payment.beside.map(({ tendered }) => tendered));

/** Whether a machine took a part, and whoever pays is still there to pay the rest. */
export const waitsForRest = ({ taken, givenUp }: OpenPayment): boolean =>
  taken !== undefined && givenUp === null;

/** What machines took for something of which the rest is to be paid yet; also while another is asked. */
export const partsTaken = (open: OpenPayment): readonly Offer[] => [
  ...open.beside.filter(isByMachine),
  ...(open.taken ? [offerOf(open, open.taken.reference)] : []),
];

/** The payment with what it is beside changed for the last part that a machine took: that is open then; null = none did. */
const lastPart = (payment: AskedPayment): OpenPayment | null => {
  const parts = payment.beside.filter(isByMachine);
  const last = parts.at(-1);
  if (!last) return null;
  return {
    ...payment,
    paymentId: last.id,
    tender: last.tender,
    amount: last.tendered,
    beside: parts.slice(0, -1),
    due: dueOf(payment),
    taken: { reference: last.reference },
    givenUp: null,
  };
};

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

/** The payment of an order of which machines took parts, also while another machine is asked; null = they took none. */
export const partlyPaid = async (till: Readers, orderId: string): Promise<OpenPayment | null> => {
  const open = await openPayment(till);
  const isOf = open?.orderId === orderId && open.givenUp === null;
  return isOf && partsTaken(open).length > 0 ? open : null;
};

/**
 * The intent is on disk before the machine is asked (rule J3); none is in a shift that was closed meanwhile, nor while another
 * payment is open, but for one of the same order that waits for its rest.
 */
export const requestPayment = async (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
): Promise<Result<Operation, OpenProblem | TillProblem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<OpenProblem | TillProblem>> => {
    const { paymentId, orderId, tender, currency, amount } = payment;
    if (actor.shiftId !== null && till.view.isShiftClosed(actor.shiftId))
      return fail({ type: 'shift_closed' });
    const left = await openPayment(till);
    if (left !== null && (left.orderId !== orderId || !waitsForRest(left)))
      return fail({ type: 'payment_open' });
    // One of them may have been given back since it was decided what is left.
    const parts = left ? partsTaken(left).map(({ id }) => id) : [];
    const beside = payment.beside.filter(isByMachine).map(({ id }) => id);
    if (parts.join() !== beside.join()) return fail({ type: 'payment_open' });
    await keepOpenPayment(till, { ...payment, givenUp: null });
    return ok({
      type: 'payment.requested',
      payload: { paymentId, orderId, tender, currency, amount },
    });
  });

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

/** Another machine is asked for money meanwhile, or took a part of something else. */
export type OpenProblem = { readonly type: 'payment_open' };

/** Whether this very payment is the one that is open: whoever asked in between may have ended it. */
const isOpen = async (
  { ledger }: Pick<TillStore, 'ledger'>,
  { paymentId }: AskedPayment,
): Promise<boolean> => (await ledger.readLocal<OpenPayment>(KEY))?.paymentId === paymentId;

/** Whether nobody has heard yet what became of this very payment. */
const isAsked = async ({ ledger }: Pick<TillStore, 'ledger'>, { paymentId }: AskedPayment) => {
  const open = await ledger.readLocal<OpenPayment>(KEY);
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

/**
 * The payment is settled for good: its sale is on disk, it took no money, or a person knows that it did in vain. What other machines
 * took for the same is open then, unless a sale carries it.
 */
export const forgetPayment = async (till: TillStore, payment: AskedPayment): Promise<void> => {
  if (!(await isOpen(till, payment))) return;
  const order = await till.view.order(payment.orderId);
  const isCarried = order?.payments.some(({ id }) => id === payment.paymentId) ?? false;
  await till.ledger.writeLocal(KEY, isCarried ? null : lastPart(payment));
};

/**
 * The machine took its part, the rest is to be paid yet: that is on disk before the cashier hears of it (rule J3). One that ended
 * meanwhile stays as it ended; where it ended as not taken, that nothing carries it is a fact.
 */
export const keepPart = async (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  reference: string | null,
): Promise<Result<null, Ended | JournalProblem>> => {
  const { paymentId, orderId } = payment;
  const kept = await till.journal.write(actor, async (next): Promise<Decided<Ended | Kept>> => {
    if (await isAsked(till, payment)) {
      const beside = payment.beside.filter(isByMachine);
      await keepOpenPayment(till, { ...payment, beside, taken: { reference }, givenUp: null });
      return fail({ type: 'kept' });
    }
    const open = await openPayment(till);
    const order = await till.view.order(orderId);
    const known = [...(order?.payments ?? []), ...(open ? partsTaken(open) : [])];
    const isKnown = open?.paymentId === paymentId || known.some(({ id }) => id === paymentId);
    if (isKnown || (await isOnRecord(till, paymentId))) return fail({ type: 'already_done' });
    // Somebody was told that it was not taken: they hear that it was.
    if (open === null)
      await keepOpenPayment(till, { ...payment, beside: [], givenUp: { ...next, reference } });
    return resolved(payment, 'approved', reference);
  });
  if (kept.ok) return fail({ type: 'already_done' });
  return kept.problem.type === 'kept' ? ok(null) : fail(kept.problem);
};

/** Whether the journal says that it was taken in vain: owed back once, however often a machine tells. */
const isOnRecord = async ({ ledger }: TillStore, paymentId: string): Promise<boolean> => {
  for await (const { payload } of newestOperations(ledger, ['payment.resolved'], LOOKED_AT))
    if (payload.paymentId === paymentId && payload.outcome === 'approved') return true;
  return false;
};

/** Nothing is to be written: the part waits for the rest. */
type Kept = { readonly type: 'kept' };

/** The same offers, with this one at the end. */
const lastOf = (offers: readonly Offer[], id: string): Offer[] => [
  ...offers.filter((offer) => offer.id !== id),
  ...offers.filter((offer) => offer.id === id),
];

/**
 * A part that a machine took is given back to the customer, who pays otherwise or not at all: owed back, and told. The other parts
 * stay.
 */
export const giveUpPart = (
  till: TillStore,
  actor: Actor,
  { orderId, paymentId }: Pick<AskedPayment, 'orderId' | 'paymentId'>,
): Promise<Result<Operation, Ended | JournalProblem>> =>
  till.journal.write(actor, async (next): Promise<Decided<Ended>> => {
    const open = await partlyPaid(till, orderId);
    const last =
      open && waitsForRest(open)
        ? lastPart({ ...open, beside: lastOf(partsTaken(open), paymentId) })
        : null;
    if (!last?.taken || last.paymentId !== paymentId) return fail({ type: 'already_done' });
    const { reference } = last.taken;
    await keepOpenPayment(till, { ...last, givenUp: { ...next, reference } });
    return resolved(last, 'approved', reference);
  });
