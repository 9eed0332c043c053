import { useTranslation } from 'react-i18next';
import { PATHS } from '../app/paths.ts';
import { useFilters } from '../data/use-filters.ts';
import { useReceipts } from '../data/use-receipts.ts';
import { Page } from '../parts/page.tsx';
import { StoreFilter } from '../parts/store-filter.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { TextFilter } from '../parts/text-filter.tsx';
import { TodayFilter } from '../parts/today-filter.tsx';
import { ReceiptList } from './receipt-list.tsx';

/** Every sale of the chain, newest first. */
export const ReceiptsPage = () => {
  const { t } = useTranslation();
  const { values, set } = useFilters('store', 'day', 'text', 'page');
  const { store: storeId, day, text, page: cursor } = values;
  const receipts = useReceipts({
    ...(storeId === undefined ? {} : { storeId }),
    ...(day === undefined ? {} : { day }),
    ...(text === undefined ? {} : { text }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const isFiltered = [storeId, day, text].some((value) => value !== undefined);
  return (
    <StoreRegion storeId={storeId}>
      <Page
        title={t('dashboard.receipts')}
        controls={
          <>
            <TextFilter
              value={text}
              placeholder={t('dashboard.find')}
              onChange={(typed) => set('text', typed)}
            />
            <StoreFilter value={storeId} onChange={(chosen) => set('store', chosen)} />
            <TodayFilter
              value={day}
              placeholder={t('dashboard.allDays')}
              onChange={(chosen) => set('day', chosen)}
            />
          </>
        }
      >
        <ReceiptList
          receipts={receipts}
          list={PATHS.receipts}
          isDimmed={receipts.isPlaceholderData}
          empty={isFiltered ? t('dashboard.noReceiptsFound') : t('receipts.empty')}
          emptyHint={isFiltered ? t('dashboard.changeFilters') : t('receipts.emptyHint')}
        />
      </Page>
    </StoreRegion>
  );
};
