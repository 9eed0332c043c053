import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';

/** counted − expected, minor units. */
export const DifferenceBadge = ({ difference }: { readonly difference: number }) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (difference === 0) return <StatusBadge tone="ok">{t('shift.agrees')}</StatusBadge>;
  return (
    <StatusBadge tone={difference < 0 ? 'danger' : 'warn'}>
      {t(difference < 0 ? 'shift.shortage' : 'shift.surplus')} {money(Math.abs(difference))}
    </StatusBadge>
  );
};
