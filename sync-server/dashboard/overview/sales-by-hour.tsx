import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { LoadingLines } from '#renderer/ui/feedback/loading-lines.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { formatDate, formatTime } from '#shared/i18n/date.ts';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { addDays, dayOf, noonOf } from '../data/days.ts';
import { Card } from '../parts/card.tsx';
import { HoursLegend } from './hours-legend.tsx';
import { hoursShown } from './hours-shown.ts';
import { HoursTable } from './hours-table.tsx';

/** The charting library is larger than the rest of the dashboard: it comes after the figures. */
const HoursChart = lazy(async () => {
  const { HoursChart } = await import('./hours-chart.tsx');
  return { default: HoursChart };
});

/** Sales by hour against the same weekday a week before. */
export const SalesByHour = ({ overview }: { readonly overview: Overview }) => {
  const { t } = useTranslation();
  const { timeZone, locale } = useFormat();
  const { at, currency } = overview;
  const isToday = overview.day === dayOf(at, timeZone);
  const currentHour = isToday ? Number(formatTime(at, timeZone).slice(0, 2)) : null;
  const hours = hoursShown(overview.hours, currentHour);
  const day = isToday ? t('dashboard.today') : formatDate(noonOf(overview.day), 'UTC', locale);
  const weekBefore = formatDate(noonOf(addDays(overview.day, -7)), 'UTC', locale);
  return (
    <Card
      title={t('dashboard.salesByHour')}
      note={currency}
      action={hours.length > 0 ? <HoursLegend day={day} weekBefore={weekBefore} /> : undefined}
    >
      {hours.length === 0 ? (
        <EmptyState
          title={isToday ? t('dashboard.noSales') : t('dashboard.noSalesThatDay')}
          hint={isToday ? t('dashboard.noSalesHint') : undefined}
        />
      ) : (
        <Suspense fallback={<LoadingLines lines={3} />}>
          <HoursChart hours={hours} currency={currency} day={day} weekBefore={weekBefore} />
          <HoursTable hours={hours} currency={currency} day={day} weekBefore={weekBefore} />
        </Suspense>
      )}
    </Card>
  );
};
