import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ChangeEntry } from '#shared/protocol/administration.ts';
import { useChanges } from '../data/use-changes.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';
import { useNow } from '../parts/use-now.ts';

const ChangesTable = ({ changes }: { readonly changes: readonly ChangeEntry[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  return (
    <Table heads={[t('admin.when'), t('admin.who'), t('admin.what'), t('admin.subject')]}>
      {changes.map(({ at, userName, kind, subject }, index) => (
        <tr key={changes.length - index}>
          <td className={table['tight']}>{format.moment(at, now)}</td>
          <td>{userName}</td>
          <td>{t(`admin.kind.${kind}`)}</td>
          <td>{subject}</td>
        </tr>
      ))}
    </Table>
  );
};

/** Who changed what in head office. */
export const ChangesPage = () => {
  const { t } = useTranslation();
  const changes = useChanges();
  return (
    <Page title={t('admin.changes')}>
      <Panel>
        <QueryView query={changes}>
          {(reply) =>
            reply.changes.length === 0 ? (
              <EmptyState
                icon={<IconHistory size={40} stroke={1.6} />}
                title={t('admin.noChanges')}
              />
            ) : (
              <ChangesTable changes={reply.changes} />
            )
          }
        </QueryView>
      </Panel>
    </Page>
  );
};
