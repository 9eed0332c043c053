import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { availableOf } from '#shared/domain/stock/low.ts';
import { useElsewhere } from '#renderer/queries/use-elsewhere.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { LoadingLines } from '#renderer/ui/feedback/loading-lines.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { LevelBadge } from './level-badge.tsx';
import classes from './stock.module.css';

/** What other stores have: with the network as they are, without it as they were when somebody last asked. */
export const Elsewhere = ({ product: { sku, unit } }: { readonly product: Product }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const now = useNow(60_000);
  const reply = useElsewhere(sku);
  return (
    <section className={classes['part']} aria-label={t('stockRoom.elsewhere')}>
      <h3 className={classes['heading']}>
        {t('stockRoom.elsewhere')}
        {reply ? (
          <span className={classes['quiet']}>
            {t('common.asOf', { time: moment(reply.asOf, now) })}
          </span>
        ) : null}
      </h3>
      {reply === undefined ? <LoadingLines /> : null}
      {reply === null ? <Notice tone="info">{t('stockRoom.elsewhereOffline')}</Notice> : null}
      {reply?.stores.length === 0 ? (
        <p className={classes['quiet']}>{t('stockRoom.onlyStore')}</p>
      ) : null}
      <ul className={classes['stores']}>
        {reply?.stores.map(({ storeId, name, ...level }) => (
          <li key={storeId}>
            <span>{name}</span>
            <LevelBadge available={availableOf(level)} unit={unit} />
          </li>
        ))}
      </ul>
    </section>
  );
};
