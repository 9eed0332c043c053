import type { Minor } from '#shared/kernel/money.ts';
import { CONSEQUENCES } from './consequences.ts';
import { exceptionId } from './contradictions.ts';
import type { Contradiction } from './schema.ts';

/** One line of a ledger: what was given is positive, what was spent negative. */
export type Movement = {
  readonly operationId: string;
  readonly storeId: string;
  readonly at: string;
  readonly amount: number;
};

/** Operations that an exception names; more say nothing more. */
const MAX_EVIDENCE = 20;

const byTime = (left: Movement, right: Movement): number => {
  const [first, second] =
    left.at === right.at ? [left.operationId, right.operationId] : [left.at, right.at];
  return first < second ? -1 : 1;
};

/**
 * More was spent of something than there ever was: tills that could not ask took it twice. A function of all that is known
 * of it (rule S5): what gave it may still come, and then nothing contradicts. `amountOf` says what is at stake, from how
 * much is missing.
 */
export const contradictionsOfOverdrawn = (
  kind: 'stored_value_overdrawn' | 'points_overdrawn',
  subject: Contradiction['subject'],
  movements: readonly Movement[],
  amountOf: (missing: number) => Minor | null,
): Contradiction[] => {
  const balance = movements.reduce((sum, { amount }) => sum + amount, 0);
  const inTime = movements.toSorted(byTime);
  const last = inTime.findLast(({ amount }) => amount < 0);
  if (balance >= 0 || last === undefined) return [];
  const others = new Set(movements.map(({ storeId }) => storeId));
  others.delete(last.storeId);
  return [
    {
      id: exceptionId(kind, subject.id),
      kind,
      storeId: last.storeId,
      otherStoreIds: [...others].toSorted(),
      subject,
      evidence: [...new Set(inTime.map(({ operationId }) => operationId))].slice(0 - MAX_EVIDENCE),
      amount: amountOf(0 - balance),
      owner: CONSEQUENCES[kind].owner,
    },
  ];
};
