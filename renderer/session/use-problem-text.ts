import { useTranslation } from 'react-i18next';
import type { PaymentProblem } from '#shared/domain/payment/settle.ts';
import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import type { SaleProblem } from '#shared/domain/sale/problems.ts';
import type { CardProblem } from '../commands/pay-by-card.ts';
import type { TillProblem } from '../commands/problems.ts';
import type { JournalProblem } from '../store/journal.ts';
import { useFormat } from '../ui/language/use-format.ts';
import type { CommandProblem } from './use-command.ts';

export type ShownProblem =
  | SaleProblem
  | PaymentProblem
  | PickupProblem
  | TillProblem
  | JournalProblem
  | CardProblem
  | CommandProblem;

/** A problem in the cashier's language; null for what needs no words. */
export const useProblemText = (): ((problem: ShownProblem) => string | null) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (problem) => {
    switch (problem.type) {
      case 'card_declined':
        return t('card.declinedMessage');
      case 'card_canceled':
      // A dialog of its own says it.
      case 'payment_without_sale':
      case 'busy':
      case 'already_done':
        return null;
      case 'tender_short':
        return t('problems.tender_short', { amount: money(problem.missing) });
      case 'change_only_from_cash':
        return t('problems.change_only_from_cash', { amount: money(problem.over) });
      case 'pickup_closed':
        return t('problems.pickup_closed', { state: t(`pickupState.${problem.state}`) });
      case 'settings_missing':
        return t('enrol.receiving');
      case 'order_unknown':
        return t('serverError.not_found');
      case 'till_not_enrolled':
        return t('enrol.failed');
      case 'signed_out':
        return t('signIn.locked');
      case 'amount_too_large':
      case 'discount_over_limit':
      case 'basket_empty':
      case 'quantity_not_positive':
      case 'not_a_pickup':
      case 'already_handed_over':
      case 'storage_failed':
        return t(`problems.${problem.type}`);
    }
  };
};
