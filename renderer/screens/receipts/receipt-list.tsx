import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptRow } from '../../queries/use-orders.ts';
import { useNow } from '../../session/use-now.ts';
import { useFormat } from '../../ui/language/use-format.ts';
import { StatusBadge } from '../../ui/feedback/status-badge.tsx';
import classes from './receipt-list.module.css';

type ReceiptListProps = {
  readonly rows: readonly ReceiptRow[];
  readonly chosen: string | null;
  readonly onChoose: (orderId: string) => void;
};

const ROW_HEIGHT = 72;

export const ReceiptList = ({ rows, chosen, onChoose }: ReceiptListProps) => {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  return (
    <div ref={frame} className={classes['frame']} role="listbox" aria-label={t('receipts.title')}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <Row
              key={row.order.id}
              row={row}
              offset={start}
              isChosen={row.order.id === chosen}
              onChoose={onChoose}
            />
          ) : null;
        })}
      </div>
    </div>
  );
};

type RowProps = {
  readonly row: ReceiptRow;
  readonly offset: number;
  readonly isChosen: boolean;
  readonly onChoose: (orderId: string) => void;
};

const Row = ({ row: { order, sync }, offset, isChosen, onChoose }: RowProps) => {
  const { t } = useTranslation();
  const { money, moment } = useFormat();
  const now = useNow(60_000);
  return (
    <button
      type="button"
      role="option"
      aria-selected={isChosen}
      className={classes['row']}
      style={{ transform: `translateY(${offset}px)` }}
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
  );
};
