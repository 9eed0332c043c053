import { IconArrowsDiff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFilters } from '../data/use-filters.ts';
import { usePriceDifferences } from '../data/use-price-lists.ts';
import { Pager } from '../parts/pager.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { DifferencesTable } from './differences-table.tsx';
import classes from './prices.module.css';

/** What price lists make dearer or cheaper in one channel than in another, on purpose (rule R9). */
export const PriceDifferences = () => {
  const { t } = useTranslation();
  const { page } = useFilters('page').values;
  const differences = usePriceDifferences(page === undefined ? {} : { page });
  return (
    <section aria-labelledby="price-differences">
      <h2 id="price-differences" className={classes['heading']}>
        {t('prices.differences')}
      </h2>
      <Panel isDimmed={differences.isPlaceholderData}>
        <QueryView query={differences}>
          {(reply) => (
            <>
              {reply.differences.length === 0 ? (
                <EmptyState
                  icon={<IconArrowsDiff size={40} stroke={1.6} />}
                  title={t('prices.noDifferences')}
                  hint={t('prices.noDifferencesHint')}
                />
              ) : (
                <DifferencesTable differences={reply.differences} />
              )}
              <Pager next={reply.next} />
            </>
          )}
        </QueryView>
      </Panel>
    </section>
  );
};
