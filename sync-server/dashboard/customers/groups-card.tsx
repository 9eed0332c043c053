import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import type { CustomerGroup } from '#shared/domain/customer/group.ts';
import { useCustomerGroups } from '../data/use-customers.ts';
import { Card } from '../parts/card.tsx';
import form from '../parts/form.module.css';
import { QueryView } from '../parts/query-view.tsx';
import table from '../parts/table.module.css';
import { DeleteGroupDialog } from './delete-group-dialog.tsx';
import { GroupDialog } from './group-dialog.tsx';

/** What is open in the dialog; `group: null` = a new one. */
type Edited = { readonly group: CustomerGroup | null };

/** The groups that price lists and promotions may be for. */
export const GroupsCard = () => {
  const { t } = useTranslation();
  const query = useCustomerGroups();
  const [edited, setEdited] = useState<Edited | null>(null);
  const [deleted, setDeleted] = useState<CustomerGroup | null>(null);
  return (
    <Card
      title={t('customers.groups')}
      action={
        <Button icon={<IconPlus size={20} />} onClick={() => setEdited({ group: null })}>
          {t('customers.newGroup')}
        </Button>
      }
    >
      <QueryView query={query}>
        {({ groups }) =>
          groups.length === 0 ? (
            <p className={form['hint']}>{t('customers.noGroupsHint')}</p>
          ) : (
            <table className={table['table']}>
              <thead>
                <tr>
                  <th scope="col">{t('customer.name')}</th>
                  <th scope="col" aria-label={t('dashboard.actions')} />
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={group.id}>
                    <td>{group.name}</td>
                    <td className={table['tight']}>
                      <IconButton
                        label={`${t('common.edit')}: ${group.name}`}
                        onClick={() => setEdited({ group })}
                      >
                        <IconPencil size={20} />
                      </IconButton>
                      <IconButton
                        label={`${t('customers.deleteGroup')}: ${group.name}`}
                        onClick={() => setDeleted(group)}
                      >
                        <IconTrash size={20} />
                      </IconButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryView>
      {edited === null ? null : (
        <GroupDialog group={edited.group} onClose={() => setEdited(null)} />
      )}
      {deleted === null ? null : (
        <DeleteGroupDialog group={deleted} onClose={() => setDeleted(null)} />
      )}
    </Card>
  );
};
