import type { Order } from '#shared/domain/order/schema.ts';
import { isStoredValue } from '#shared/domain/payment/schema.ts';
import { creditCodeOf } from '#shared/domain/return/credit-code.ts';
import { type CompleteReturn, decideReturn } from '#shared/domain/return/decide.ts';
import { permitReturn, type ReturnTerms } from '#shared/domain/return/permit.ts';
import type { PermitProblem, ReturnProblem } from '#shared/domain/return/problems.ts';
import { STORED_VALUES } from '#shared/domain/return/refunds.ts';
import type { Return } from '#shared/domain/return/schema.ts';
import { toldOrder } from '#shared/domain/return/told-order.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { readIdentity } from '../store/identity.ts';
import type { Actor, Decided, JournalProblem, NextPlace } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedTime } from '../store/trusted-time.ts';
import type { TillProblem } from './problems.ts';
import { type BegunRefund, begunRefund } from './given-refunds.ts';
import { shiftRefusal } from './in-shift.ts';
import { refundIdOf } from './open-refund.ts';
import { receiptNumber } from './receipt-number.ts';
import type { ReturnInput } from './return-input.ts';

export type ReturnActProblem = ReturnProblem | PermitProblem | BegunRefund | TillProblem;

/** What a return is decided by: looked up when it is written, under the journal's lock (rule J2). */
export type ReturnBasis = {
  readonly settings: StoreSettings;
  readonly terms: ReturnTerms;
  readonly command: Omit<CompleteReturn, 'number'>;
};

const categoriesOf = async (
  { catalog }: TillStore,
  { lines, formerLines }: Order,
): Promise<ReadonlyMap<string, string>> => {
  const skus = [...new Set([...lines, ...formerLines].map(({ sku }) => sku))];
  const products = await Promise.all(skus.map((sku) => catalog.product(sku)));
  return new Map(
    products.flatMap((product) => (product ? [[product.sku, product.categoryId] as const] : [])),
  );
};

/** What the policy is asked with about an order, by whoever acts. */
const returnTerms = async (
  till: TillStore,
  order: Order,
  { staffId: actorId, approvedBy: approverId }: Pick<Actor, 'staffId' | 'approvedBy'>,
  isOffline: boolean,
): Promise<ReturnTerms> => {
  const { ledger, view } = till;
  return {
    policy: view.references().policy,
    actorId,
    approverId,
    storeId: (await readIdentity(ledger))?.storeId ?? '',
    isOffline,
    ...(await trustedTime(till)),
    categoryBySku: await categoriesOf(till, order),
  };
};

export const returnBasis = async (
  till: TillStore,
  actor: Actor,
  input: ReturnInput,
): Promise<Result<ReturnBasis, ReturnProblem | BegunRefund | TillProblem>> => {
  const { settings } = till.view.references();
  if (!settings) return fail({ type: 'settings_missing' });
  const closed = input.isGiven ? null : await shiftRefusal(till, actor);
  if (closed) return closed;
  const { returnId, told, proof, requests, customer, creditConsent } = input;
  const refunds = input.refunds.map((part) => ({ ...part, id: refundIdOf(returnId, part) }));
  const asked = refunds.map(({ id, amount }) => ({ refundId: id, amount }));
  const begun = input.isGiven
    ? null
    : await begunRefund(till, told.id, asked, { type: 'return', input });
  if (begun) return fail(begun);
  const order = toldOrder(told, await till.view.order(told.id));
  const { currency } = order;
  if (currency !== settings.currency) return fail({ type: 'other_currency', currency });
  const isDone = order.refunds.some(({ id }) => id.startsWith(`${returnId}-`));
  if (isDone) return fail({ type: 'already_done' });
  const terms = await returnTerms(till, order, actor, input.isOffline);
  const instead = [...STORED_VALUES, ...(terms.policy.cashForOthers ? (['cash'] as const) : [])];
  const at = till.now();
  const cashIncrement = cashIncrementAt(settings, at);
  const command = { returnId, order, proof, requests, customer, creditConsent, instead, refunds };
  return ok({ settings, terms, command: { ...command, cashIncrement, at } });
};

/** Store credit is known by a code that only its return says; a gift card too, unless one was at hand. */
export const withCreditCode = <Refund extends CompleteReturn['refunds'][number]>(
  refunds: readonly Refund[],
  number: string,
  returnId: string,
): Refund[] =>
  refunds.map((refund) =>
    isStoredValue(refund.tender) && refund.reference === null
      ? { ...refund, reference: creditCodeOf(number, returnId) }
      : refund,
  );

const decide = async (
  till: TillStore,
  actor: Actor,
  input: ReturnInput,
  number: string,
): Promise<Result<Return, ReturnActProblem>> => {
  const basis = await returnBasis(till, actor, input);
  if (!basis.ok) return basis;
  const { command, terms } = basis.value;
  const refunds = withCreditCode(command.refunds, number, input.returnId);
  const returned = decideReturn({ ...command, refunds, number });
  if (!returned.ok || input.isGiven) return returned;
  const refused = permitReturn(command.order, returned.value, terms);
  return refused ? fail(refused) : returned;
};

/** Why goods could not be taken back now; null = they could. Asked before a machine gives money. */
export const returnRefusal = async (
  till: TillStore,
  actor: Actor,
  input: ReturnInput,
): Promise<ReturnActProblem | null> => {
  const decided = await decide(till, actor, input, 'not-written');
  return decided.ok ? null : decided.problem;
};

/** Goods come back and the money with them: one operation. Doing it twice does it once (rule J2). */
export const completeReturn = (
  till: TillStore,
  actor: Actor,
  input: ReturnInput,
): Promise<Result<Operation, ReturnActProblem | JournalProblem>> =>
  till.journal.write(actor, async (next: NextPlace): Promise<Decided<ReturnActProblem>> => {
    const returned = await decide(till, actor, input, receiptNumber(next));
    return returned.ok ? ok({ type: 'return.completed', payload: returned.value }) : returned;
  });
