import { useTranslation } from 'react-i18next';
import type { CashMoveProblem } from '#shared/domain/shift/cash-move.ts';
import type { ClosingProblem } from '#shared/domain/shift/decide.ts';
import type { TillProblem } from '../commands/problems.ts';
import type { JournalProblem } from '../store/journal.ts';
import { useFormat } from '../ui/language/use-format.ts';
import type { CommandProblem } from './use-command.ts';
import { useProblemText } from './use-problem-text.ts';

export type ShownShiftProblem =
  | CashMoveProblem
  | ClosingProblem
  | TillProblem
  | { readonly type: 'payment_open' | 'refund_open' }
  | JournalProblem
  | CommandProblem;

/** What keeps cash from being moved or a shift from being closed; null for what needs no words. */
export const useShiftProblemText = (): ((problem: ShownShiftProblem) => string | null) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const otherText = useProblemText();
  return (problem) => {
    switch (problem.type) {
      case 'amount_missing':
      case 'reason_unfit':
      case 'note_missing':
      case 'count_missing':
      case 'count_outdated':
      case 'manager_needed':
      case 'payment_open':
      case 'refund_open':
        return t(`shift.problems.${problem.type}`);
      case 'difference_unexplained':
        return t('shift.problems.difference_unexplained', { amount: money(problem.difference) });
      case 'already_done':
      case 'busy':
      case 'order_unknown':
      case 'settings_missing':
      case 'shift_closed':
      case 'fiscal_time_over':
      case 'fiscal_shift_over':
      case 'signed_out':
      case 'storage_failed':
      case 'till_not_enrolled':
      case 'not_recordable':
        return otherText(problem);
    }
  };
};
