import { useTranslation } from 'react-i18next';
import { fail, type Result } from '#shared/kernel/result.ts';
import { type Balance, lookUpBalance } from '../commands/look-up-balance.ts';
import { useTill } from './till-context.ts';

/** What is left on a gift card or store credit, or why that is not known, in the cashier's language. */
export const useBalance = (): ((code: string) => Promise<Result<Balance, string>>) => {
  const { t } = useTranslation();
  const { store, askStoredValue } = useTill();
  return async (code) => {
    const found = await lookUpBalance(store, askStoredValue, code);
    return found.ok ? found : fail(t(`storedValue.${found.problem.type}`));
  };
};
