import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import { orderPath, PATHS } from '../app/paths.ts';
import { useStores } from '../data/use-stores.ts';
import { StoreRegion } from '../parts/store-region.tsx';
import { useNow } from '../parts/use-now.ts';
import { EvidenceList } from './evidence-list.tsx';
import classes from './exception-item.module.css';

const Subject = ({ subject: { type, id } }: Pick<Exception, 'subject'>) => {
  const { t } = useTranslation();
  switch (type) {
    case 'order':
      return (
        <Link href={orderPath(PATHS.receipts, id)} className={classes['subject']}>
          {t('dashboard.subject.order')}
        </Link>
      );
    case 'stock':
      // Store and SKU; the store is named beside it.
      return <span>{t('dashboard.subject.stock', { sku: id.slice(id.indexOf(':') + 1) })}</span>;
    case 'operation':
    case 'journal':
      return <span>{t(`dashboard.subject.${type}`, { id })}</span>;
  }
};

const Content = ({ exception }: { readonly exception: Exception }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useStores().find(({ storeId }) => storeId === exception.storeId);
  const now = new Date(useNow()).toISOString();
  const { kind, subject, owner, openedAt, closedAt, evidence } = exception;
  return (
    <li className={classes['item']}>
      <div className={classes['head']}>
        <h2 className={classes['kind']}>{t(`exception.${kind}`)}</h2>
        <StatusBadge tone={closedAt === null ? 'warn' : 'ok'}>
          {closedAt === null
            ? t('dashboard.openedAt', { time: format.moment(openedAt, now) })
            : t('dashboard.closedAt', { time: format.moment(closedAt, now) })}
        </StatusBadge>
      </div>
      <p className={classes['hint']}>{t(`exceptionHint.${kind}`)}</p>
      <p className={classes['facts']}>
        <span>{store?.name ?? exception.storeId}</span>
        <Subject subject={subject} />
        <span>{t('dashboard.ownedBy', { owner: t(`dashboard.owner.${owner}`) })}</span>
      </p>
      <EvidenceList evidence={evidence} />
    </li>
  );
};

/** One contradiction: what it is, whose it is, and what proves it. */
export const ExceptionItem = (props: { readonly exception: Exception }) => (
  <StoreRegion storeId={props.exception.storeId}>
    <Content {...props} />
  </StoreRegion>
);
