import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PriceDifference } from '#shared/protocol/price-lists.ts';
import { useCustomerGroups } from '../data/use-customers.ts';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';
import { useStoreNames } from '../parts/use-store-names.ts';
import classes from './prices.module.css';

type RowProps = {
  readonly difference: PriceDifference;
  readonly groupNames: ReadonlyMap<string, string>;
};

const DifferenceRow = ({ difference, groupNames }: RowProps) => {
  const { t } = useTranslation();
  const { date, time, money, text } = useFormat();
  const storeNames = useStoreNames();
  const { sku, name, list, groupIds, at, storeIds, currency, prices } = difference;
  return (
    <tr>
      <td>
        {text(name)}
        <span className={table['small']}>{sku}</span>
      </td>
      <td>
        {prices.map(({ price, channels }) => (
          <div key={price} className={classes['price']}>
            <strong className={table['tight']}>{money(price, currency)}</strong>
            <span className={table['small']}>
              {channels.map((channel) => t(`channel.${channel}`)).join(', ')}
            </span>
          </div>
        ))}
      </td>
      <td>{storeNames(storeIds)}</td>
      <td>
        {list.name}
        {groupIds === null ? null : (
          <span className={table['small']}>
            {groupIds.map((id) => groupNames.get(id) ?? id).join(', ')}
          </span>
        )}
      </td>
      <td className={table['tight']}>
        {at === null ? t('prices.now') : `${date(at)} ${time(at)}`}
      </td>
    </tr>
  );
};

export const DifferencesTable = ({
  differences,
}: {
  readonly differences: readonly PriceDifference[];
}) => {
  const { t } = useTranslation();
  const groups = useCustomerGroups().data?.groups ?? [];
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  return (
    <Table
      heads={[
        t('prices.product'),
        t('prices.byChannel'),
        t('dashboard.stores'),
        t('prices.list'),
        t('prices.since'),
      ]}
    >
      {differences.map((difference) => (
        <DifferenceRow
          key={`${difference.list.id} ${difference.sku} ${difference.storeIds?.join() ?? ''}`}
          difference={difference}
          groupNames={groupNames}
        />
      ))}
    </Table>
  );
};
