import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { type OrderPoints, sumOfPoints } from '#shared/domain/points/of-order.ts';
import type { PointsAccount } from '#shared/protocol/points.ts';
import { orderPath, PATHS } from '../app/paths.ts';
import { useStores } from '../data/use-stores.ts';
import { Card } from '../parts/card.tsx';
import table from '../parts/table.module.css';
import { useNow } from '../parts/use-now.ts';

type Movement = PointsAccount['movements'][number];

const KINDS = ['earned', 'takenBack', 'spent', 'restored'] as const satisfies (keyof OrderPoints)[];

const Row = ({ movement }: { readonly movement: Movement }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  const store = useStores().find(({ storeId }) => storeId === movement.storeId);
  return (
    <tr>
      <td className={table['tight']}>{format.moment(movement.at, now)}</td>
      <td>
        {KINDS.filter((kind) => movement[kind] !== 0)
          .map((kind) => `${t(`points.${kind}`)}: ${format.count(movement[kind])}`)
          .join(', ')}
      </td>
      <td>{store?.name ?? movement.storeId}</td>
      <td>
        <Link className={table['link']} href={orderPath(PATHS.receipts, movement.orderId)}>
          {t('storedValue.receipt')}
        </Link>
      </td>
      <td className={table['number']}>{format.count(sumOfPoints(movement))}</td>
    </tr>
  );
};

/** What a customer has, and where it was earned and spent; the latest first. */
export const AccountCard = ({ account }: { readonly account: PointsAccount }) => {
  const { t } = useTranslation();
  const { customerId, name, phone, loyaltyCard, balance, movements } = account;
  return (
    <Card
      title={name || customerId}
      note={[phone, loyaltyCard].filter(Boolean).join(' · ')}
      action={<strong>{t('points.count', { count: balance })}</strong>}
    >
      {movements.length === 0 ? (
        <p>{t('points.never')}</p>
      ) : (
        <div className={table['scroll']}>
          <table className={table['table']}>
            <thead>
              <tr>
                <th scope="col">{t('admin.when')}</th>
                <th scope="col">{t('admin.what')}</th>
                <th scope="col">{t('dashboard.store')}</th>
                <th scope="col">{t('storedValue.receipt')}</th>
                <th scope="col" className={table['number']}>
                  {t('dashboard.discount.points')}
                </th>
              </tr>
            </thead>
            <tbody>
              {movements.map((movement) => (
                <Row key={`${movement.operationId}/${movement.orderId}`} movement={movement} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
};
