import { IconKey, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import type { AccountRow } from '#shared/protocol/accounts.ts';
import form from '../parts/form.module.css';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';
import { useStoreNames } from '../parts/use-store-names.ts';

type AccountsTableProps = {
  readonly accounts: readonly AccountRow[];
  readonly onPassword: (account: AccountRow) => void;
  readonly onRemove: (account: AccountRow) => void;
};

const isInCharge = ({ role, storeIds, state }: AccountRow): boolean =>
  role === 'head_office' && storeIds === null && state === 'active';

export const AccountsTable = ({ accounts, onPassword, onRemove }: AccountsTableProps) => {
  const { t } = useTranslation();
  const storeNames = useStoreNames();
  const inCharge = accounts.filter(isInCharge);
  return (
    <Table
      heads={[t('admin.personName'), t('admin.role'), t('dashboard.stores'), t('dashboard.state')]}
      hasActions
    >
      {accounts.map((account) => {
        const { userId, name, email, role, storeIds, state } = account;
        const isLast = inCharge.length === 1 && inCharge[0] === account;
        return (
          <tr key={userId}>
            <td>
              {name}
              <span className={table['small']}>{email}</span>
            </td>
            <td>{t(`accounts.roles.${role}`)}</td>
            <td>{storeNames(storeIds)}</td>
            <td>
              <StatusBadge tone={state === 'active' ? 'ok' : 'info'}>
                {t(`accounts.states.${state}`)}
              </StatusBadge>
            </td>
            <td>
              <div className={form['actions']}>
                <IconButton
                  label={t('accounts.password', { name })}
                  onClick={() => onPassword(account)}
                >
                  <IconKey size={20} />
                </IconButton>
                {isLast ? null : (
                  <IconButton
                    label={`${t('dashboard.revoke')}: ${name}`}
                    onClick={() => onRemove(account)}
                  >
                    <IconUserOff size={20} />
                  </IconButton>
                )}
              </div>
            </td>
          </tr>
        );
      })}
    </Table>
  );
};
