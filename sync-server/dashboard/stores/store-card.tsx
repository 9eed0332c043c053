import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { StoreSummary, TillFiscal, TillStatus } from '#shared/protocol/dashboard.ts';
import { Card } from '../parts/card.tsx';
import form from '../parts/form.module.css';
import { ConnectDialog } from './connect-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { TillsTable } from './tills-table.tsx';

/** What is asked in a dialog: a code (`tillId: null` = for a new till), or whether to revoke. */
type Asked =
  | { readonly type: 'connect'; readonly tillId: string | null }
  | { readonly type: 'revoke'; readonly tillId: string };

type StoreCardProps = {
  readonly store: StoreSummary;
  readonly tills: readonly TillStatus[];
  readonly fiscal: readonly TillFiscal[];
  /** null = this person may not. */
  readonly onEdit: (() => void) | null;
};

export const StoreCard = ({ store, tills, fiscal, onEdit }: StoreCardProps) => {
  const { storeId, name, address } = store;
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  return (
    <Card
      title={name}
      note={[storeId, address].filter((part) => part !== '').join(' · ')}
      action={
        <div className={form['actions']}>
          {onEdit === null ? null : (
            <Button size="small" icon={<IconPencil size={18} />} onClick={onEdit}>
              {t('common.edit')}
            </Button>
          )}
          <Button
            size="small"
            icon={<IconPlus size={18} />}
            onClick={() => setAsked({ type: 'connect', tillId: null })}
          >
            {t('dashboard.enrolTill')}
          </Button>
        </div>
      }
    >
      {tills.length === 0 ? (
        <EmptyState title={t('dashboard.noTills')} hint={t('dashboard.noTillsHint')} />
      ) : (
        <TillsTable
          tills={tills}
          fiscal={fiscal}
          onConnect={(tillId) => setAsked({ type: 'connect', tillId })}
          onRevoke={(tillId) => setAsked({ type: 'revoke', tillId })}
        />
      )}
      {asked?.type === 'connect' ? (
        <ConnectDialog storeId={storeId} tillId={asked.tillId} onClose={close} />
      ) : null}
      {asked?.type === 'revoke' ? <RevokeDialog tillId={asked.tillId} onClose={close} /> : null}
    </Card>
  );
};
