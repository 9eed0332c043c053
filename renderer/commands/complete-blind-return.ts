import {
  BLIND_DAYS,
  type BlindRequest,
  decideBlindReturn,
  permitBlindReturn,
} from '#shared/domain/return/blind.ts';
import type { BlindProblem, PermitProblem } from '#shared/domain/return/problems.ts';
import type { InsteadTender } from '#shared/domain/return/refunds.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedNow } from '../store/trusted-time.ts';
import { refundIdOf } from './complete-return.ts';
import type { TillProblem } from './problems.ts';
import { receiptNumber } from './receipt-number.ts';

export type BlindReturnInput = {
  readonly returnId: string;
  readonly customer: string;
  readonly creditConsent: boolean;
  readonly requests: readonly BlindRequest[];
  readonly tender: InsteadTender;
};

type Problem = BlindProblem | PermitProblem | TillProblem;

const DAY = 86_400_000;

/** The same person writes a name or a number in more than one way. */
const nameKey = (customer: string | null): string =>
  (customer ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** How often this customer came without a receipt in the last 30 days, as far as this till knows. */
const earlierReturns = async (till: TillStore, customer: string): Promise<number> => {
  const since = new Date(Date.parse(await trustedNow(till)) - BLIND_DAYS * DAY).toISOString();
  const returns = await till.view.blindReturns();
  return returns.filter(
    (one) => nameKey(one.payload.customer) === nameKey(customer) && happenedAt(one) >= since,
  ).length;
};

/** Goods come back that nothing says were sold here: a manager takes them, within limits. */
export const completeBlindReturn = (
  till: TillStore,
  actor: Actor,
  input: BlindReturnInput,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (next): Promise<Decided<Problem>> => {
    const { settings, promotions, policy } = till.view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    const { returnId, tender, customer } = input;
    const earlier = await till.view.blindReturns();
    if (earlier.some(({ payload }) => payload.returnId === returnId))
      return fail({ type: 'already_done' });
    const number = receiptNumber(next);
    const returned = decideBlindReturn({
      ...input,
      number,
      refundId: refundIdOf(returnId, { tender }),
      settings,
      promotions,
      at: till.now(),
    });
    if (!returned.ok) return returned;
    const terms = { policy, actorId: actor.staffId, approverId: actor.approvedBy };
    const refused = permitBlindReturn(returned.value, await earlierReturns(till, customer), terms);
    return refused ? fail(refused) : ok({ type: 'return.completed', payload: returned.value });
  });
