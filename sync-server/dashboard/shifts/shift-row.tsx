import { Link } from 'wouter';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ShiftSummary } from '#shared/protocol/shifts.ts';
import { shiftPath } from '../app/paths.ts';
import { useStores } from '../data/use-stores.ts';
import { StoreRegion } from '../parts/store-region.tsx';
import table from '../parts/table.module.css';
import { useNow } from '../parts/use-now.ts';
import { Difference } from './difference.tsx';
import { ShiftBadge } from './shift-badge.tsx';

const SPARE_NUMBER = `${table['number']} ${table['spare']}`;

const Cells = ({ shift }: { readonly shift: ShiftSummary }) => {
  const { money, moment } = useFormat();
  const now = new Date(useNow()).toISOString();
  const store = useStores().find(({ storeId }) => storeId === shift.storeId);
  const { closed, currency } = shift;
  const sum = (amount: number | undefined): string =>
    amount === undefined ? '' : money(amount, currency);
  return (
    <tr>
      <td className={table['tight']}>
        <Link className={table['link']} href={shiftPath(shift.shiftId)}>
          {shift.tillId} № {shift.number}
        </Link>
      </td>
      <td>{store?.name ?? shift.storeId}</td>
      <td>
        {moment(shift.openedAt, now)}
        <span className={table['small']}>{shift.openedByName}</span>
      </td>
      <td>
        {closed === null ? <span className={table['quiet']}>—</span> : moment(closed.at, now)}
        <span className={table['small']}>{closed?.byName}</span>
      </td>
      <td>
        <ShiftBadge shift={shift} />
      </td>
      <td className={table['number']}>{sum(closed?.netSales)}</td>
      <td className={SPARE_NUMBER}>{sum(closed?.expected)}</td>
      <td className={SPARE_NUMBER}>{sum(closed?.counted)}</td>
      <td className={table['number']}>
        {closed === null ? null : <Difference difference={closed.difference} currency={currency} />}
      </td>
    </tr>
  );
};

/** One shift; its times are those of its store. */
export const ShiftRow = ({ shift }: { readonly shift: ShiftSummary }) => (
  <StoreRegion storeId={shift.storeId}>
    <Cells shift={shift} />
  </StoreRegion>
);
