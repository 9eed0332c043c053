import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { ShownHour } from './hours-shown.ts';

type HoursTableProps = {
  readonly hours: readonly ShownHour[];
  readonly currency: Currency;
  readonly day: string;
  readonly weekBefore: string;
};

/** The chart for those who do not see it. */
export const HoursTable = ({ hours, currency, day, weekBefore }: HoursTableProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <VisuallyHidden>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('dashboard.hour')}</th>
            <th scope="col">{day}</th>
            <th scope="col">{weekBefore}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ hour, netSales, lastWeek }) => (
            <tr key={hour}>
              <th scope="row">{hour}:00</th>
              <td>{netSales === null ? '' : format.money(netSales, currency)}</td>
              <td>{format.money(lastWeek, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
};
