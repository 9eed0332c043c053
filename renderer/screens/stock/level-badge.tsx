import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { isLow } from '#shared/domain/stock/low.ts';
import { NONE, type Quantity } from '#shared/kernel/quantity.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';

type LevelBadgeProps = { readonly available: Quantity; readonly unit: Product['unit'] };

/** How many may be sold, in words and colour. */
export const LevelBadge = ({ available, unit }: LevelBadgeProps) => {
  const { t } = useTranslation();
  const { quantity } = useFormat();
  if (available <= 0) return <StatusBadge tone="danger">{t('stockRoom.soldOut')}</StatusBadge>;
  const few = isLow({ onHand: available, reserved: NONE });
  return (
    <StatusBadge tone={few ? 'warn' : 'ok'}>
      {quantity(available)} {t(`unit.${unit}`)}
    </StatusBadge>
  );
};
