import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { ReceiptsReply } from '#shared/protocol/dashboard.ts';
import { PATHS } from '../app/paths.ts';
import { Pager } from '../parts/pager.tsx';
import { Panel } from '../parts/panel.tsx';
import { QueryView } from '../parts/query-view.tsx';
import table from '../parts/table.module.css';
import { ReceiptRow } from './receipt-row.tsx';

type ReceiptListProps = {
  readonly receipts: UseQueryResult<ReceiptsReply>;
  readonly list: typeof PATHS.receipts | typeof PATHS.webOrders;
  /** What is shown is that of the filters before. */
  readonly isDimmed: boolean;
  readonly empty: string;
  readonly emptyHint: string;
};

/** A page of orders as a table; each row leads to its order. */
export const ReceiptList = ({ receipts, list, isDimmed, empty, emptyHint }: ReceiptListProps) => {
  const { t } = useTranslation();
  return (
    <Panel isDimmed={isDimmed}>
      <QueryView query={receipts}>
        {({ receipts: rows, next }) =>
          rows.length === 0 ? (
            <EmptyState title={empty} hint={emptyHint} />
          ) : (
            <>
              <div className={table['scroll']}>
                <table className={`${table['table']} ${table['linked']}`}>
                  <thead>
                    <tr>
                      <th scope="col">{t('dashboard.number')}</th>
                      <th scope="col">
                        {list === PATHS.receipts ? t('dashboard.sold') : t('dashboard.placed')}
                      </th>
                      <th scope="col">{t('dashboard.store')}</th>
                      <th
                        scope="col"
                        className={list === PATHS.receipts ? table['spare'] : undefined}
                      >
                        {t('dashboard.channel')}
                      </th>
                      <th scope="col">{t('receipt.customer')}</th>
                      <th scope="col">{t('dashboard.state')}</th>
                      <th scope="col" className={table['number']}>
                        {t('dashboard.total')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <ReceiptRow key={row.orderId} row={row} list={list} />
                    ))}
                  </tbody>
                </table>
              </div>
              <Pager next={next} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
};
