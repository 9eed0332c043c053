import { useTranslation } from 'react-i18next';
import { dueOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './pickups.module.css';

const PaidBadge = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const due = dueOf(order);
  if (due > 0)
    return <StatusBadge tone="warn">{t('pickups.due', { amount: money(due) })}</StatusBadge>;
  const isOnline = order.payments.every(({ tender }) => tender === 'online');
  return (
    <StatusBadge tone="ok">
      {isOnline ? t('pickups.paidOnline') : t('paymentState.paid')}
    </StatusBadge>
  );
};

export const PickupHead = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { customer, pickup } = order;
  return (
    <header className={classes['head']}>
      <div className={classes['headline']}>
        <h2 className={classes['title']}>{order.number}</h2>
        <PaidBadge order={order} />
      </div>
      <p className={classes['quiet']}>
        {[
          customer?.name,
          customer?.phone,
          pickup?.shelf ? t('pickups.shelf', { shelf: pickup.shelf }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </header>
  );
};
