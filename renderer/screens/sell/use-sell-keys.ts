import { useTranslation } from 'react-i18next';
import { selectNext } from '#renderer/session/open-basket.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { SellDialog } from './sell-dialog.ts';
import type { Selling } from './use-selling.ts';

type SellActs = {
  readonly canPay: boolean;
  readonly park: () => void;
  readonly repeat: () => void;
};

/** The counter by keyboard alone. */
export const useSellKeys = (
  selling: Selling,
  { canPay, park, repeat }: SellActs,
  show: (dialog: SellDialog) => void,
): void => {
  const { t } = useTranslation();
  const change = useBasket((state) => state.change);
  const disabled = !canPay;
  const select = (step: 1 | -1) => change((basket) => selectNext(basket, step));
  const remove = (): void => show({ type: 'void_line' });
  const less = (): void => {
    if (!selling.step(-1)) remove();
  };
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
    { key: 'Shift+F6', label: t('storedValue.sell'), run: () => show({ type: 'gift_card' }) },
    { key: 'F11', label: t('keys.park'), hint: true, disabled, run: park },
    { key: 'Delete', label: t('keys.removeLine'), hint: true, disabled, run: remove },
    { key: 'ArrowUp', label: t('keys.lineUp'), disabled, run: () => select(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), disabled, run: () => select(1) },
    { key: 'Plus', label: t('keys.more'), disabled, run: () => void selling.step(1) },
    { key: 'Minus', label: t('keys.less'), disabled, run: less },
    { key: 'Shift+F4', label: t('line.more'), disabled, run: () => show({ type: 'line' }) },
    { key: 'Ctrl+↑', label: t('line.moveUp'), disabled, run: () => selling.move(-1) },
    { key: 'Ctrl+↓', label: t('line.moveDown'), disabled, run: () => selling.move(1) },
    { key: 'Insert', label: t(canPay ? 'line.repeat' : 'sell.repeatSale'), run: repeat },
    { key: 'Ctrl+Z', label: t('keys.undo'), run: selling.undo },
  ]);
};
