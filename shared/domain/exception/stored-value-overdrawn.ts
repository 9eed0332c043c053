import { minor } from '#shared/kernel/money.ts';
import { CONSEQUENCES } from './consequences.ts';
import { exceptionId } from './contradictions.ts';
import type { Contradiction } from './schema.ts';

/** One line of the ledger of a code: issued is positive, spent negative. */
export type StoredValueMovement = {
  readonly operationId: string;
  readonly storeId: string;
  readonly at: string;
  /** Minor units. */
  readonly amount: number;
};

/** Operations that an exception names; more say nothing more. */
const MAX_EVIDENCE = 20;

const byTime = (left: StoredValueMovement, right: StoredValueMovement): number => {
  const [first, second] =
    left.at === right.at ? [left.operationId, right.operationId] : [left.at, right.at];
  return first < second ? -1 : 1;
};

/**
 * More was spent under a code than was ever issued: tills that could not ask took it twice. A function of all that is
 * known of the code (rule S5): what issued it may still come, and then nothing contradicts.
 */
export const contradictionsOfStoredValue = (
  code: string,
  movements: readonly StoredValueMovement[],
): Contradiction[] => {
  const balance = movements.reduce((sum, { amount }) => sum + amount, 0);
  const inTime = movements.toSorted(byTime);
  const last = inTime.findLast(({ amount }) => amount < 0);
  if (balance >= 0 || last === undefined) return [];
  const kind = 'stored_value_overdrawn';
  const others = new Set(movements.map(({ storeId }) => storeId));
  others.delete(last.storeId);
  return [
    {
      id: exceptionId(kind, code),
      kind,
      storeId: last.storeId,
      otherStoreIds: [...others].toSorted(),
      subject: { type: 'stored_value', id: code },
      evidence: [...new Set(inTime.map(({ operationId }) => operationId))].slice(0 - MAX_EVIDENCE),
      amount: minor(0 - balance),
      owner: CONSEQUENCES[kind].owner,
    },
  ];
};
