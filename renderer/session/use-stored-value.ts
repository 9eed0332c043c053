import { useTranslation } from 'react-i18next';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import {
  type CheckProblem,
  offerStoredValue,
  type StoredValuePart,
} from '../commands/check-stored-value.ts';
import { useTill } from './till-context.ts';

/** Why a gift card or store credit does not pay, in the cashier's language. */
const useStoredValueText = (): ((problem: CheckProblem) => string) => {
  const { t } = useTranslation();
  return ({ type }) =>
    type === 'settings_missing' ? t('enrol.receiving') : t(`storedValue.${type}`);
};

/** Asks how much of what is left a gift card or store credit pays. */
export const useStoredValue = (): ((part: StoredValuePart) => Promise<Result<Offer, string>>) => {
  const { store, askStoredValue } = useTill();
  const text = useStoredValueText();
  return async (part) => {
    const offered = await offerStoredValue(store, askStoredValue, part);
    return offered.ok ? offered : fail(text(offered.problem));
  };
};
