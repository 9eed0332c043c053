import {
  type DriverName,
  isByMachine,
  type MachineTender,
} from '#shared/domain/payment/machine.ts';
import type { Tender } from '#shared/domain/payment/schema.ts';
import type { Currency, Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver, DriverOutcome } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { LessenInput } from './amend-order.ts';
import type { ExchangeInput } from './complete-exchange.ts';
import type { ReturnInput } from './complete-return.ts';

/** What a refund is a part of, as it is completed when the machine has given the money: also after a crash. */
export type RefundAct =
  | { readonly type: 'return'; readonly input: ReturnInput }
  | { readonly type: 'exchange'; readonly input: ExchangeInput }
  | { readonly type: 'lessening'; readonly input: LessenInput };

/** A refund whose outcome is not on record yet: it is asked about, never sent again blindly (rule J3). */
export type OpenRefund<Act extends RefundAct = RefundAct> = {
  readonly actor: Actor;
  readonly act: Act;
  readonly orderId: string;
  readonly refundId: string;
  /** Of this try: one that was declined or canceled is another. */
  readonly attemptId: string;
  readonly tender: MachineTender;
  /** The driver that is asked, also after a crash. */
  readonly by: DriverName;
  readonly currency: Currency;
  readonly amount: Minor;
};

export type RefundProblem =
  | { readonly type: 'refund_declined' }
  | { readonly type: 'refund_canceled' }
  /** Another refund is still open; it ends first. */
  | { readonly type: 'refund_open' }
  /** The machine gave the money, and nothing could carry it: somebody has to look into it. */
  | { readonly type: 'refund_without_return' };

/** Writes the operation that carries the refund, with the machine's own number for it. */
export type RefundCompletion<Problem> = (
  reference: string | null,
) => Promise<Result<Operation, Problem>>;

type Told = { readonly type: string };

/** What of a refund a machine gives; null = none. */
export const machinePartOf = <Part extends { readonly tender: Tender }>(
  refunds: readonly Part[],
): (Part & { readonly tender: MachineTender }) | null => refunds.find(isByMachine) ?? null;

/** Refunds with the machine's own number for its part. */
export const withReference = <
  Part extends { readonly tender: Tender; readonly reference: string | null },
>(
  refunds: readonly Part[],
  reference: string | null,
): Part[] => {
  const given = machinePartOf(refunds);
  return refunds.map((refund) =>
    refund.tender === given?.tender ? { ...refund, reference } : refund,
  );
};

type Ended<Problem> = Promise<Result<Operation, Problem | RefundProblem | JournalProblem>>;

const KEY = 'open-refund';

const forget = ({ ledger }: TillStore): Promise<void> => ledger.writeLocal(KEY, null);

/** The refund that is still open; one that an operation carries is not, though the till stopped before it forgot it. */
export const openRefund = async (till: TillStore): Promise<OpenRefund | null> => {
  const open = await till.ledger.readLocal<OpenRefund>(KEY);
  if (!open) return null;
  const order = await till.view.order(open.orderId);
  if (!order?.refunds.some(({ id }) => id === open.refundId)) return open;
  await forget(till);
  return null;
};

const record = (
  { journal }: TillStore,
  { actor, refundId, orderId }: OpenRefund,
  outcome: 'refunded' | 'declined' | 'canceled',
  reference: string | null,
): Promise<Result<Operation, JournalProblem>> =>
  journal.write(actor, async () =>
    ok({ type: 'refund.resolved', payload: { refundId, orderId, outcome, reference } }),
  );

/** What the machine says becomes a fact: the operation that carries the refund, or that none does. */
const conclude = async <Problem extends Told>(
  till: TillStore,
  driver: PaymentDriver,
  open: OpenRefund,
  first: DriverOutcome,
  complete: RefundCompletion<Problem>,
): Ended<Problem> => {
  let outcome = first;
  while (outcome.type === 'unknown') outcome = await driver.askRefund(open);
  if (outcome.type !== 'approved') {
    const told = await record(till, open, outcome.type, null);
    if (!told.ok) return told;
    await forget(till);
    return fail({ type: `refund_${outcome.type}` });
  }
  const { reference } = outcome;
  const completed = await complete(reference);
  // Money that nothing can carry is a fact of its own all the same.
  if (completed.ok || completed.problem.type === 'already_done') {
    await forget(till);
    return completed;
  }
  const told = await record(till, open, 'refunded', reference);
  // As long as nothing says so on disk it is asked about again.
  if (!told.ok) return told;
  await forget(till);
  return fail({ type: 'refund_without_return' });
};

/** After a crash the machine is asked what became of the refund; then it ends like every other. */
export const endOpenRefund = async <Problem extends Told>(
  till: TillStore,
  driver: PaymentDriver,
  open: OpenRefund,
  complete: RefundCompletion<Problem>,
): Ended<Problem> => conclude(till, driver, open, await driver.askRefund(open), complete);

/**
 * Asks a machine to give money back; the intent is durable first, the outcome after (rule J3). Tried again, the
 * refund keeps its id. `refusal`: why it could not be completed, asked before the machine is.
 */
export const giveByMachine = async <Problem extends Told>(
  till: TillStore,
  driver: PaymentDriver,
  asked: Omit<OpenRefund, 'attemptId' | 'by'>,
  refusal: () => Promise<Problem | null>,
  complete: RefundCompletion<Problem>,
): Ended<Problem> => {
  const left = await openRefund(till);
  if (left?.refundId === asked.refundId) return endOpenRefund(till, driver, left, complete);
  if (left) return fail({ type: 'refund_open' });
  const refused = await refusal();
  if (refused) return fail(refused);
  const { actor, orderId, refundId, tender, currency, amount } = asked;
  const open = { ...asked, attemptId: crypto.randomUUID(), by: driver.nameOf(tender) };
  await till.ledger.writeLocal(KEY, open);
  const requested = await till.journal.write(actor, async () =>
    ok({ type: 'refund.requested', payload: { refundId, orderId, tender, currency, amount } }),
  );
  if (!requested.ok) return requested;
  return conclude(till, driver, open, await driver.refund(open), complete);
};
