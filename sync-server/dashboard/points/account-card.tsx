import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { type OrderPoints, sumOfPoints } from '#shared/domain/points/of-order.ts';
import type { PointsAccount } from '#shared/protocol/points.ts';
import { Card } from '../parts/card.tsx';
import { MovementTable } from '../parts/movement-table.tsx';

const KINDS = ['earned', 'takenBack', 'spent', 'restored'] as const satisfies (keyof OrderPoints)[];

/** What a customer has, and where it was earned and spent; the latest first. */
export const AccountCard = ({ account }: { readonly account: PointsAccount }) => {
  const { t } = useTranslation();
  const { count } = useFormat();
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
        <MovementTable
          amountLabel={t('dashboard.discount.points')}
          movements={movements.map((movement) => ({
            key: `${movement.operationId}/${movement.orderId}`,
            at: movement.at,
            what: KINDS.filter((kind) => movement[kind] !== 0)
              .map((kind) => `${t(`points.${kind}`)}: ${count(movement[kind])}`)
              .join(', '),
            storeId: movement.storeId,
            orderId: movement.orderId,
            amount: count(sumOfPoints(movement)),
          }))}
        />
      )}
    </Card>
  );
};
