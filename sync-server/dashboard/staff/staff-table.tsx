import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import type { StaffRow } from '#shared/protocol/administration.ts';
import form from '../parts/form.module.css';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';
import { useStoreNames } from '../parts/use-store-names.ts';
import { TrainingCell } from './training-cell.tsx';

type StaffTableProps = {
  readonly staff: readonly StaffRow[];
  readonly onEdit: (member: StaffRow) => void;
};

export const StaffTable = ({ staff, onEdit }: StaffTableProps) => {
  const { t } = useTranslation();
  const storeNames = useStoreNames();
  return (
    <Table
      heads={[
        t('admin.personName'),
        t('admin.role'),
        t('admin.worksIn'),
        t('training.title'),
        t('dashboard.state'),
      ]}
      hasActions
    >
      {staff.map((member) => (
        <tr key={member.id}>
          <td>{member.name}</td>
          <td>{t(`staff.${member.role}`)}</td>
          <td>{storeNames(member.storeIds)}</td>
          <td className={table['tight']}>
            <TrainingCell member={member} />
          </td>
          <td>
            <StatusBadge tone={member.active ? 'ok' : 'neutral'}>
              {t(member.active ? 'admin.active' : 'admin.inactive')}
            </StatusBadge>
          </td>
          <td className={table['tight']}>
            <div className={form['actions']}>
              <Button
                size="small"
                icon={<IconPencil size={18} />}
                aria-label={`${t('common.edit')}: ${member.name}`}
                onClick={() => onEdit(member)}
              >
                {t('common.edit')}
              </Button>
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
};
