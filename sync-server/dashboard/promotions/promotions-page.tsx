import { IconPlus, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { useEndPromotion, usePromotions } from '../data/use-promotions.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useNow } from '../parts/use-now.ts';
import { PromotionDialog } from './promotion-dialog.tsx';
import { PromotionsTable } from './promotions-table.tsx';

/** What is open in the dialog; `promotion: null` = a new one. */
type Edited = { readonly promotion: Promotion | null };

/** What is cheaper, now and later, in all stores. */
export const PromotionsPage = () => {
  const { t } = useTranslation();
  const promotions = usePromotions();
  const end = useEndPromotion();
  const now = new Date(useNow()).toISOString();
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <Page
      title={t('promotions.title')}
      controls={
        <Button
          tone="primary"
          icon={<IconPlus size={20} />}
          onClick={() => setEdited({ promotion: null })}
        >
          {t('promotions.new')}
        </Button>
      }
    >
      <Panel>
        <ProblemNotice failure={end.error} />
        <QueryView query={promotions}>
          {(reply) =>
            reply.promotions.length === 0 ? (
              <EmptyState
                icon={<IconTag size={40} stroke={1.6} />}
                title={t('promotions.none')}
                hint={t('promotions.noneHint')}
              />
            ) : (
              <PromotionsTable
                promotions={reply.promotions}
                now={now}
                isBusy={end.isPending}
                onEdit={(promotion) => setEdited({ promotion })}
                onEnd={({ id }) => end.mutate(id)}
              />
            )
          }
        </QueryView>
      </Panel>
      {edited === null ? null : (
        <PromotionDialog
          promotion={edited.promotion}
          categories={promotions.data?.categories ?? []}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
};
