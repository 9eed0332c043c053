import { useTranslation } from 'react-i18next';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { isReceived } from '#shared/domain/delivery/difference.ts';
import { useDeliveries } from '#renderer/queries/use-deliveries.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './stock.module.css';

type DeliveryChoiceProps = { readonly onChoose: (delivery: Delivery) => void };

/** What is expected here; whoever has other goods just scans them. */
export const DeliveryChoice = ({ onChoose }: DeliveryChoiceProps) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const now = useNow(60_000);
  const { stores } = useReferences();
  const deliveries = useDeliveries() ?? [];
  const senderOf = ({ fromStoreId, supplier }: Delivery): string =>
    fromStoreId === null
      ? supplier
      : (stores.find(({ storeId }) => storeId === fromStoreId)?.name ?? fromStoreId);
  return (
    <section className={classes['part']} aria-label={t('stockRoom.expected')}>
      <h3 className={classes['heading']}>{t('stockRoom.expected')}</h3>
      {deliveries.length === 0 ? (
        <p className={classes['quiet']}>{t('stockRoom.noneExpected')}</p>
      ) : null}
      <ul className={classes['deliveries']}>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <button
              type="button"
              className={classes['delivery']}
              onClick={() => onChoose(delivery)}
            >
              <strong>{delivery.reference}</strong>
              <span>{senderOf(delivery)}</span>
              <span className={classes['quiet']}>
                {t('stockRoom.productCount', { count: delivery.sent?.length ?? 0 })} ·{' '}
                {moment(delivery.expectedAt ?? delivery.sentAt, now)}
              </span>
              {isReceived(delivery) ? (
                <StatusBadge tone="warn">{t('stockRoom.differs')}</StatusBadge>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
