import { contradictionsOfBlindReturns } from '#shared/domain/exception/of-operation.ts';
import {
  blindCustomerHash,
  type BlindRecord,
  keptOf,
  withBlindReturn,
} from '#shared/domain/return/blind-record.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import type { Crypto } from '#shared/kernel/crypto.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { policyAt } from './policy-at.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/** Who brought goods without a receipt; null = it is something else, or nobody was asked for a name. */
const customerOf = ({ type, payload }: Operation): string | null =>
  type === 'return.completed' && payload.orderId === null ? payload.customer : null;

const readRecord = async (
  { document }: Pick<Workspace, 'document'>,
  customerHash: string,
): Promise<BlindRecord> => {
  const held = await document('references', referenceId('blindReturns', customerHash));
  return held?.type === 'blindReturns' ? held.value : { customerHash, returns: [] };
};

/** The stores in which customers came without a receipt who do so again by these operations. */
export const storesOfBlindReturns = async (
  workspace: Workspace,
  operations: readonly Operation[],
  crypto: Crypto,
): Promise<string[]> => {
  const customers = operations.map(customerOf).filter((customer) => customer !== null);
  const hashes = await Promise.all(customers.map((one) => blindCustomerHash(one, crypto)));
  const records = await Promise.all(hashes.map((hash) => readRecord(workspace, hash)));
  return records.flatMap(({ returns }) => returns.map(({ storeId }) => storeId));
};

/** How often one customer may come without a receipt, store by store. */
const limitsOf = async (
  workspace: Workspace,
  { returns }: BlindRecord,
): Promise<(storeId: string) => number> => {
  const limits = new Map<string, number>();
  for (const { storeId } of returns)
    limits.set(storeId, (await policyAt(workspace, storeId)).blindReturnsPerMonth);
  return (storeId) => limits.get(storeId) ?? DEFAULT_POLICY.blindReturnsPerMonth;
};

/**
 * Counts a return without a receipt for its customer, in whichever store it was: the record comes down to all tills, and
 * what tills that were cut off from each other allowed too often is an exception with all of it as evidence.
 */
export const countBlindReturn = async (
  workspace: Workspace,
  operation: Operation,
  { now, crypto }: { readonly now: string; readonly crypto: Crypto },
): Promise<void> => {
  const customer = customerOf(operation);
  if (customer === null || operation.type !== 'return.completed') return;
  const { id: operationId, storeId, payload } = operation;
  const before = await readRecord(workspace, await blindCustomerHash(customer, crypto));
  const fact = { operationId, storeId, at: happenedAt(operation), total: payload.total };
  const after = withBlindReturn(before, fact);
  const limitIn = await limitsOf(workspace, after);
  workspace.put('references', {
    id: referenceId('blindReturns', after.customerHash),
    document: { type: 'blindReturns', value: keptOf(after) },
    streams: [streamName('references')],
  });
  const contradictions = {
    before: contradictionsOfBlindReturns(before, limitIn),
    after: contradictionsOfBlindReturns(after, limitIn),
  };
  await reconcileExceptions(workspace, contradictions, now);
};
