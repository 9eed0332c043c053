import { useTranslation } from 'react-i18next';
import { selectNext } from '#renderer/session/open-basket.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { SellDialog } from './sell-dialog.ts';
import type { Selling } from './use-selling.ts';

/** The counter by keyboard alone. */
export const useSellKeys = (
  selling: Selling,
  { canPay, park }: { readonly canPay: boolean; readonly park: () => void },
  show: (dialog: SellDialog) => void,
): void => {
  const { t } = useTranslation();
  const change = useBasket((state) => state.change);
  const disabled = !canPay;
  const select = (step: 1 | -1) => change((basket) => selectNext(basket, step));
  useKeys([
    {
      key: 'F3',
      label: t('keys.parked'),
      hint: true,
      run: () => show({ type: 'parked', problem: null }),
    },
    {
      key: 'F4',
      label: t('keys.quantity'),
      hint: true,
      disabled,
      run: () => show({ type: 'quantity' }),
    },
    {
      key: 'F6',
      label: t('keys.discount'),
      hint: true,
      disabled,
      run: () => show({ type: 'discount' }),
    },
    { key: 'F7', label: t('keys.customer'), hint: true, run: () => show({ type: 'customer' }) },
    { key: 'F8', label: t('keys.cash'), hint: true, disabled, run: () => show({ type: 'cash' }) },
    { key: 'F9', label: t('keys.card'), hint: true, disabled, run: () => show({ type: 'card' }) },
    // Where there is nothing to pay, the key that leads to gift cards tells what is left on one.
    canPay
      ? { key: 'F10', label: t('sell.mixedPayment'), run: () => show({ type: 'mixed' }) }
      : { key: 'F10', label: t('storedValue.balance'), run: () => show({ type: 'balance' }) },
    { key: 'F11', label: t('keys.park'), hint: true, disabled, run: park },
    { key: 'Delete', label: t('keys.removeLine'), hint: true, disabled, run: selling.remove },
    { key: 'ArrowUp', label: t('keys.lineUp'), disabled, run: () => select(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), disabled, run: () => select(1) },
    { key: 'Plus', label: t('keys.more'), disabled, run: () => selling.step(1) },
    { key: 'Minus', label: t('keys.less'), disabled, run: () => selling.step(-1) },
    { key: 'Ctrl+Z', label: t('keys.undo'), run: selling.undo },
  ]);
};
