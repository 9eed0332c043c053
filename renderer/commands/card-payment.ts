import type { Currency, Minor } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';

/** A payment that was asked of an outside machine and whose outcome is not on record yet. */
export type OpenPayment = {
  readonly paymentId: string;
  readonly orderId: string;
  readonly tender: 'card';
  readonly currency: Currency;
  readonly amount: Minor;
};

export type Outcome = 'approved' | 'declined' | 'canceled';

const KEY = 'open-payment';

/** What a crash left open: it is asked about, never tried again blindly (rule J3). */
export const openPayment = async ({ ledger, view }: TillStore): Promise<OpenPayment | null> => {
  const payment = await ledger.readLocal<OpenPayment>(KEY);
  if (!payment) return null;
  const order = await view.order(payment.orderId);
  const isCarried = order?.payments.some(({ id }) => id === payment.paymentId) ?? false;
  return isCarried ? null : payment;
};

/** The intent is on disk before the machine is asked (rule J3). */
export const requestPayment = async (
  { journal, ledger }: TillStore,
  actor: Actor,
  payment: OpenPayment,
): Promise<Result<Operation, JournalProblem>> => {
  await ledger.writeLocal(KEY, payment);
  return journal.write(actor, async () => ok({ type: 'payment.requested', payload: payment }));
};

/** What became of it. After `approved` the sale follows and carries the payment. */
export const resolvePayment = async (
  { journal }: TillStore,
  actor: Actor,
  { paymentId, orderId }: OpenPayment,
  outcome: Outcome,
  reference: string | null,
): Promise<Result<Operation, JournalProblem>> =>
  journal.write(actor, async () =>
    ok({ type: 'payment.resolved', payload: { paymentId, orderId, outcome, reference } }),
  );

/** The payment is settled for good: its sale is on disk, or it took no money. */
export const forgetPayment = ({ ledger }: TillStore): Promise<void> => ledger.writeLocal(KEY, null);
