import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { useCustomers } from '../data/use-customers.ts';
import { CustomerSearch } from '../parts/customer-search.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import classes from '../parts/search.module.css';
import { CustomerDialog } from './customer-dialog.tsx';
import { CustomersTable } from './customers-table.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { GroupsCard } from './groups-card.tsx';

/** Customers whom somebody looks for, and the groups they can be in. */
export const CustomersPage = () => {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [edited, setEdited] = useState<Customer | null>(null);
  const [leaving, setLeaving] = useState<Customer | null>(null);
  const found = useCustomers(text);
  const icon = <IconUserSearch size={40} stroke={1.6} />;
  return (
    <Page
      title={t('customers.title')}
      controls={<CustomerSearch submit={t('customers.find')} onSearch={setText} />}
    >
      <div className={classes['found']}>
        <Panel>
          {text === null ? (
            <EmptyState
              icon={icon}
              title={t('customers.lookTitle')}
              hint={t('customers.lookHint')}
            />
          ) : (
            <QueryView query={found}>
              {({ customers }) =>
                customers.length === 0 ? (
                  <EmptyState icon={icon} title={t('customer.nobody')} />
                ) : (
                  <CustomersTable customers={customers} onEdit={setEdited} />
                )
              }
            </QueryView>
          )}
        </Panel>
        <GroupsCard />
      </div>
      {edited === null ? null : (
        <CustomerDialog
          customer={edited}
          onErase={() => {
            setLeaving(edited);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
      {leaving === null ? null : (
        <EraseDialog customer={leaving} onClose={() => setLeaving(null)} />
      )}
    </Page>
  );
};
