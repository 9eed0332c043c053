import { useTranslation } from 'react-i18next';
import type { ReceiptRow } from '#renderer/queries/use-orders.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './receipt-list.module.css';

type ReceiptListProps = {
  readonly rows: readonly ReceiptRow[];
  readonly chosen: string | null;
  /** By the row's id. */
  readonly onChoose: (id: string) => void;
};

export const ReceiptList = ({ rows, chosen, onChoose }: ReceiptListProps) => {
  const { t } = useTranslation();
  const now = useNow(60_000);
  return (
    <ul className={classes['list']} aria-label={t('receipts.title')}>
      {rows.map((row) => (
        <Row key={row.id} row={row} now={now} isChosen={row.id === chosen} onChoose={onChoose} />
      ))}
    </ul>
  );
};

type RowProps = {
  readonly row: ReceiptRow;
  readonly now: string;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
};

type Shown = { readonly number: string; readonly detail: string; readonly total: string };

const useShown = (): ((of: ReceiptRow['of']) => Shown) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (of) => {
    if (of.type === 'return') {
      const { number, total, rounding, currency } = of.returned.payload;
      const back = money(0 - total - rounding, currency);
      return { number, detail: t('receipts.return'), total: back };
    }
    const { id, number, channel, returns, totals, currency } = of.order;
    const marks = [t(`channel.${channel}`), ...(returns.length > 0 ? [t('receipts.return')] : [])];
    return {
      number: number ?? id,
      detail: marks.join(' · '),
      total: money(totals.total + totals.rounding, currency),
    };
  };
};

const Row = ({ row: { id, at, of, sync }, now, isChosen, onChoose }: RowProps) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { number, detail, total } = useShown()(of);
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen || undefined}
        className={classes['row']}
        onClick={() => onChoose(id)}
      >
        <span className={classes['number']}>{number}</span>
        <span className={classes['detail']}>
          {moment(at, now)} · {detail}
        </span>
        <span className={classes['total']}>{total}</span>
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
