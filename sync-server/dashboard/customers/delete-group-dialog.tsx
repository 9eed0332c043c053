import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import type { CustomerGroup } from '#shared/domain/customer/group.ts';
import type { GroupUses } from '#shared/protocol/customers.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { useDeleteGroup, useGroupUses } from '../data/use-customers.ts';
import { Dialog } from '../parts/dialog.tsx';
import form from '../parts/form.module.css';
import { QueryView } from '../parts/query-view.tsx';
import { RevokeForm } from '../parts/revoke-form.tsx';

type DeleteGroupDialogProps = { readonly group: CustomerGroup; readonly onClose: () => void };

/** Asks before a group is deleted; one that is used stays, and says by whom. */
export const DeleteGroupDialog = ({ group, onClose }: DeleteGroupDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useDeleteGroup();
  const query = useGroupUses(group.id);
  const users = useUsers();
  return (
    <Dialog title={t('customers.deleteGroupQuestion', { name: group.name })} onClose={onClose}>
      <QueryView query={query}>
        {(uses) =>
          users(uses).length > 0 ? (
            <Used users={users(uses)} onClose={onClose} />
          ) : (
            <RevokeForm
              explain={t('customers.deleteGroupExplain')}
              submit={t('customers.deleteGroup')}
              failure={error}
              isBusy={isPending}
              onRevoke={() => mutate(group.id, { onSuccess: onClose })}
              onCancel={onClose}
            />
          )
        }
      </QueryView>
    </Dialog>
  );
};

/** Who uses a group, in words. */
const useUsers = () => {
  const { t } = useTranslation();
  const { text } = useFormat();
  return ({ priceLists, promotions, customers }: GroupUses): readonly string[] => [
    ...priceLists.map((name) => t('customers.usedByPriceList', { name })),
    ...promotions.map((name) => t('customers.usedByPromotion', { name: text(name) })),
    ...(customers === 0 ? [] : [t('customers.usedByCustomers', { count: customers })]),
  ];
};

type UsedProps = { readonly users: readonly string[]; readonly onClose: () => void };

const Used = ({ users, onClose }: UsedProps) => {
  const { t } = useTranslation();
  return (
    <div className={form['form']}>
      <p>{t('customers.groupUsed')}</p>
      <ul>
        {users.map((user) => (
          <li key={user}>{user}</li>
        ))}
      </ul>
      <div className={form['actions']}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </div>
  );
};
