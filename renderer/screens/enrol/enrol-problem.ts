import { useTranslation } from 'react-i18next';
import type { en } from '#shared/i18n/en.ts';

/** Why the server did not make this machine a till. */
export type EnrolProblem =
  | { readonly type: 'no_network' | 'server_silent' }
  | { readonly type: 'refused'; readonly code: keyof typeof en.serverError };

/** Outside the demo there is nothing to be had without a code, which is no problem. */
export const demoProblem = <Problem extends EnrolProblem>(problem: Problem): Problem | null =>
  problem.type === 'refused' && problem.code === 'not_found' ? null : problem;

export const useEnrolProblemText = (): ((problem: EnrolProblem) => string) => {
  const { t } = useTranslation();
  return (problem) =>
    problem.type === 'refused' ? t(`serverError.${problem.code}`) : t('problems.network');
};
