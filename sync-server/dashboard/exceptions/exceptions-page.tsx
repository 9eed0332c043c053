import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useExceptions } from '../data/use-exceptions.ts';
import { useFilters } from '../data/use-filters.ts';
import { Page } from '../parts/page.tsx';
import { Pager } from '../parts/pager.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Segments } from '../parts/segments.tsx';
import { StoreFilter } from '../parts/store-filter.tsx';
import { ExceptionItem } from './exception-item.tsx';
import classes from './exceptions-page.module.css';

const STATES = ['open', 'closed'] as const;

/** Contradictions found when facts met: those that wait for somebody, and those that were explained. */
export const ExceptionsPage = () => {
  const { t } = useTranslation();
  const { values, set } = useFilters('state', 'store', 'page');
  const { store: storeId, page: cursor } = values;
  const state = STATES.find((known) => known === values.state) ?? 'open';
  const exceptions = useExceptions({
    state,
    ...(storeId === undefined ? {} : { storeId }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return (
    <Page
      title={t('dashboard.exceptions')}
      controls={
        <>
          <Segments
            aria-label={t('dashboard.state')}
            value={state}
            onChange={(chosen) => set('state', chosen)}
            data={STATES.map((value) => ({ value, label: t(`dashboard.exceptionState.${value}`) }))}
          />
          <StoreFilter value={storeId} onChange={(chosen) => set('store', chosen)} />
        </>
      }
    >
      <Panel isDimmed={exceptions.isPlaceholderData}>
        <QueryView query={exceptions}>
          {({ exceptions: found, next }) => (
            <>
              {found.length === 0 ? (
                <EmptyState
                  icon={<IconCircleCheck size={40} stroke={1.6} color="var(--ok)" />}
                  title={t('dashboard.noExceptions')}
                  hint={t('dashboard.noExceptionsHint')}
                />
              ) : (
                <ul className={classes['list']}>
                  {found.map((exception) => (
                    <ExceptionItem key={exception.id} exception={exception} />
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
