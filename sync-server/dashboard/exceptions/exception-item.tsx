import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '#renderer/ui/button/button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { ExceptionRow } from '#shared/protocol/exceptions.ts';
import { orderPath, PATHS } from '../app/paths.ts';
import { useStores } from '../data/use-stores.ts';
import { StoreRegion } from '../parts/store-region.tsx';
import { useNow } from '../parts/use-now.ts';
import { ExceptionEvidence } from './exception-evidence.tsx';
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
    case 'stored_value':
    case 'promo_code':
    case 'customer':
    case 'delivery':
    case 'operation':
    case 'journal':
      return <span>{t(`dashboard.subject.${type}`, { id })}</span>;
  }
};

/** How it stands, and who settled it how. */
const useStanding = (): ((exception: ExceptionRow) => string) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  return ({ openedAt, closedAt, resolution }) => {
    if (resolution !== null)
      return t('inbox.settled', {
        action: t(`decision.actions.${resolution.action}`),
        name: resolution.by,
        time: format.moment(resolution.at, now),
      });
    return closedAt === null
      ? t('dashboard.openedAt', { time: format.moment(openedAt, now) })
      : t('inbox.explained', { time: format.moment(closedAt, now) });
  };
};

const Facts = ({ exception }: { readonly exception: ExceptionRow }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const stores = useStores();
  const { storeId, otherStoreIds, subject, owner, people, amount } = exception;
  const names = [storeId, ...otherStoreIds].map(
    (id) => stores.find((store) => store.storeId === id)?.name ?? id,
  );
  return (
    <p className={classes['facts']}>
      <span>{names.join(', ')}</span>
      <Subject subject={subject} />
      {amount === null ? null : (
        <strong>{t('inbox.stake', { amount: format.money(amount) })}</strong>
      )}
      <span>
        {t('inbox.answers', {
          people: people.length > 0 ? people.join(', ') : t(`dashboard.owner.${owner}`),
        })}
      </span>
    </p>
  );
};

const Content = ({ exception }: { readonly exception: ExceptionRow }) => {
  const { t } = useTranslation();
  const standing = useStanding();
  const [isShown, setShown] = useState(false);
  const evidence = useId();
  const { id, kind, task, state, resolution } = exception;
  return (
    <li className={classes['item']}>
      <div className={classes['head']}>
        <h2 className={classes['kind']}>{t(`exception.${kind}`)}</h2>
        <StatusBadge tone={state === 'open' ? 'warn' : 'ok'}>{standing(exception)}</StatusBadge>
      </div>
      <p className={classes['hint']}>{t(`exceptionHint.${kind}`)}</p>
      <Facts exception={exception} />
      <div className={classes['foot']}>
        {state === 'open' ? (
          <strong>{t('inbox.todo', { task: t(`decision.tasks.${task}`) })}</strong>
        ) : (
          <span>{resolution?.note}</span>
        )}
        <Button
          size="small"
          aria-expanded={isShown}
          aria-controls={evidence}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'inbox.hide' : 'inbox.show')}
        </Button>
      </div>
      <div id={evidence}>{isShown ? <ExceptionEvidence id={id} /> : null}</div>
    </li>
  );
};

/** One contradiction: what it is, whose it is, what there is to do, and what proves it. */
export const ExceptionItem = (props: { readonly exception: ExceptionRow }) => (
  <StoreRegion storeId={props.exception.storeId}>
    <Content {...props} />
  </StoreRegion>
);
