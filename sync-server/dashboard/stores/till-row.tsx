import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { TillFiscal, TillStatus } from '#shared/protocol/dashboard.ts';
import { dataStateOf } from '../data/data-state.ts';
import { DataBadge } from '../parts/data-badge.tsx';
import table from '../parts/table.module.css';
import { useNow } from '../parts/use-now.ts';
import { FiscalRow } from './fiscal-row.tsx';
import classes from './till-row.module.css';

type TillRowProps = {
  readonly till: TillStatus;
  /** null = nobody registers for it. */
  readonly fiscal: TillFiscal | null;
  readonly onConnect: () => void;
  readonly onRevoke: () => void;
};

const State = ({ till, now }: { readonly till: TillStatus; readonly now: number }) => {
  const { t } = useTranslation();
  switch (till.state) {
    case 'enrolled':
      return <DataBadge state={dataStateOf(till, now)} />;
    case 'free':
      return <StatusBadge tone="neutral">{t('dashboard.tillFree')}</StatusBadge>;
    case 'revoked':
      return <StatusBadge tone="danger">{t('dashboard.tillRevoked')}</StatusBadge>;
  }
};

export const TillRow = ({ till, fiscal, onConnect, onRevoke }: TillRowProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <>
      <tr>
        <th scope="row" className={classes['till']}>
          {till.tillId}
          {till.enrolledAt === null ? null : (
            <span className={table['small']}>
              {t('dashboard.connectedSince', { date: format.date(till.enrolledAt) })}
            </span>
          )}
        </th>
        <td>
          <State till={till} now={now} />
        </td>
        <td className={`${table['tight']} ${table['spare']}`}>
          {till.lastContactAt === null
            ? '—'
            : format.moment(till.lastContactAt, new Date(now).toISOString())}
        </td>
        <td className={`${table['number']} ${table['spare']}`}>{format.count(till.queued)}</td>
        <td>
          <div className={classes['actions']}>
            <Button size="small" onClick={onConnect}>
              {till.state === 'enrolled'
                ? t('dashboard.replaceDevice')
                : t('dashboard.connectDevice')}
            </Button>
            {till.state === 'enrolled' ? (
              <Button size="small" onClick={onRevoke}>
                {t('dashboard.revoke')}
              </Button>
            ) : null}
          </div>
        </td>
      </tr>
      {fiscal === null ? null : <FiscalRow fiscal={fiscal} />}
    </>
  );
};
