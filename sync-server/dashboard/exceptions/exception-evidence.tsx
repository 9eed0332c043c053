import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ExceptionDetail } from '#shared/protocol/exceptions.ts';
import { useException } from '../data/use-exceptions.ts';
import { QueryView } from '../parts/query-view.tsx';
import { FactCard } from './fact-card.tsx';
import { OrderMoney } from './order-money.tsx';
import { Offers } from './offers.tsx';
import classes from './exception-evidence.module.css';

/** Whom to call, and what the books say: what a person needs to decide. */
const Bearings = ({
  detail: { order, stock, customers },
}: {
  readonly detail: ExceptionDetail;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const customer = order?.customer ?? null;
  return (
    <>
      {customer === null || (customer.name === '' && customer.phone === '') ? null : (
        <p className={classes['bearing']}>
          {t('inbox.customer', { name: customer.name || '—', phone: customer.phone || '—' })}
        </p>
      )}
      {customers.map(({ id, name, phone, loyaltyCard }) => (
        <p key={id} className={classes['bearing']}>
          {t('inbox.customer', {
            name: name || '—',
            phone: [phone, loyaltyCard].filter(Boolean).join(' · ') || '—',
          })}
        </p>
      ))}
      {stock === null ? null : (
        <p className={classes['bearing']}>
          {[
            stock.name === null ? stock.sku : format.text(stock.name),
            t('inbox.stock', {
              onHand: format.quantity(stock.onHand),
              reserved: format.quantity(stock.reserved),
            }),
          ].join(' · ')}
        </p>
      )}
    </>
  );
};

const Evidence = ({ detail }: { readonly detail: ExceptionDetail }) => {
  const { t } = useTranslation();
  const { facts, order, customers, exception } = detail;
  return (
    <div className={classes['evidence']}>
      <h3 className={classes['title']}>{t('inbox.facts')}</h3>
      {facts.length === 0 && customers.length === 0 ? (
        <p className={classes['bearing']}>{t('inbox.noFacts')}</p>
      ) : null}
      {facts.length === 0 ? null : (
        <ul className={classes['facts']}>
          {facts.map((fact) => (
            <FactCard key={fact.id} fact={fact} />
          ))}
        </ul>
      )}
      <Bearings detail={detail} />
      {order === null || order.money.length === 0 ? null : <OrderMoney order={order} />}
      {exception.state === 'open' ? <Offers detail={detail} /> : null}
    </div>
  );
};

/** What happened, side by side, and the ways to settle it. */
export const ExceptionEvidence = ({ id }: { readonly id: string }) => (
  <QueryView query={useException(id)}>{(detail) => <Evidence detail={detail} />}</QueryView>
);
