import { useTranslation } from 'react-i18next';
import type { ReceiptRow } from '#renderer/queries/use-orders.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './receipt-list.module.css';

type ReceiptListProps = {
  readonly rows: readonly ReceiptRow[];
  readonly chosen: string | null;
  readonly onChoose: (orderId: string) => void;
};

export const ReceiptList = ({ rows, chosen, onChoose }: ReceiptListProps) => {
  const { t } = useTranslation();
  const now = useNow(60_000);
  return (
    <ul className={classes['list']} aria-label={t('receipts.title')}>
      {rows.map((row) => (
        <Row
          key={row.order.id}
          row={row}
          now={now}
          isChosen={row.order.id === chosen}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
};

type RowProps = {
  readonly row: ReceiptRow;
  readonly now: string;
  readonly isChosen: boolean;
  readonly onChoose: (orderId: string) => void;
};

const Row = ({ row: { order, sync }, now, isChosen, onChoose }: RowProps) => {
  const { t } = useTranslation();
  const { money, moment } = useFormat();
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen || undefined}
        className={classes['row']}
        onClick={() => onChoose(order.id)}
      >
        <span className={classes['number']}>{order.number ?? order.id}</span>
        <span className={classes['detail']}>
          {moment(order.placedAt, now)} · {t(`channel.${order.channel}`)}
          {order.returns.length > 0 ? ` · ${t('receipts.return')}` : ''}
        </span>
        <span className={classes['total']}>
          {money(order.totals.total + order.totals.rounding, order.currency)}
        </span>
        <span className={classes['state']}>
          {sync === 'synced' ? (
            <StatusBadge tone="ok">{t('sendState.sent')}</StatusBadge>
          ) : (
            <StatusBadge tone={sync === 'waiting' ? 'neutral' : 'danger'}>
              {t(`sendState.${sync}`)}
            </StatusBadge>
          )}
        </span>
      </button>
    </li>
  );
};
