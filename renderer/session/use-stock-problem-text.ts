import { useTranslation } from 'react-i18next';
import { useProblemText } from './use-problem-text.ts';
import type { SheetProblem } from './use-stock-sheet.ts';

/** Why a stock job could not be written; null for what needs no words. */
export const useStockProblemText = (): ((problem: SheetProblem) => string | null) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (problem) => {
    switch (problem.type) {
      case 'sheet_empty':
      case 'reason_missing':
      case 'store_missing':
        return t(`stockRoom.problems.${problem.type}`);
      case 'already_done':
      case 'busy':
      case 'manager_needed':
      case 'order_unknown':
      case 'settings_missing':
      case 'shift_closed':
      case 'fiscal_time_over':
      case 'fiscal_shift_over':
      case 'signed_out':
      case 'storage_failed':
      case 'till_not_enrolled':
      case 'not_recordable':
        return problemText(problem);
    }
  };
};
