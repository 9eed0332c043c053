import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFilters } from '../data/use-filters.ts';
import { useShifts } from '../data/use-shifts.ts';
import { Page } from '../parts/page.tsx';
import { Pager } from '../parts/pager.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Segments } from '../parts/segments.tsx';
import { StoreFilter } from '../parts/store-filter.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import table from '../parts/table.module.css';
import { ShiftRow } from './shift-row.tsx';

/** Shifts of all tills: their Z reports, how complete they are, and where cash did not agree. */
export const ShiftsPage = () => {
  const { t } = useTranslation();
  const { values, set } = useFilters('store', 'only', 'page');
  const { store: storeId, page: cursor } = values;
  const isDifferent = values.only === 'different';
  const shifts = useShifts({
    ...(storeId === undefined ? {} : { storeId }),
    ...(isDifferent ? { only: 'different' as const } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return (
    <StoreRegion storeId={storeId}>
      <Page
        title={t('shifts.title')}
        controls={<StoreFilter value={storeId} onChange={(chosen) => set('store', chosen)} />}
      >
        <Segments
          aria-label={t('shifts.difference')}
          value={isDifferent ? 'different' : 'all'}
          onChange={(only) => set('only', only === 'all' ? undefined : only)}
          data={[
            { value: 'all', label: t('common.all') },
            { value: 'different', label: t('shifts.onlyDifferences') },
          ]}
        />
        <Panel isDimmed={shifts.isPlaceholderData}>
          <QueryView query={shifts}>
            {({ shifts: rows, next }) =>
              rows.length === 0 ? (
                <EmptyState title={t('shifts.none')} hint={t('shifts.noneHint')} />
              ) : (
                <>
                  <div className={table['scroll']}>
                    <table className={`${table['table']} ${table['linked']}`}>
                      <Head />
                      <tbody>
                        {rows.map((shift) => (
                          <ShiftRow key={shift.shiftId} shift={shift} />
                        ))}
                      </tbody>
                    </table>
                  </div>
                  <Pager next={next} />
                </>
              )
            }
          </QueryView>
        </Panel>
      </Page>
    </StoreRegion>
  );
};

const isSpare = (name: string): boolean => name === 'expected' || name === 'counted';

const Head = () => {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('shifts.till')}</th>
        <th scope="col">{t('dashboard.store')}</th>
        <th scope="col">{t('shifts.opened')}</th>
        <th scope="col">{t('shifts.closed')}</th>
        <th scope="col">{t('shifts.state')}</th>
        {(['net', 'expected', 'counted', 'difference'] as const).map((name) => (
          <th
            key={name}
            scope="col"
            className={`${table['number']} ${isSpare(name) ? table['spare'] : ''}`}
          >
            {t(`shifts.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
};
