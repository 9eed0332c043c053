import { useTranslation } from 'react-i18next';
import { matchCurrency } from './match-currency.ts';
import { useFilters } from '../data/use-filters.ts';
import { useOverview } from '../data/use-overview.ts';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StoreFilter } from '../parts/store-filter.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { TodayFilter } from '../parts/today-filter.tsx';
import { CurrencyFilter } from './currency-filter.tsx';
import { OverviewBody } from './overview-body.tsx';

/** A day of the whole chain or of one store. */
export const OverviewPage = () => {
  const { t } = useTranslation();
  const { values, set } = useFilters('store', 'day', 'currency');
  const { store: storeId, day } = values;
  const currency = matchCurrency(values.currency);
  const overview = useOverview({
    ...(storeId === undefined ? {} : { storeId }),
    ...(day === undefined ? {} : { day }),
    ...(currency === undefined || storeId !== undefined ? {} : { currency }),
  });
  return (
    <StoreRegion storeId={storeId}>
      <Page
        title={t('dashboard.overview')}
        controls={
          <>
            {storeId === undefined ? (
              <CurrencyFilter
                overview={overview.data?.overview}
                onChange={(chosen) => set('currency', chosen)}
              />
            ) : null}
            <StoreFilter value={storeId} onChange={(chosen) => set('store', chosen)} />
            <TodayFilter
              value={day}
              placeholder={t('dashboard.today')}
              onChange={(chosen) => set('day', chosen)}
            />
          </>
        }
      >
        <QueryView query={overview}>{(data) => <OverviewBody {...data} />}</QueryView>
      </Page>
    </StoreRegion>
  );
};
