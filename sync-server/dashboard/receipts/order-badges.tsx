import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconClock,
  IconPackage,
  IconShoppingBagCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import type { Tone } from '#renderer/ui/feedback/tone.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PickupState } from '#shared/domain/pickup/schema.ts';
import type { ReceiptRow } from '#shared/protocol/dashboard.ts';
import { useNow } from '../parts/use-now.ts';
import { isWaiting } from './is-waiting.ts';
import classes from './order-badges.module.css';

type Look = { readonly tone: Tone; readonly icon: ReactNode };

const ICON = { size: 14, stroke: 2.2, 'aria-hidden': true } as const;
const CHECK = <IconCheck {...ICON} />;
const CLOCK = <IconClock {...ICON} />;
const BACK = <IconArrowBackUp {...ICON} />;

/** Colour is for what somebody has to do; what is done is quiet. */
const PICKUPS = {
  proposed: { tone: 'info', icon: CLOCK },
  reserved: { tone: 'info', icon: <IconPackage {...ICON} /> },
  prepared: { tone: 'ok', icon: <IconShoppingBagCheck {...ICON} /> },
  completed: { tone: 'neutral', icon: CHECK },
  canceled: { tone: 'neutral', icon: <IconBan {...ICON} /> },
  failed: { tone: 'danger', icon: <IconAlertTriangle {...ICON} /> },
} as const satisfies Record<PickupState, Look>;

const PAYMENTS = {
  unpaid: { tone: 'warn', icon: CLOCK },
  partially_paid: { tone: 'warn', icon: CLOCK },
  paid: { tone: 'neutral', icon: CHECK },
  partially_refunded: { tone: 'warn', icon: BACK },
  refunded: { tone: 'neutral', icon: BACK },
} as const satisfies Record<ReceiptRow['paymentState'], Look>;

type OrderBadgesProps = {
  readonly order: Pick<ReceiptRow, 'paymentState' | 'pickupState' | 'pickupBy' | 'canceledAt'>;
};

/** Payment and fulfilment of an order, never mixed. */
export const OrderBadges = ({ order }: OrderBadgesProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { paymentState, pickupState, pickupBy, canceledAt } = order;
  const overdueSince =
    isWaiting(pickupState) && pickupBy !== null && Date.parse(pickupBy) < now ? pickupBy : null;
  const fulfilment = pickupState ?? (canceledAt === null ? null : 'canceled');
  return (
    <span className={classes['badges']}>
      {fulfilment === null ? null : (
        <StatusBadge {...PICKUPS[fulfilment]}>{t(`pickupState.${fulfilment}`)}</StatusBadge>
      )}
      {overdueSince === null ? null : (
        <StatusBadge tone="warn">
          {t('pickups.overdue', {
            time: format.moment(overdueSince, new Date(now).toISOString()),
          })}
        </StatusBadge>
      )}
      {/* Nobody owes anything for an order that was canceled before it was paid. */}
      {canceledAt !== null && paymentState === 'unpaid' ? null : (
        <StatusBadge {...PAYMENTS[paymentState]}>{t(`paymentState.${paymentState}`)}</StatusBadge>
      )}
    </span>
  );
};
