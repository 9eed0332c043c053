import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import type { AccountRow } from '#shared/protocol/accounts.ts';
import { useAccounts } from '../data/use-accounts.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

/** What is asked in a dialog. */
type Asked =
  | { readonly type: 'new' }
  | { readonly type: 'password' | 'remove'; readonly account: AccountRow };

/** Who may sign in to the dashboard. */
export const AccountsPage = () => {
  const { t } = useTranslation();
  const accounts = useAccounts();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  return (
    <Page
      title={t('accounts.title')}
      controls={
        <Button
          tone="primary"
          icon={<IconPlus size={20} />}
          onClick={() => setAsked({ type: 'new' })}
        >
          {t('accounts.new')}
        </Button>
      }
    >
      <Panel>
        <QueryView query={accounts}>
          {(reply) => (
            <AccountsTable
              accounts={reply.accounts}
              onPassword={(account) => setAsked({ type: 'password', account })}
              onRemove={(account) => setAsked({ type: 'remove', account })}
            />
          )}
        </QueryView>
      </Panel>
      {asked?.type === 'new' ? <InviteDialog onClose={close} /> : null}
      {asked?.type === 'password' ? (
        <PasswordDialog account={asked.account} onClose={close} />
      ) : null}
      {asked?.type === 'remove' ? <RemoveDialog account={asked.account} onClose={close} /> : null}
    </Page>
  );
};
