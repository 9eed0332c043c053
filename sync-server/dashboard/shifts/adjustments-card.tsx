import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { ShiftAdjustment } from '#shared/protocol/shifts.ts';
import { AmountList } from '../parts/amount-list.tsx';
import { Card } from '../parts/card.tsx';
import { useOperationName } from '../parts/use-operation-name.ts';

type AdjustmentsCardProps = {
  readonly adjustments: readonly ShiftAdjustment[];
  readonly currency: Currency;
};

/** What was settled after the Z report: beside it, never in it (rule R3). */
export const AdjustmentsCard = ({ adjustments, currency }: AdjustmentsCardProps) => {
  const { t } = useTranslation();
  const { date, money, time } = useFormat();
  const operationName = useOperationName();
  const labelOf = (adjustment: ShiftAdjustment): string => {
    switch (adjustment.type) {
      case 'refund_settled':
        return t('shifts.refundSettled', { tender: t(`tender.${adjustment.tender}`) });
      case 'operation':
        return t('shifts.afterClosing', { operation: operationName(adjustment.operationType) });
    }
  };
  return (
    <Card title={t('shifts.adjustments')} note={t('shifts.adjustmentsHint')}>
      {adjustments.length === 0 ? (
        t('shifts.noAdjustments')
      ) : (
        <AmountList
          amounts={adjustments.map((adjustment) => ({
            label: labelOf(adjustment),
            detail: `${date(adjustment.at)}, ${time(adjustment.at)}`,
            amount: money(adjustment.amount, currency),
          }))}
        />
      )}
    </Card>
  );
};
