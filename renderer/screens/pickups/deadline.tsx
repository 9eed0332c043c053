import { useTranslation } from 'react-i18next';
import type { Pickup } from '#shared/domain/pickup/schema.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';

type DeadlineProps = { readonly pickup: Pickup; readonly now: string };

const DAY = 86_400_000;

/** Until when the goods are kept; an overdue order is flagged, not released (rule R21). */
export const Deadline = ({ pickup: { expiresAt, state }, now }: DeadlineProps) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const overdue = Date.parse(now) - Date.parse(expiresAt);
  const time = moment(expiresAt, now);
  if (overdue >= DAY)
    return (
      <StatusBadge tone="danger">
        {t('pickups.overdueDays', { count: Math.floor(overdue / DAY) })}
      </StatusBadge>
    );
  if (overdue > 0) return <StatusBadge tone="danger">{t('pickups.overdue', { time })}</StatusBadge>;
  return (
    <StatusBadge tone="neutral">
      {t(state === 'prepared' ? 'pickups.handOverBy' : 'pickups.prepareBy', { time })}
    </StatusBadge>
  );
};
