import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { QuarantinedOperation } from '#shared/protocol/dashboard.ts';
import { useStores } from '../data/use-stores.ts';
import { OperationText } from '../parts/operation-text.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { useNow } from '../parts/use-now.ts';
import classes from './unprocessed-item.module.css';

type UnprocessedItemProps = { readonly operation: QuarantinedOperation };

const Content = ({ operation }: UnprocessedItemProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useStores().find(({ storeId }) => storeId === operation.storeId);
  const now = new Date(useNow()).toISOString();
  const { journalId, seq, reason, hash, text, characters, receivedAt } = operation;
  return (
    <li className={classes['item']}>
      <h2 className={classes['reason']}>
        {reason === null ? t('dashboard.forked') : t(`quarantine.${reason}`)}
      </h2>
      <p className={classes['facts']}>
        <span>{store?.name ?? operation.storeId}</span>
        <span>
          {t('dashboard.journalPlace', { journal: journalId, number: format.count(seq) })}
        </span>
        <span>{t('dashboard.receivedAt', { time: format.moment(receivedAt, now) })}</span>
      </p>
      <p className={classes['hash']}>SHA-256 {hash}</p>
      <OperationText text={text} />
      {characters > text.length ? (
        <p className={classes['facts']}>
          {t('dashboard.shortened', {
            shown: format.count(text.length),
            total: format.count(characters),
          })}
          <a
            className={classes['whole']}
            href={`/api/v1/dashboard/quarantine/${journalId}/${seq}/${hash}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('dashboard.wholeText')}
          </a>
        </p>
      ) : null}
    </li>
  );
};

/** One operation that could not be applied: why, from where, and what it said. */
export const UnprocessedItem = (props: UnprocessedItemProps) => (
  <StoreRegion storeId={props.operation.storeId}>
    <Content {...props} />
  </StoreRegion>
);
