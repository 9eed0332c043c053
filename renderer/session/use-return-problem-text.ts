import { useTranslation } from 'react-i18next';
import type { SearchProblem } from '../commands/find-sold.ts';
import { useFormat } from '../ui/language/use-format.ts';
import type { ReturnCommandProblem } from './use-return.ts';
import { useProblemText } from './use-problem-text.ts';

type Told = SearchProblem | ReturnCommandProblem | { readonly type: 'not_on_receipt' };

/** What keeps goods from coming back, in the cashier's language, and what to do instead; null for what needs no words. */
export const useReturnProblemText = (): ((problem: Told) => string | null) => {
  const { t } = useTranslation();
  const { money, quantity, date } = useFormat();
  const otherText = useProblemText();
  return (problem) => {
    switch (problem.type) {
      case 'window_over':
        return t('returnProblem.window_over', { date: date(problem.until) });
      case 'blind_limit':
        return t('returnProblem.blind_limit', { amount: money(problem.limit) });
      case 'refund_above_paid':
        return t('returnProblem.refund_above_paid', { amount: money(problem.cap) });
      case 'other_currency':
        return t('returnProblem.other_currency', { currency: problem.currency });
      case 'receipt_of_return':
        return t('returnProblem.receipt_of_return', { number: problem.number });
      case 'not_returnable':
      case 'store_credit_not_allowed':
      case 'consent_missing':
      case 'serial_missing':
      case 'approver_is_actor':
      case 'customer_missing':
      case 'blind_not_allowed':
      case 'blind_too_often':
      case 'not_found':
      case 'not_found_offline':
      case 'all_returned':
      case 'nothing_collected':
      case 'receipt_without_lines':
      case 'is_pickup_code':
      case 'not_on_receipt':
      case 'manager_needed':
        return t(`returnProblem.${problem.type}`);
      case 'only_gift_cards':
        return t('problems.gift_card_not_returned');
      case 'gift_card_not_returned':
      case 'line_unknown':
      case 'nothing_to_return':
        return t(`problems.${problem.type}`);
      case 'quantity_above_returnable':
        return t('problems.quantity_above_returnable', { quantity: quantity(problem.left) });
      case 'refunds_differ_from_total':
        return t('problems.refunds_differ_from_total', { amount: money(problem.total) });
      case 'refund_above_tender':
        return t('problems.refund_above_tender', {
          tender: t(`tender.${problem.tender}`),
          amount: money(problem.cap),
        });
      case 'till_revoked':
        return t('problems.token_till_revoked');
      case 'token_malformed':
      case 'token_version_unknown':
      case 'signature_invalid':
      case 'key_unknown':
      case 'certificate_expired':
      case 'other_chain':
        return t(`problems.${problem.type}`);
      case 'above_offline_limit':
      case 'already_done':
      case 'amount_too_large':
      case 'basket_empty':
      case 'busy':
      case 'payment_canceled':
      case 'payment_declined':
      case 'payment_open':
      case 'change_only_from_cash':
      case 'code_needs_customer':
      case 'code_used':
      case 'discount_over_limit':
      case 'order_unknown':
      case 'payment_without_sale':
      case 'points_not_taken':
      case 'quantity_not_positive':
      case 'refund_asked_elsewhere':
      case 'refund_canceled':
      case 'refund_declined':
      case 'refund_given_before':
      case 'refund_open':
      case 'refund_without_return':
      case 'settings_missing':
      case 'shift_closed':
      case 'gift_card_amount_wrong':
      case 'gift_card_code_wrong':
      case 'gift_card_not_by_value':
      case 'gift_card_twice':
      case 'fiscal_time_over':
      case 'fiscal_shift_over':
      case 'signed_out':
      case 'storage_failed':
      case 'tender_not_offline':
      case 'tender_short':
      case 'till_not_enrolled':
      case 'not_recordable':
        return otherText(problem);
    }
  };
};
