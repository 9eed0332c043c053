import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import type { ShiftSummary } from '#shared/protocol/shifts.ts';

/** How a shift stands: as icon and words. */
export const ShiftBadge = ({ shift }: { readonly shift: ShiftSummary }) => {
  const { t } = useTranslation();
  switch (shift.state) {
    case 'open':
      return <StatusBadge tone="info">{t('shifts.openState')}</StatusBadge>;
    case 'overdue':
      return <StatusBadge tone="warn">{t('shifts.overdue')}</StatusBadge>;
    case 'incomplete':
      return (
        <StatusBadge tone="warn">{t('shifts.incomplete', { count: shift.missing })}</StatusBadge>
      );
    case 'complete':
      return <StatusBadge tone="ok">{t('shifts.complete')}</StatusBadge>;
  }
};
