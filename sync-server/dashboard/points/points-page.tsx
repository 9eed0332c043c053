import { IconSearch, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { SHORTEST_NAME } from '#shared/domain/customer/find.ts';
import { usePoints } from '../data/use-points.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { TextField } from '../parts/text-field.tsx';
import { AccountCard } from './account-card.tsx';
import classes from './points.module.css';

/** The points of a customer whom somebody looks for; who it is never stands in the page's address. */
export const PointsPage = () => {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const found = usePoints(text);
  const icon = <IconStar size={40} stroke={1.6} />;
  return (
    <Page title={t('points.title')} controls={<AccountSearch onSearch={setText} />}>
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
              <div className={classes['accounts']}>
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

const AccountSearch = ({ onSearch }: { readonly onSearch: (text: string) => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <form
      className={classes['search']}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <TextField
        aria-label={t('customer.search')}
        placeholder={t('customer.search')}
        autoComplete="off"
        spellCheck={false}
        required
        minLength={SHORTEST_NAME}
        maxLength={100}
        w={340}
        value={text}
        onChange={setText}
      />
      <Button type="submit" icon={<IconSearch size={20} />}>
        {t('storedValue.look')}
      </Button>
    </form>
  );
};
