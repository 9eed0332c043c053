import { useTranslation } from 'react-i18next';
import type { TillFiscal, TillStatus } from '#shared/protocol/dashboard.ts';
import table from '../parts/table.module.css';
import { TillRow } from './till-row.tsx';

type TillsTableProps = {
  readonly tills: readonly TillStatus[];
  readonly fiscal: readonly TillFiscal[];
  readonly onConnect: (tillId: string) => void;
  readonly onRevoke: (tillId: string) => void;
};

export const TillsTable = ({ tills, fiscal, onConnect, onRevoke }: TillsTableProps) => {
  const { t } = useTranslation();
  const fiscalByTill = new Map(fiscal.map((one) => [one.tillId, one]));
  return (
    <div className={table['scroll']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('receipt.till')}</th>
            <th scope="col">{t('dashboard.data')}</th>
            <th scope="col" className={table['spare']}>
              {t('dashboard.lastContact')}
            </th>
            <th scope="col" className={`${table['number']} ${table['spare']}`}>
              {t('dashboard.queue')}
            </th>
            <th scope="col" aria-label={t('dashboard.actions')} />
          </tr>
        </thead>
        <tbody>
          {tills.map((till) => (
            <TillRow
              key={till.tillId}
              till={till}
              fiscal={fiscalByTill.get(till.tillId) ?? null}
              onConnect={() => onConnect(till.tillId)}
              onRevoke={() => onRevoke(till.tillId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
