import { useTranslation } from 'react-i18next';
import type { RequestProblem } from '../data/request.ts';

/** Why a request failed, in the reader's language. */
export const useProblemText = (): ((problem: RequestProblem) => string) => {
  const { t } = useTranslation();
  return (problem) => {
    switch (problem.type) {
      case 'network':
        return t('dashboard.serverSilent');
      case 'refused':
        return t(`serverError.${problem.code}`);
    }
  };
};
