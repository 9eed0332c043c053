import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import type { Tone } from '#renderer/ui/feedback/tone.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PickupState } from '#shared/domain/pickup/schema.ts';
import type { ReceiptRow } from '#shared/protocol/dashboard.ts';
import { useNow } from '../parts/use-now.ts';
import classes from './order-badges.module.css';

const PICKUP_TONES = {
  proposed: 'info',
  reserved: 'info',
  prepared: 'ok',
  completed: 'neutral',
  canceled: 'neutral',
  failed: 'danger',
} as const satisfies Record<PickupState, Tone>;

const PAYMENT_TONES = {
  unpaid: 'warn',
  partially_paid: 'warn',
  paid: 'ok',
  partially_refunded: 'warn',
  refunded: 'neutral',
} as const satisfies Record<ReceiptRow['paymentState'], Tone>;

const isWaiting = (state: PickupState | null): boolean =>
  state === 'proposed' || state === 'reserved' || state === 'prepared';

type OrderBadgesProps = {
  readonly order: Pick<ReceiptRow, 'paymentState' | 'pickupState' | 'pickupBy' | 'canceledAt'>;
};

/** Payment and fulfilment of an order, never mixed. */
export const OrderBadges = ({ order }: OrderBadgesProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { paymentState, pickupState, pickupBy, canceledAt } = order;
  const isOverdue = isWaiting(pickupState) && pickupBy !== null && Date.parse(pickupBy) < now;
  return (
    <span className={classes['badges']}>
      {pickupState === null ? null : (
        <StatusBadge tone={PICKUP_TONES[pickupState]}>
          {t(`pickupState.${pickupState}`)}
        </StatusBadge>
      )}
      {isOverdue ? (
        <StatusBadge tone="warn">
          {t('pickups.overdue', { time: format.moment(pickupBy, new Date(now).toISOString()) })}
        </StatusBadge>
      ) : null}
      {canceledAt !== null && pickupState === null ? (
        <StatusBadge tone="neutral">{t('pickupState.canceled')}</StatusBadge>
      ) : null}
      <StatusBadge tone={PAYMENT_TONES[paymentState]}>
        {t(`paymentState.${paymentState}`)}
      </StatusBadge>
    </span>
  );
};
