import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Currency } from '#shared/kernel/money.ts';
import { PATHS } from '../app/paths.ts';
import { Card } from '../parts/card.tsx';
import { DataBadge } from '../parts/data-badge.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import table from '../parts/table.module.css';
import type { StoreState } from './store-states.ts';

type StoresTableProps = {
  readonly stores: readonly StoreState[];
  readonly currency: Currency;
  readonly day: string;
};

/** What each store sold that day, and how complete its figures are. */
export const StoresTable = ({ stores, currency, day }: StoresTableProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('dashboard.stores')}>
      <div className={table['scroll']}>
        <table className={`${table['table']} ${table['linked']}`}>
          <thead>
            <tr>
              <th scope="col">{t('dashboard.store')}</th>
              <th scope="col" className={table['number']}>
                {t('dashboard.netSales')}
              </th>
              <th scope="col" className={table['number']}>
                {t('receipts.title')}
              </th>
              <th scope="col">{t('dashboard.data')}</th>
            </tr>
          </thead>
          <tbody>
            {stores.map((store) => (
              <tr key={store.storeId}>
                <td>
                  <Link
                    className={table['link']}
                    href={`${PATHS.receipts}?store=${store.storeId}&day=${day}`}
                  >
                    {store.name}
                  </Link>
                </td>
                <td className={table['number']}>{format.money(store.netSales, currency)}</td>
                <td className={table['number']}>{format.count(store.receipts)}</td>
                <td>
                  <StoreRegion storeId={store.storeId}>
                    <DataBadge state={store.state} />
                  </StoreRegion>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};
