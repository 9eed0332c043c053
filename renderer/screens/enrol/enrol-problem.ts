import { useTranslation } from 'react-i18next';
import type { en } from '#shared/i18n/en.ts';

/** Why the server did not make this machine a till. */
export type EnrolProblem =
  | { readonly type: 'no_network' | 'server_silent' }
  | { readonly type: 'refused'; readonly code: keyof typeof en.serverError };

export const useEnrolProblemText = (): ((problem: EnrolProblem) => string) => {
  const { t } = useTranslation();
  return (problem) =>
    problem.type === 'refused' ? t(`serverError.${problem.code}`) : t('problems.network');
};
