import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Currency } from '#shared/kernel/money.ts';
import table from '../parts/table.module.css';

type DifferenceProps = { readonly difference: number; readonly currency: Currency };

/** counted − expected; a shortage stands out, and says so by its sign too. */
export const Difference = ({ difference, currency }: DifferenceProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (difference === 0) return <span className={table['quiet']}>{t('shifts.noDifference')}</span>;
  const shown = money(difference, currency);
  return (
    <strong className={difference < 0 ? table['danger'] : undefined}>
      {difference > 0 ? `+${shown}` : shown}
    </strong>
  );
};
