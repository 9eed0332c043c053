import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ReceiptRow as Row } from '#shared/protocol/dashboard.ts';
import { orderPath, PATHS } from '../app/paths.ts';
import { useStores } from '../data/use-stores.ts';
import { StoreRegion } from '../parts/store-region.tsx';
import table from '../parts/table.module.css';
import { useNow } from '../parts/use-now.ts';
import { OrderBadges } from './order-badges.tsx';

type ReceiptRowProps = {
  readonly row: Row;
  readonly list: typeof PATHS.receipts | typeof PATHS.webOrders;
};

const Cells = ({ row, list }: ReceiptRowProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  const at = list === PATHS.receipts ? row.soldAt : row.placedAt;
  const store = useStores().find(({ storeId }) => storeId === row.storeId);
  return (
    <tr>
      <td className={table['tight']}>
        <Link className={table['link']} href={orderPath(list, row.orderId)}>
          {row.number ?? row.orderId}
        </Link>
      </td>
      <td className={table['tight']}>{at === null ? '' : format.moment(at, now)}</td>
      <td>
        {store?.name ?? row.storeId}
        <span className={`${table['small']} ${table['spare']}`}>{row.tillId}</span>
      </td>
      <td className={list === PATHS.receipts ? table['spare'] : undefined}>
        {t(`channel.${row.channel}`)}
      </td>
      <td>{row.customerName || <span className={table['quiet']}>—</span>}</td>
      <td>
        <OrderBadges order={row} />
      </td>
      <td className={table['number']}>
        {format.money(row.total, row.currency)}
        {row.refunded > 0 ? (
          <span className={`${table['small']} ${table['danger']}`}>
            {format.money(-row.refunded, row.currency)}
          </span>
        ) : null}
      </td>
    </tr>
  );
};

/** One order; its time is that of its store. */
export const ReceiptRow = (props: ReceiptRowProps) => (
  <StoreRegion storeId={props.row.storeId}>
    <Cells {...props} />
  </StoreRegion>
);
