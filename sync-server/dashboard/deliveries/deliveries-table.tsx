import { IconListDetails, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { DeliveryRow } from '#shared/protocol/deliveries.ts';
import form from '../parts/form.module.css';
import { StoreRegion } from '../parts/store-region.tsx';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';
import { useNow } from '../parts/use-now.ts';
import { useStoreNames } from '../parts/use-store-names.ts';

type DeliveriesTableProps = {
  readonly deliveries: readonly DeliveryRow[];
  readonly onShow: (delivery: DeliveryRow) => void;
  readonly onEdit: (delivery: DeliveryRow) => void;
};

const TONES = { announced: 'info', received: 'ok', short: 'warn', differs: 'warn' } as const;

/** By the clocks of the store around it. */
const Moment = ({ at }: { readonly at: string | null }) => {
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  return at === null ? '—' : format.moment(at, now);
};

export const DeliveriesTable = ({ deliveries, onShow, onEdit }: DeliveriesTableProps) => {
  const { t } = useTranslation();
  const storeNames = useStoreNames();
  return (
    <Table
      heads={[
        t('deliveries.supplier'),
        t('dashboard.store'),
        t('deliveries.expected'),
        t('dashboard.state'),
      ]}
      hasActions
    >
      {deliveries.map((delivery) => {
        const { id, toStoreId, supplier, reference, expectedAt, receivedAt, state } = delivery;
        return (
          <StoreRegion key={id} storeId={toStoreId}>
            <tr>
              <td>
                {supplier}
                <span className={table['small']}>
                  {reference} · {t('prices.products', { count: delivery.lines.length })}
                </span>
              </td>
              <td>{storeNames([toStoreId])}</td>
              <td className={table['tight']}>
                <Moment at={expectedAt} />
              </td>
              <td className={table['tight']}>
                <StatusBadge tone={TONES[state]}>{t(`deliveries.states.${state}`)}</StatusBadge>
                {receivedAt === null ? null : (
                  <span className={table['small']}>
                    <Moment at={receivedAt} />
                  </span>
                )}
              </td>
              <td>
                <div className={form['actions']}>
                  {state === 'announced' ? (
                    <IconButton
                      label={`${t('common.edit')}: ${reference}`}
                      onClick={() => onEdit(delivery)}
                    >
                      <IconPencil size={20} />
                    </IconButton>
                  ) : null}
                  <IconButton
                    label={`${t('deliveries.show')}: ${reference}`}
                    onClick={() => onShow(delivery)}
                  >
                    <IconListDetails size={20} />
                  </IconButton>
                </div>
              </td>
            </tr>
          </StoreRegion>
        );
      })}
    </Table>
  );
};
