import { useTranslation } from 'react-i18next';
import type { CodeProblem } from '#shared/domain/pricing/promo-codes.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { useNow } from './use-now.ts';

const MINUTE = 60_000;

/** Why a promo code is not taken, in the cashier's language. */
export const useCodeProblemText = (): ((problem: CodeProblem) => string) => {
  const { t } = useTranslation();
  const { dayAndTime } = useFormat();
  const now = useNow(MINUTE);
  return (problem) =>
    problem.type === 'code_used'
      ? t('promoCode.code_used', { time: dayAndTime(problem.at, now) })
      : t(`promoCode.${problem.type}`);
};
