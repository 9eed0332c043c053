import { useTranslation } from 'react-i18next';
import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import type { CodeWithoutLines } from '#shared/tokens/order-of-code.ts';
import type { DigitsProblem, ScanProblem } from '../commands/prove-pickup.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { useNow } from './use-now.ts';

export type ShownPickupProblem = PickupProblem | DigitsProblem | ScanProblem | CodeWithoutLines;

const ALL: Readonly<Record<ShownPickupProblem['type'], true>> = {
  not_a_pickup: true,
  already_handed_over: true,
  pickup_closed: true,
  nothing_chosen: true,
  line_gone: true,
  not_asked: true,
  quantity_above_open: true,
  line_partly_collected: true,
  partly_collected: true,
  consent_missing: true,
  not_overdue: true,
  extension_too_long: true,
  hand_over_above_limit: true,
  nothing_due: true,
  nothing_to_put_back: true,
  same_store: true,
  unknown_store: true,
  not_shipped: true,
  refunds_differ_from_total: true,
  digits_wrong: true,
  digits_locked: true,
  digits_unknown: true,
  token_malformed: true,
  token_version_unknown: true,
  other_chain: true,
  key_unknown: true,
  signature_invalid: true,
  token_expired: true,
  other_store: true,
  order_unknown: true,
  code_without_lines: true,
};

/** Told apart from what else may go wrong at a till by its type alone. */
export const isPickupProblem = <Other extends { readonly type: string }>(
  problem: ShownPickupProblem | Other,
): problem is ShownPickupProblem => problem.type in ALL;

const MINUTE = 60_000;

/** Why a pickup does not go on, and what to do instead, in the cashier's language. */
export const usePickupProblemText = (): ((problem: ShownPickupProblem) => string) => {
  const { t } = useTranslation();
  const { money, quantity, dayAndTime } = useFormat();
  const now = useNow(MINUTE);
  return (problem) => {
    switch (problem.type) {
      case 'pickup_closed':
        return t('problems.pickup_closed', { state: t(`pickupState.${problem.state}`) });
      case 'quantity_above_open':
        return t('pickupProblem.quantity_above_open', { quantity: quantity(problem.left) });
      case 'not_overdue':
        return t('pickupProblem.not_overdue', { time: dayAndTime(problem.expiresAt, now) });
      case 'extension_too_long':
        return t('pickupProblem.extension_too_long', { count: problem.days });
      case 'hand_over_above_limit':
        return t('pickupProblem.hand_over_above_limit', { amount: money(problem.limit) });
      case 'refunds_differ_from_total':
        return t('problems.refunds_differ_from_total', { amount: money(problem.total) });
      case 'digits_wrong':
        return t('pickupProblem.digits_wrong', { count: problem.triesLeft });
      case 'other_store':
        return t('pickupProblem.other_store', { store: problem.storeId });
      case 'order_unknown':
        return t('serverError.not_found');
      case 'not_a_pickup':
      case 'already_handed_over':
      case 'token_malformed':
      case 'token_version_unknown':
      case 'signature_invalid':
      case 'key_unknown':
      case 'other_chain':
        return t(`problems.${problem.type}`);
      case 'nothing_chosen':
      case 'line_gone':
      case 'not_asked':
      case 'line_partly_collected':
      case 'partly_collected':
      case 'consent_missing':
      case 'nothing_due':
      case 'nothing_to_put_back':
      case 'same_store':
      case 'unknown_store':
      case 'not_shipped':
      case 'code_without_lines':
      case 'digits_locked':
      case 'digits_unknown':
      case 'token_expired':
        return t(`pickupProblem.${problem.type}`);
    }
  };
};
