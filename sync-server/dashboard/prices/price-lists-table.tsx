import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import { StandingCells } from '../parts/standing-cells.tsx';
import { stateOf } from '../parts/state-of.ts';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';
import { useStoreNames } from '../parts/use-store-names.ts';

type PriceListsTableProps = {
  readonly lists: readonly PriceList[];
  readonly now: string;
  readonly isBusy: boolean;
  readonly onEdit: (list: PriceList) => void;
  readonly onEnd: (list: PriceList) => void;
};

export const PriceListsTable = ({ lists, now, isBusy, onEdit, onEnd }: PriceListsTableProps) => {
  const { t } = useTranslation();
  const { date, time } = useFormat();
  const storeNames = useStoreNames();
  const rows = lists.toSorted((left, right) => (left.startsAt < right.startsAt ? 1 : -1));
  return (
    <Table
      heads={[t('promotions.name'), t('promotions.when'), t('prices.where'), t('dashboard.state')]}
      hasActions
    >
      {rows.map((list) => {
        const { id, name, startsAt, endsAt, storeIds, channels, prices } = list;
        return (
          <tr key={id}>
            <td>
              {name}
              <span className={table['small']}>
                {t('prices.products', { count: prices.length })}
              </span>
            </td>
            <td>
              {date(startsAt)} {time(startsAt)}
              <span className={table['small']}>
                {endsAt === null ? t('prices.forGood') : `– ${date(endsAt)} ${time(endsAt)}`}
              </span>
            </td>
            <td>
              {storeNames(storeIds)}
              {channels === null ? null : (
                <span className={table['small']}>
                  {channels.map((channel) => t(`channel.${channel}`)).join(', ')}
                </span>
              )}
            </td>
            <StandingCells
              name={name}
              state={stateOf(list, now)}
              isBusy={isBusy}
              onEdit={() => onEdit(list)}
              onEnd={() => onEnd(list)}
            />
          </tr>
        );
      })}
    </Table>
  );
};
