import { IconPencil, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import { useStores } from '../data/use-stores.ts';
import form from '../parts/form.module.css';
import { stateOf, STATE_TONES } from '../parts/state-of.ts';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';

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
  const names = new Map(useStores().map(({ storeId, name }) => [storeId, name]));
  const rows = lists.toSorted((left, right) => (left.startsAt < right.startsAt ? 1 : -1));
  return (
    <Table
      heads={[t('promotions.name'), t('promotions.when'), t('prices.where'), t('dashboard.state')]}
      hasActions
    >
      {rows.map((list) => {
        const { id, name, startsAt, endsAt, storeIds, channels, prices } = list;
        const state = stateOf(list, now);
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
              {storeIds === null
                ? t('policy.chain')
                : storeIds.map((one) => names.get(one) ?? one).join(', ')}
              {channels === null ? null : (
                <span className={table['small']}>
                  {channels.map((channel) => t(`channel.${channel}`)).join(', ')}
                </span>
              )}
            </td>
            <td>
              <StatusBadge tone={STATE_TONES[state]}>{t(`promotions.states.${state}`)}</StatusBadge>
            </td>
            <td>
              {state === 'ended' ? null : (
                <div className={form['actions']}>
                  <IconButton label={`${t('common.edit')}: ${name}`} onClick={() => onEdit(list)}>
                    <IconPencil size={20} />
                  </IconButton>
                  <IconButton
                    label={`${t('promotions.end')}: ${name}`}
                    disabled={isBusy}
                    onClick={() => onEnd(list)}
                  >
                    <IconPlayerStop size={20} />
                  </IconButton>
                </div>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
};
