import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointsRule } from '#shared/domain/points/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Minor } from '#shared/kernel/money.ts';
import {
  knownPoints,
  lookUpPoints,
  type PointsBalance,
  type PointsPartProblem,
  pointsToSpend,
} from '../commands/look-up-points.ts';
import { useLive } from '../queries/use-live.ts';
import { useReferences } from '../queries/use-references.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { useTill } from './till-context.ts';

/** Whether this store gives and takes points, and by what rule; null = it does not. */
const usePointsRule = (): PointsRule | null => useReferences().policy.points ?? null;

/** What is on a customer's account, as far as it is known here; null = it is not, or the store has no points. */
export const useKnownPoints = (customerId: string | null, answers = 0): PointsBalance | null => {
  const { store } = useTill();
  const wanted = usePointsRule() === null ? null : customerId;
  const known = useLive(
    async () => (wanted === null ? null : knownPoints(store, wanted)),
    `points:${wanted}:${answers}`,
  );
  return known ?? null;
};

/** As `useKnownPoints`; the server is asked once for each customer, and what it says is remembered. */
export const useCustomerPoints = (customerId: string | null): PointsBalance | null => {
  const { store, askCustomer } = useTill();
  const wanted = usePointsRule() === null ? null : customerId;
  const [answers, setAnswers] = useState(0);
  useEffect(() => {
    if (wanted === null) return;
    lookUpPoints(store, askCustomer, wanted)
      .then(() => setAnswers((before) => before + 1))
      .catch(reportError);
  }, [store, askCustomer, wanted]);
  return useKnownPoints(customerId, answers);
};

type Paying = {
  readonly rule: PointsRule;
  readonly balance: number;
  readonly most: number;
  readonly asOf: string | null;
};

/** Asks how many of a customer's points may pay what is left, or why none do, in the cashier's language. */
export const usePayingPoints = (
  customerId: string | null,
): ((left: Minor) => Promise<Result<Paying, string>>) | undefined => {
  const { t } = useTranslation();
  const { count, dayAndTime } = useFormat();
  const { store, askCustomer } = useTill();
  const rule = usePointsRule();
  const wordsOf = (problem: PointsPartProblem): string =>
    problem.type === 'points_below_smallest'
      ? t('points.points_below_smallest', { points: count(problem.smallest) })
      : t(`points.${problem.type}`);
  if (rule === null) return undefined;
  return async (left) => {
    if (customerId === null) return fail(t('points.no_customer'));
    const found = await pointsToSpend(store, askCustomer, { customerId, left });
    if (!found.ok) return fail(wordsOf(found.problem));
    const { balance, most } = found.value;
    const time = dayAndTime(balance.at, store.now());
    const asOf = balance.isAsked ? null : t('common.asOf', { time });
    return ok({ rule, balance: balance.balance, most, asOf });
  };
};
