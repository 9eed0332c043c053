import { useTranslation } from 'react-i18next';
import type { PaymentProblem } from '#shared/domain/payment/settle.ts';
import type { OfflineProblem } from '#shared/domain/return/permit.ts';
import type { QuickKeysProblem } from '#shared/domain/quick-keys/arrange.ts';
import type { SaleProblem } from '#shared/domain/sale/problems.ts';
import type { BegunRefund } from '../commands/given-refunds.ts';
import type { RefundProblem } from '../commands/machine-refund.ts';
import type { ParkingProblem } from '../commands/park-basket.ts';
import type { MachineProblem } from '../commands/conclude-payment.ts';
import type { TillProblem } from '../commands/problems.ts';
import type { JournalProblem } from '../store/journal.ts';
import { useFormat } from '../ui/language/use-format.ts';
import type { CommandProblem } from './use-command.ts';
import {
  isPickupProblem,
  type ShownPickupProblem,
  usePickupProblemText,
} from './use-pickup-problem-text.ts';

export type ShownProblem =
  | SaleProblem
  | PaymentProblem
  | ShownPickupProblem
  | OfflineProblem
  | TillProblem
  | JournalProblem
  | MachineProblem
  | ParkingProblem
  | QuickKeysProblem
  | RefundProblem
  | BegunRefund
  | CommandProblem;

/** A problem in the cashier's language; null for what needs no words. */
export const useProblemText = (): ((problem: ShownProblem) => string | null) => {
  const { t } = useTranslation();
  const { money, date, time } = useFormat();
  const pickupText = usePickupProblemText();
  return (problem) => {
    if (isPickupProblem(problem)) return pickupText(problem);
    switch (problem.type) {
      case 'payment_declined':
        return t('card.declinedMessage');
      case 'refund_declined':
      case 'refund_open':
        return t(`returnProblem.${problem.type}`);
      case 'refund_given_before':
      case 'refund_asked_elsewhere':
        return t(`returnProblem.${problem.type}`, {
          tender: t(`tender.${problem.tender}`),
          amount: money(problem.amount),
        });
      case 'refund_without_return':
        return t('exception.refund_without_return');
      case 'payment_canceled':
      case 'refund_canceled':
      // A dialog of its own says it.
      case 'payment_without_sale':
      case 'busy':
      case 'already_done':
        return null;
      case 'tender_short':
        return t('problems.tender_short', { amount: money(problem.missing) });
      case 'change_only_from_cash':
        return t('problems.change_only_from_cash', { amount: money(problem.over) });
      case 'settings_missing':
        return t('enrol.receiving');
      case 'till_not_enrolled':
        return t('enrol.failed');
      case 'signed_out':
        return t('signIn.locked');
      case 'code_needs_customer':
        return t('promoCode.code_needs_customer');
      case 'code_used': {
        const { code, at } = problem;
        const used = t('common.dayAtTime', { day: date(at), time: time(at) });
        return t('promoCode.usedInBasket', { code, time: used });
      }
      case 'points_not_taken':
        return t('points.points_not_taken');
      case 'gift_card_amount_wrong': {
        const { least, most } = problem;
        return t('problems.gift_card_amount_wrong', { least: money(least), most: money(most) });
      }
      case 'gift_card_not_by_value':
        return t('problems.gift_card_not_by_value', { amount: money(problem.over) });
      case 'gift_card_code_wrong':
      case 'gift_card_twice':
      case 'amount_too_large':
      case 'not_recordable':
      case 'discount_over_limit':
      case 'basket_empty':
      case 'quantity_not_positive':
      case 'storage_failed':
      case 'shift_closed':
      case 'fiscal_time_over':
      case 'fiscal_shift_over':
      case 'payment_open':
      case 'basket_not_parked':
      case 'page_name_missing':
        return t(`problems.${problem.type}`);
      case 'tender_not_offline': {
        const tenders = problem.allowed.map((tender) => t(`tender.${tender}`)).join(', ');
        return t('returnProblem.tender_not_offline', { tenders });
      }
      case 'above_offline_limit':
        return t('returnProblem.above_offline_limit', { amount: money(problem.limit) });
      case 'manager_needed':
        return t('pickupProblem.manager_needed');
    }
  };
};
