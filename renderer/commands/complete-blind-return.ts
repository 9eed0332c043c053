import {
  type BlindRequest,
  decideBlindReturn,
  permitBlindReturn,
} from '#shared/domain/return/blind.ts';
import {
  blindCustomerHash,
  type BlindReturnFact,
  blindSince,
} from '#shared/domain/return/blind-record.ts';
import type { BlindProblem, PermitProblem } from '#shared/domain/return/problems.ts';
import type { InsteadTender } from '#shared/domain/return/refunds.ts';
import { storesOfCurrency } from '#shared/domain/settings/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedNow } from '../store/trusted-time.ts';
import { refundIdOf } from './open-refund.ts';
import { shiftRefusal } from './in-shift.ts';
import type { TillProblem } from './problems.ts';
import { receiptNumber } from './receipt-number.ts';

export type BlindReturnInput = {
  readonly returnId: string;
  readonly customer: string;
  readonly creditConsent: boolean;
  readonly requests: readonly BlindRequest[];
  readonly tender: InsteadTender;
  /** Asks the server; null = it could not be asked. */
  readonly ask: (customerHash: string) => Promise<readonly BlindReturnFact[] | null>;
};

type Problem = BlindProblem | PermitProblem | TillProblem;

type Counted = Pick<BlindReturnFact, 'operationId' | 'at'>;

/** Returns without a receipt of this customer that this till itself made. */
const ownReturns = async (
  { view, crypto }: TillStore,
  customerHash: string,
): Promise<Counted[]> => {
  const own = await view.blindReturns();
  const hashes = await Promise.all(
    own.map(({ payload }) => blindCustomerHash(payload.customer ?? '', crypto)),
  );
  return own
    .filter((_, index) => hashes[index] === customerHash)
    .map((operation) => ({ operationId: operation.id, at: happenedAt(operation) }));
};

/**
 * How often this customer came without a receipt in the last 30 days: by what was made here, what came down of other
 * tills, and what the server has told just now, if it could be asked.
 */
const earlierReturns = async (
  till: TillStore,
  customerHash: string,
  told: readonly Counted[],
): Promise<number> => {
  const since = blindSince(await trustedNow(till));
  const { blindRecords } = till.view.references();
  const known = blindRecords.find((record) => record.customerHash === customerHash);
  const all = [...(await ownReturns(till, customerHash)), ...(known?.returns ?? []), ...told];
  return new Set(all.filter(({ at }) => at >= since).map(({ operationId }) => operationId)).size;
};

/** Goods come back that nothing says were sold here: a manager takes them, within limits that hold in the whole chain. */
export const completeBlindReturn = async (
  till: TillStore,
  actor: Actor,
  { ask, ...input }: BlindReturnInput,
): Promise<Result<Operation, Problem | JournalProblem>> => {
  const customerHash = await blindCustomerHash(input.customer, till.crypto);
  // Before the journal is locked: nothing else of the till waits for the network.
  const told = (await ask(customerHash)) ?? [];
  return till.journal.write(actor, async (next): Promise<Decided<Problem>> => {
    const { settings, stores, promotions, prices, policy } = till.view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    // It may have been closed while the server was asked.
    const closed = await shiftRefusal(till, actor);
    if (closed) return closed;
    const { returnId, tender } = input;
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
      prices,
      storeIds: storesOfCurrency(stores, settings),
      pricedAt: await trustedNow(till),
      at: till.now(),
    });
    if (!returned.ok) return returned;
    const { staffId: actorId, approvedBy: approverId } = actor;
    const products = input.requests.map(({ product }) => product);
    const categoryBySku = new Map(products.map(({ sku, categoryId }) => [sku, categoryId]));
    const terms = { policy, actorId, approverId, categoryBySku };
    const count = await earlierReturns(till, customerHash, told);
    const refused = permitBlindReturn(returned.value, count, terms);
    return refused ? fail(refused) : ok({ type: 'return.completed', payload: returned.value });
  });
};
