import { createMemoryStoreUnderTest, type StoreUnderTest } from './facts.ts';
import { runHistory, type Verdict } from './run-history.ts';
import { shrink } from './shrink.ts';
import type { Plan } from './steps.ts';
import { REAL, type Variant } from './variant.ts';

/** A history that went wrong, with as few steps as still go wrong. */
export type Finding = { readonly plan: Plan; readonly verdict: NonNullable<Verdict> };

const gist = ({ rule, message }: NonNullable<Verdict>): string =>
  `${rule} ${message.split('\n', 1)[0]?.replace(/\d+/g, '')}`;

/** Makes the empty store that a history begins with. */
export type MakeStore = () => Promise<StoreUnderTest>;

const inMemory: MakeStore = async () => createMemoryStoreUnderTest('epoch-1');

/** The first of these histories that breaks a rule; null = none does. */
export const findViolation = async (
  plans: Iterable<Plan>,
  variant: Variant = REAL,
  makeStore: MakeStore = inMemory,
): Promise<Finding | null> => {
  for (const plan of plans) {
    const verdict = await runHistory(plan, variant, await makeStore());
    if (verdict) return { plan, verdict };
  }
  return null;
};

/** The same violation in fewer steps. */
export const minimize = async (
  { plan, verdict }: Finding,
  variant: Variant = REAL,
  makeStore: MakeStore = inMemory,
): Promise<Finding> => {
  const verdictOf = async (candidate: Plan) => runHistory(candidate, variant, await makeStore());
  const isSame = (other: Verdict): other is NonNullable<Verdict> =>
    other !== null && gist(other) === gist(verdict);
  const smaller = await shrink(plan, async (candidate) => isSame(await verdictOf(candidate)));
  const again = await verdictOf(smaller);
  return isSame(again) ? { plan: smaller, verdict: again } : { plan, verdict };
};
