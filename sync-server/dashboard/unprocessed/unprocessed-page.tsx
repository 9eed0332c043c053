import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFilters } from '../data/use-filters.ts';
import { useQuarantine } from '../data/use-quarantine.ts';
import { Page } from '../parts/page.tsx';
import { Pager } from '../parts/pager.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StoreFilter } from '../parts/store-filter.tsx';
import { UnprocessedItem } from './unprocessed-item.tsx';
import classes from './unprocessed-page.module.css';

/** Operations that the server kept whole for a person, because it could not apply them. */
export const UnprocessedPage = () => {
  const { t } = useTranslation();
  const { values, set } = useFilters('store', 'page');
  const { store: storeId, page: cursor } = values;
  const quarantine = useQuarantine({
    ...(storeId === undefined ? {} : { storeId }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return (
    <Page
      title={t('dashboard.unprocessed')}
      controls={<StoreFilter value={storeId} onChange={(chosen) => set('store', chosen)} />}
    >
      <Panel isDimmed={quarantine.isPlaceholderData}>
        <QueryView query={quarantine}>
          {({ operations, next }) => (
            <>
              {operations.length === 0 ? (
                <EmptyState
                  icon={<IconCircleCheck size={40} stroke={1.6} color="var(--ok)" />}
                  title={t('dashboard.noUnprocessed')}
                  hint={t('dashboard.noUnprocessedHint')}
                />
              ) : (
                <ul className={classes['list']}>
                  {operations.map((operation) => (
                    <UnprocessedItem
                      key={`${operation.journalId} ${operation.seq} ${operation.hash}`}
                      operation={operation}
                    />
                  ))}
                </ul>
              )}
              <Pager next={next} />
            </>
          )}
        </QueryView>
      </Panel>
    </Page>
  );
};
