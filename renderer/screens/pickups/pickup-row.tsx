import { useTranslation } from 'react-i18next';
import { dueOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Deadline } from './deadline.tsx';
import classes from './pickups.module.css';

type PickupRowProps = {
  readonly order: Order;
  readonly isChosen: boolean;
  readonly onChoose: (orderId: string) => void;
};

export const PickupRow = ({ order, isChosen, onChoose }: PickupRowProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const now = useNow(30_000);
  const { pickup } = order;
  const due = dueOf(order);
  if (!pickup) return null;
  const where =
    pickup.state === 'prepared' && pickup.shelf
      ? t('pickups.shelf', { shelf: pickup.shelf })
      : t(`pickupState.${pickup.state}`);
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
          {due > 0 ? (
            <StatusBadge tone="warn">{t('pickups.due', { amount: money(due) })}</StatusBadge>
          ) : (
            <StatusBadge tone="ok">{t('paymentState.paid')}</StatusBadge>
          )}
          <Deadline pickup={pickup} now={now} />
        </span>
      </button>
    </li>
  );
};
