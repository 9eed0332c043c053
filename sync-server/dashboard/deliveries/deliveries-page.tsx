import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { DeliveryRow } from '#shared/protocol/deliveries.ts';
import { useDeliveries } from '../data/use-deliveries.ts';
import { useFilters } from '../data/use-filters.ts';
import { useStores } from '../data/use-stores.ts';
import { Page } from '../parts/page.tsx';
import { Pager } from '../parts/pager.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StoreFilter } from '../parts/store-filter.tsx';
import { DeliveriesTable } from './deliveries-table.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { GoodsDialog } from './goods-dialog.tsx';

/** What is open in a dialog; `delivery: null` = a new one. */
type Opened =
  | { readonly type: 'form'; readonly delivery: DeliveryRow | null }
  | { readonly type: 'goods'; readonly delivery: DeliveryRow };

/** What suppliers will bring to which store, and what came of it. */
export const DeliveriesPage = () => {
  const { t } = useTranslation();
  const { values, set } = useFilters('store', 'page');
  const { store: storeId, page } = values;
  const [first] = useStores();
  const deliveries = useDeliveries({
    ...(storeId === undefined ? {} : { storeId }),
    ...(page === undefined ? {} : { page }),
  });
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  return (
    <Page
      title={t('deliveries.title')}
      controls={
        <>
          <StoreFilter value={storeId} onChange={(chosen) => set('store', chosen)} />
          <Button
            tone="primary"
            icon={<IconPlus size={20} />}
            onClick={() => setOpened({ type: 'form', delivery: null })}
          >
            {t('deliveries.new')}
          </Button>
        </>
      }
    >
      <Panel isDimmed={deliveries.isPlaceholderData}>
        <QueryView query={deliveries}>
          {(reply) => (
            <>
              {reply.deliveries.length === 0 ? (
                <EmptyState
                  icon={<IconTruckDelivery size={40} stroke={1.6} />}
                  title={t('deliveries.none')}
                  hint={t('deliveries.noneHint')}
                />
              ) : (
                <DeliveriesTable
                  deliveries={reply.deliveries}
                  onShow={(delivery) => setOpened({ type: 'goods', delivery })}
                  onEdit={(delivery) => setOpened({ type: 'form', delivery })}
                />
              )}
              <Pager next={reply.next} />
            </>
          )}
        </QueryView>
      </Panel>
      {opened?.type === 'form' ? (
        <DeliveryDialog
          delivery={opened.delivery}
          storeId={storeId ?? first?.storeId ?? ''}
          onClose={close}
        />
      ) : null}
      {opened?.type === 'goods' ? <GoodsDialog delivery={opened.delivery} onClose={close} /> : null}
    </Page>
  );
};
