import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ReceiptDetail } from '#shared/protocol/dashboard.ts';
import { useStores } from '../data/use-stores.ts';
import { OrderBadges } from './order-badges.tsx';
import classes from './receipt-facts.module.css';

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt className={classes['label']}>{label}</dt>
    <dd className={classes['value']}>{children}</dd>
  </div>
);

/** Where, when, by whom and for whom. */
export const ReceiptFacts = ({
  detail: { order, paymentState },
}: {
  readonly detail: ReceiptDetail;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useStores().find(({ storeId }) => storeId === order.storeId);
  const { customer, tillId, staffId, pickup, canceledAt, buyerTaxNumber, fiscal = [] } = order;
  const who = [customer?.name, customer?.phone].filter(Boolean).join(', ');
  return (
    <dl className={classes['facts']}>
      <Fact label={t('dashboard.state')}>
        <OrderBadges
          order={{
            paymentState,
            pickupState: pickup?.state ?? null,
            pickupBy: pickup?.expiresAt ?? null,
            canceledAt,
          }}
        />
      </Fact>
      <Fact label={t('receipt.date')}>
        {t('common.dayAtTime', {
          day: format.longDate(order.placedAt),
          time: format.time(order.placedAt),
        })}
      </Fact>
      <Fact label={t('dashboard.store')}>{store?.name ?? order.storeId}</Fact>
      <Fact label={t('dashboard.channel')}>{t(`channel.${order.channel}`)}</Fact>
      {tillId === null ? null : <Fact label={t('receipt.till')}>{tillId}</Fact>}
      {staffId === null ? null : <Fact label={t('receipt.cashier')}>{staffId}</Fact>}
      {who === '' ? null : <Fact label={t('receipt.customer')}>{who}</Fact>}
      {buyerTaxNumber === undefined ? null : (
        <Fact label={t('fiscal.taxNumber')}>{buyerTaxNumber}</Fact>
      )}
      {fiscal.length === 0 ? null : (
        <Fact label={t('fiscal.number')}>{fiscal.map(({ number }) => number).join(', ')}</Fact>
      )}
    </dl>
  );
};
