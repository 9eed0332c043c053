import '@mantine/charts/styles.layer.css';
import { AreaChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Currency } from '#shared/kernel/money.ts';
import { axisMoney } from './axis-money.ts';
import type { ShownHour } from './hours-shown.ts';

type HoursChartProps = {
  readonly hours: readonly ShownHour[];
  readonly currency: Currency;
  /** What the two lines are called. */
  readonly day: string;
  readonly weekBefore: string;
};

export const HoursChart = ({ hours, currency, day, weekBefore }: HoursChartProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const largest = Math.max(
    ...hours.map(({ netSales, lastWeek }) => Math.max(netSales ?? 0, lastWeek)),
  );
  return (
    <AreaChart
      h={252}
      data={hours.map((hour) => ({ ...hour, time: `${hour.hour}:00` }))}
      dataKey="time"
      series={[
        { name: 'lastWeek', label: weekBefore, color: 'var(--text-3)', strokeDasharray: '4 4' },
        { name: 'netSales', label: day, color: 'var(--primary)' },
      ]}
      curveType="monotone"
      strokeWidth={2.5}
      withDots={false}
      connectNulls={false}
      tickLine="none"
      valueFormatter={(value) => format.money(value, currency)}
      xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 24, padding: { right: 12 } }}
      yAxisProps={{
        width: 72,
        tickFormatter: (value: number) => axisMoney(value, largest, t, format.locale),
      }}
      // The table beside it says the same, so the keyboard does not stop here.
      areaChartProps={{ accessibilityLayer: false }}
      aria-hidden
    />
  );
};
