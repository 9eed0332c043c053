import { IconGift } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useStoredValue } from '../data/use-stored-value.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { CodeSearch } from './code-search.tsx';
import { StoredValueHistory } from './stored-value-history.tsx';

/** A gift card or store credit that somebody asks about. Its code is never in the page's address. */
export const StoredValuePage = () => {
  const { t } = useTranslation();
  const [code, setCode] = useState<string | null>(null);
  const found = useStoredValue(code);
  return (
    <Page title={t('storedValue.title')} controls={<CodeSearch onSearch={setCode} />}>
      {code === null ? (
        <Panel>
          <EmptyState
            icon={<IconGift size={40} stroke={1.6} />}
            title={t('storedValue.lookTitle')}
            hint={t('storedValue.lookHint')}
          />
        </Panel>
      ) : (
        <QueryView query={found}>
          {(history) =>
            history === null ? (
              <Panel>
                <EmptyState
                  icon={<IconGift size={40} stroke={1.6} />}
                  title={t('storedValue.stored_value_unknown')}
                />
              </Panel>
            ) : (
              history.credits.map((credit) => (
                <StoredValueHistory key={credit.currency} history={credit} />
              ))
            )
          }
        </QueryView>
      )}
    </Page>
  );
};
