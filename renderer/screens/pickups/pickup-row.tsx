import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { isInTransit, isPartlyCollected } from '#shared/domain/pickup/open-pickup.ts';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import { PickupBadges } from './pickup-badges.tsx';
import classes from './pickups.module.css';

type PickupRowProps = {
  readonly entry: QueuedPickup;
  readonly now: string;
  readonly isChosen: boolean;
  readonly onChoose: (orderId: string) => void;
};

/** Where an order stands, as people say it. */
const standingOf = (order: Order) => {
  if (isInTransit(order)) return 'in_transit' as const;
  if (isPartlyCollected(order) && order.pickup?.state !== 'completed')
    return 'partly_collected' as const;
  return order.pickup?.state ?? ('completed' as const);
};

export const PickupRow = ({ entry, now, isChosen, onChoose }: PickupRowProps) => {
  const { t } = useTranslation();
  const { order } = entry;
  const { pickup } = order;
  const where =
    pickup?.state === 'prepared' && pickup.shelf
      ? t('pickups.shelf', { shelf: pickup.shelf })
      : t(`pickupState.${standingOf(order)}`);
  return (
    <li>
      <button
        type="button"
        className={classes['row']}
        aria-current={isChosen || undefined}
        onClick={() => onChoose(order.id)}
      >
        <span className={classes['number']}>{order.number}</span>
        <span className={classes['customer']}>
          <strong>{order.customer?.name}</strong>
          <span className={classes['quiet']}>
            {t('common.items', { count: order.lines.length })} · {where}
          </span>
        </span>
        <span className={classes['badges']}>
          <PickupBadges entry={entry} now={now} />
        </span>
      </button>
    </li>
  );
};
