import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { StaffRow } from '#shared/protocol/administration.ts';
import { useStaff } from '../data/use-staff.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StaffDialog } from './staff-dialog.tsx';
import { StaffTable } from './staff-table.tsx';

/** Who is open in the dialog; `member: null` = a new person. */
type Edited = { readonly member: StaffRow | null };

/** Everybody who signs in at tills. */
export const StaffPage = () => {
  const { t } = useTranslation();
  const staff = useStaff();
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <Page
      title={t('admin.staff')}
      controls={
        <Button
          tone="primary"
          icon={<IconPlus size={20} />}
          onClick={() => setEdited({ member: null })}
        >
          {t('admin.newStaff')}
        </Button>
      }
    >
      <Panel>
        <QueryView query={staff}>
          {(reply) =>
            reply.staff.length === 0 ? (
              <EmptyState
                icon={<IconUsers size={40} stroke={1.6} />}
                title={t('admin.noStaff')}
                hint={t('admin.noStaffHint')}
              />
            ) : (
              <StaffTable staff={reply.staff} onEdit={(member) => setEdited({ member })} />
            )
          }
        </QueryView>
      </Panel>
      {edited === null ? null : (
        <StaffDialog member={edited.member} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
};
