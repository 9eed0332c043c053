import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ShiftSummary } from '#shared/protocol/shifts.ts';
import { type Amount, AmountList } from '../parts/amount-list.tsx';
import { Card } from '../parts/card.tsx';
import { ShiftBadge } from './shift-badge.tsx';

/** When the shift was open, by whom, and how its drawer agreed. */
export const ShiftFacts = ({ shift }: { readonly shift: ShiftSummary }) => {
  const { t } = useTranslation();
  const { date, money, time } = useFormat();
  const { openedAt, openedByName, closed, currency, number } = shift;
  const moment = (at: string): string => `${date(at)}, ${time(at)}`;
  const sum = (label: string, amount: number, isTotal = false): Amount => ({
    label,
    amount: money(amount, currency),
    isTotal,
  });
  const opened = { label: t('shifts.opened'), detail: openedByName, amount: moment(openedAt) };
  const amounts: Amount[] =
    closed === null
      ? [opened]
      : [
          opened,
          { label: t('shifts.closed'), detail: closed.byName, amount: moment(closed.at) },
          sum(t('shifts.net'), closed.netSales),
          sum(t('shifts.expected'), closed.expected),
          sum(t('shifts.counted'), closed.counted),
          sum(t('shifts.difference'), closed.difference, true),
        ];
  return (
    <Card
      title={t('shift.number', { number: String(number) })}
      action={<ShiftBadge shift={shift} />}
    >
      <AmountList amounts={amounts} />
    </Card>
  );
};
