import { isByMachine } from '#shared/domain/payment/machine.ts';
import { LONGEST_REFERENCE, shortReference } from '#shared/domain/payment/reference.ts';
import type { Tender } from '#shared/domain/payment/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver, DriverOutcome } from '../host/payment-driver.ts';
import type { JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { givenWithoutAct } from './given-refunds.ts';
import {
  forgetRefund,
  type GivenPart,
  givenBefore,
  isRefundCarried,
  isStillOpen,
  keepGiven,
  keepOpenRefund,
  type MachinePart,
  openRefund,
  type OpenRefund,
  recordRefund,
  type RefundOf,
} from './open-refund.ts';
import { rehearsed } from './rehearsed.ts';

export type RefundProblem =
  | { readonly type: 'refund_declined' }
  | { readonly type: 'refund_canceled' }
  /** Another refund is still open; it ends first. */
  | { readonly type: 'refund_open' }
  /** A machine gave money, and nothing could carry it: somebody has to look into it. */
  | { readonly type: 'refund_without_return' }
  /** Whoever asked in between has completed it. */
  | { readonly type: 'already_done' };

type Told = Pick<GivenPart, 'tender' | 'reference'>;

/** Writes the operation that carries the refund, with the machines' own numbers for it: at the till that it is given. */
export type RefundCompletion<Problem> = (
  till: TillStore,
  given: readonly Told[],
) => Promise<Result<Operation, Problem>>;

type Ended<Problem> = Promise<Result<Operation, Problem | RefundProblem | JournalProblem>>;

type Typed = { readonly type: string };

/** What machines give of a refund, each its part; `idOf` names a part. */
export const machinePartsOf = <Part extends { readonly tender: Tender; readonly amount: Minor }>(
  refunds: readonly Part[],
  idOf: (part: Part) => string,
): MachinePart[] =>
  refunds.flatMap((part) =>
    isByMachine(part) ? [{ refundId: idOf(part), tender: part.tender, amount: part.amount }] : [],
  );

/** Refunds with the machines' own numbers for what they gave. */
export const withReferences = <
  Part extends { readonly tender: Tender; readonly reference: string | null },
>(
  refunds: readonly Part[],
  given: readonly Told[],
): Part[] =>
  refunds.map((refund) => {
    const told = given.find(({ tender }) => tender === refund.tender);
    return told ? { ...refund, reference: told.reference } : refund;
  });

/** Money that machines gave and that nothing carries is a fact of its own, each part, and remembered for the next try. */
const recordGiven = async (
  till: TillStore,
  refund: RefundOf,
  given: readonly GivenPart[],
): Promise<Result<null, JournalProblem>> => {
  if (given.length > 0) await keepGiven(till, given, refund.act);
  for (const part of given) {
    const told = await recordRefund(till, refund, part, 'refunded', part.reference);
    if (!told.ok) return told;
  }
  return ok(null);
};

/** A machine gave nothing; what others gave before is on record, and not asked of them again when it is tried again. */
const refused = async (
  till: TillStore,
  open: OpenRefund,
  outcome: 'declined' | 'canceled',
): Ended<never> => {
  const { given = [] } = open;
  const told = await recordGiven(till, open, given);
  // As long as nothing says so on disk it is asked about again.
  if (!told.ok) return told;
  const recorded = await recordRefund(till, open, open, outcome, null);
  if (!recorded.ok) return recorded;
  await forgetRefund(till, open);
  return fail({ type: `refund_${outcome}` });
};

/** Every machine gave its part: the operation carries them, or each is a fact of its own all the same. */
const allGiven = async <Problem extends Typed>(
  till: TillStore,
  refund: RefundOf,
  given: readonly GivenPart[],
  complete: RefundCompletion<Problem>,
): Ended<Problem> => {
  const completed = await complete(till, given);
  if (completed.ok || completed.problem.type === 'already_done') return completed;
  const told = await recordGiven(till, refund, given);
  return told.ok ? fail({ type: 'refund_without_return' }) : told;
};

/** What the machine says becomes a fact; then the next is asked, or all of it is completed. */
const conclude = async <Problem extends Typed>(
  till: TillStore,
  driver: PaymentDriver,
  open: OpenRefund,
  first: DriverOutcome,
  complete: RefundCompletion<Problem>,
): Ended<Problem> => {
  let outcome = first;
  while (outcome.type === 'unknown') outcome = await driver.askRefund(open);
  if (!(await isStillOpen(till, open))) {
    if (outcome.type !== 'approved') return fail({ type: `refund_${outcome.type}` });
    if (await isRefundCarried(till, open)) return fail({ type: 'already_done' });
  }
  if (outcome.type !== 'approved') return refused(till, open, outcome.type);
  const { refundId, tender, amount, given = [], after = [] } = open;
  const reference = outcome.reference === null ? null : shortReference(outcome.reference);
  const all = [...given, { refundId, tender, amount, reference }];
  const [next, ...others] = after;
  if (next) return askFor(till, driver, open, { part: next, after: others, given: all }, complete);
  const ended = await allGiven(till, open, all, complete);
  // As long as nothing says so on disk it is asked about again.
  if (ended.ok || ended.problem.type !== 'till_not_enrolled') await forgetRefund(till, open);
  return ended;
};

type Asked = {
  readonly part: MachinePart;
  readonly after: readonly MachinePart[];
  readonly given: readonly GivenPart[];
};

/** One machine is asked for its part; the intent is durable first, with what the others gave. */
const askFor = async <Problem extends Typed>(
  till: TillStore,
  driver: PaymentDriver,
  { actor, act, orderId, currency }: RefundOf,
  { part, after, given }: Asked,
  complete: RefundCompletion<Problem>,
): Ended<Problem> => {
  const { refundId, tender, amount } = part;
  const by = driver.nameOf(tender);
  const refund = { actor, act, orderId, currency, refundId, tender, amount, by, after, given };
  const requested = await till.journal.write(actor, async ({ journalId, seq }) => {
    await keepOpenRefund(till, { ...refund, attemptId: operationId(journalId, seq) });
    return ok({
      type: 'refund.requested',
      payload: { refundId, orderId, tender, currency, amount },
    });
  });
  if (!requested.ok) return requested;
  const open = { ...refund, attemptId: requested.value.id };
  return conclude(till, driver, open, await driver.refund(open), complete);
};

/** After a crash the machine is asked what became of the refund; then it ends like every other. */
export const endOpenRefund = async <Problem extends Typed>(
  till: TillStore,
  driver: PaymentDriver,
  open: OpenRefund,
  complete: RefundCompletion<Problem>,
): Ended<Problem> => conclude(till, driver, open, await driver.askRefund(open), complete);

/** As long as a machine's own number may be. */
const ANY_REFERENCE = 'x'.repeat(LONGEST_REFERENCE);

/** What machines gave of these parts already, as far as the disk or the journal knows. */
const givenOf = async (
  till: TillStore,
  orderId: string,
  parts: readonly MachinePart[],
): Promise<readonly GivenPart[]> => {
  const kept = await givenBefore(till, parts);
  const told = (await givenWithoutAct(till, orderId)).filter(
    ({ refundId }) =>
      parts.some((part) => part.refundId === refundId) &&
      kept.every((part) => part.refundId !== refundId),
  );
  return [...kept, ...told];
};

/**
 * Asks machines to give money back, one after the other; each intent is durable first, the outcome after (rule J3). Tried
 * again, a part keeps its id, and what was given is not asked for again. `refusal`: why it could not be completed. Before any machine
 * is asked that is, and whether it could be written down.
 */
export const giveByMachine = async <Problem extends Typed>(
  till: TillStore,
  driver: PaymentDriver,
  { parts, ...refund }: RefundOf & { readonly parts: readonly MachinePart[] },
  refusal: () => Promise<Problem | null>,
  complete: RefundCompletion<Problem>,
): Ended<Problem> => {
  const left = await openRefund(till);
  if (left && parts.some(({ refundId }) => refundId === left.refundId))
    return endOpenRefund(till, driver, left, complete);
  if (left) return fail({ type: 'refund_open' });
  const refusedFor = await refusal();
  if (refusedFor) return fail(refusedFor);
  const given = await givenOf(till, refund.orderId, parts);
  const isAsGiven = given.every((one) =>
    parts.some(({ refundId, amount }) => refundId === one.refundId && amount === one.amount),
  );
  if (!isAsGiven) return fail({ type: 'refund_without_return' });
  const told = parts.map(({ tender }) => ({ tender, reference: ANY_REFERENCE }));
  const tried = await complete(rehearsed(till), told);
  if (!tried.ok) return tried;
  const [part, ...after] = parts.filter(
    ({ refundId }) => !given.some((one) => one.refundId === refundId),
  );
  return part
    ? askFor(till, driver, refund, { part, after, given }, complete)
    : allGiven(till, refund, given, complete);
};
