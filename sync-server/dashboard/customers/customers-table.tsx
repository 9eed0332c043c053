import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { maskedPhone } from '#shared/domain/customer/masked-phone.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { useCustomerGroups } from '../data/use-customers.ts';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';

type CustomersTableProps = {
  readonly customers: readonly Customer[];
  readonly onEdit: (customer: Customer) => void;
};

/** Of a phone no more than tells people apart: the whole one is in the dialog. */
export const CustomersTable = ({ customers, onEdit }: CustomersTableProps) => {
  const { t } = useTranslation();
  const groups = useCustomerGroups().data?.groups ?? [];
  return (
    <Table
      heads={[
        t('customer.name'),
        t('customer.phone'),
        t('customer.loyaltyCard'),
        t('customers.groups'),
      ]}
      hasActions
    >
      {customers.map((customer) => {
        const { id, name, phone, loyaltyCard, groupIds = [] } = customer;
        const inThese = groups.filter((group) => groupIds.includes(group.id));
        return (
          <tr key={id}>
            <td>{name || id}</td>
            <td>{maskedPhone(phone)}</td>
            <td>{loyaltyCard}</td>
            <td>{inThese.map((group) => group.name).join(', ')}</td>
            <td className={table['tight']}>
              <IconButton label={`${t('common.edit')}: ${name}`} onClick={() => onEdit(customer)}>
                <IconPencil size={20} />
              </IconButton>
            </td>
          </tr>
        );
      })}
    </Table>
  );
};
