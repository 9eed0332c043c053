import { IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { usePoints } from '../data/use-points.ts';
import { CustomerSearch } from '../parts/customer-search.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import classes from '../parts/search.module.css';
import { AccountCard } from './account-card.tsx';

/** The points of a customer whom somebody looks for; who it is never stands in the page's address. */
export const PointsPage = () => {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const found = usePoints(text);
  const icon = <IconStar size={40} stroke={1.6} />;
  return (
    <Page
      title={t('points.title')}
      controls={<CustomerSearch submit={t('storedValue.look')} onSearch={setText} />}
    >
      {text === null ? (
        <Panel>
          <EmptyState icon={icon} title={t('points.lookTitle')} hint={t('points.lookHint')} />
        </Panel>
      ) : (
        <QueryView query={found}>
          {({ accounts }) =>
            accounts.length === 0 ? (
              <Panel>
                <EmptyState icon={icon} title={t('customer.nobody')} />
              </Panel>
            ) : (
              <div className={classes['found']}>
                {accounts.map((account) => (
                  <AccountCard key={account.customerId} account={account} />
                ))}
              </div>
            )
          }
        </QueryView>
      )}
    </Page>
  );
};
