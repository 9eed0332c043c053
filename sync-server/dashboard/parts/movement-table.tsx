import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { orderPath, PATHS } from '../app/paths.ts';
import { useStores } from '../data/use-stores.ts';
import table from './table.module.css';
import { useNow } from './use-now.ts';

/** What moved an account: money on a card, or points. */
export type ShownMovement = {
  readonly key: string;
  readonly at: string;
  readonly what: string;
  readonly storeId: string;
  /** null = no receipt stands behind it. */
  readonly orderId: string | null;
  /** In the reader's language. */
  readonly amount: string;
};

type MovementTableProps = {
  readonly amountLabel: string;
  /** The latest first. */
  readonly movements: readonly ShownMovement[];
};

export const MovementTable = ({ amountLabel, movements }: MovementTableProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const stores = useStores();
  const now = new Date(useNow()).toISOString();
  return (
    <div className={table['scroll']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('admin.when')}</th>
            <th scope="col">{t('admin.what')}</th>
            <th scope="col">{t('dashboard.store')}</th>
            <th scope="col">{t('storedValue.receipt')}</th>
            <th scope="col" className={table['number']}>
              {amountLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {movements.map(({ key, at, what, storeId, orderId, amount }) => (
            <tr key={key}>
              <td className={table['tight']}>{format.moment(at, now)}</td>
              <td>{what}</td>
              <td>{stores.find((one) => one.storeId === storeId)?.name ?? storeId}</td>
              <td>
                {orderId === null ? null : (
                  <Link className={table['link']} href={orderPath(PATHS.receipts, orderId)}>
                    {t('storedValue.receipt')}
                  </Link>
                )}
              </td>
              <td className={table['number']}>{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
