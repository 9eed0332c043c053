import { useTranslation } from 'react-i18next';
import type { CustomerProblem } from '#shared/domain/customer/decide.ts';
import type { JournalProblem } from '../store/journal.ts';
import type { CommandProblem } from './use-command.ts';
import { useProblemText } from './use-problem-text.ts';

/** Why a customer was not written down, in the cashier's language; null for what needs no words. */
export const useCustomerProblemText = (): ((
  problem: CustomerProblem | JournalProblem | CommandProblem,
) => string | null) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (problem) => {
    switch (problem.type) {
      case 'customer_name_missing':
      case 'customer_reach_missing':
      case 'phone_malformed':
      case 'email_malformed':
      case 'customer_known':
        return t(`customer.problems.${problem.type}`);
      case 'busy':
      case 'signed_out':
      case 'storage_failed':
      case 'till_not_enrolled':
      case 'not_recordable':
        return problemText(problem);
    }
  };
};
