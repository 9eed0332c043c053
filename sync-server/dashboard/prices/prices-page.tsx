import { IconCoins, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import { useEndPriceList, usePriceLists } from '../data/use-price-lists.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useNow } from '../parts/use-now.ts';
import { PriceDifferences } from './price-differences.tsx';
import { PriceListDialog } from './price-list-dialog.tsx';
import { PriceListsTable } from './price-lists-table.tsx';

/** What is open in the dialog; `list: null` = a new one. */
type Edited = { readonly list: PriceList | null };

/** What goods cost otherwise than by themselves: in some stores or channels, or from a moment on. */
export const PricesPage = () => {
  const { t } = useTranslation();
  const lists = usePriceLists();
  const end = useEndPriceList();
  const now = new Date(useNow()).toISOString();
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <Page
      title={t('prices.title')}
      controls={
        <Button
          tone="primary"
          icon={<IconPlus size={20} />}
          onClick={() => setEdited({ list: null })}
        >
          {t('prices.new')}
        </Button>
      }
    >
      <Panel>
        <ProblemNotice failure={end.error} />
        <QueryView query={lists}>
          {(reply) =>
            reply.lists.length === 0 ? (
              <EmptyState
                icon={<IconCoins size={40} stroke={1.6} />}
                title={t('prices.none')}
                hint={t('prices.noneHint')}
              />
            ) : (
              <PriceListsTable
                lists={reply.lists}
                now={now}
                isBusy={end.isPending}
                onEdit={(list) => setEdited({ list })}
                onEnd={({ id }) => end.mutate(id)}
              />
            )
          }
        </QueryView>
      </Panel>
      <PriceDifferences />
      {edited === null ? null : (
        <PriceListDialog list={edited.list} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
};
