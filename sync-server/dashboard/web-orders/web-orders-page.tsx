import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PickupState } from '#shared/domain/pickup/schema.ts';
import { PATHS } from '../app/paths.ts';
import { useFilters } from '../data/use-filters.ts';
import { useOverview } from '../data/use-overview.ts';
import { useReceipts } from '../data/use-receipts.ts';
import { Page } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { StoreFilter } from '../parts/store-filter.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { TextFilter } from '../parts/text-filter.tsx';
import { ReceiptList } from '../receipts/receipt-list.tsx';

/** In the order in which an order passes through them. */
const STATES = [
  'reserved',
  'prepared',
  'completed',
  'failed',
  'canceled',
] as const satisfies PickupState[];

/** Orders that customers collect in a store, by how far they are. */
export const WebOrdersPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { values, set } = useFilters('state', 'store', 'text', 'page');
  const { store: storeId, text, page: cursor } = values;
  const pickupState = STATES.find((state) => state === values.state) ?? 'reserved';
  const orders = useReceipts({
    pickupState,
    ...(storeId === undefined ? {} : { storeId }),
    ...(text === undefined ? {} : { text }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const overview = useOverview(storeId === undefined ? {} : { storeId });
  const labelOf = (state: PickupState): string => {
    const waiting = overview.data?.overview.pickups.states.find((known) => known.state === state);
    const name = t(`pickupState.${state}`);
    return waiting === undefined ? name : `${name} · ${format.count(waiting.orders)}`;
  };
  return (
    <StoreRegion storeId={storeId}>
      <Page
        title={t('dashboard.webOrders')}
        controls={
          <>
            <TextFilter
              value={text}
              placeholder={t('dashboard.find')}
              onChange={(typed) => set('text', typed)}
            />
            <StoreFilter value={storeId} onChange={(chosen) => set('store', chosen)} />
          </>
        }
      >
        <Segments
          aria-label={t('dashboard.state')}
          value={pickupState}
          onChange={(state) => set('state', state)}
          data={STATES.map((value) => ({ value, label: labelOf(value) }))}
        />
        <ReceiptList
          receipts={orders}
          list={PATHS.webOrders}
          isDimmed={orders.isPlaceholderData}
          empty={t('dashboard.noOrdersThere')}
          emptyHint={t('pickups.emptyHint')}
        />
      </Page>
    </StoreRegion>
  );
};
