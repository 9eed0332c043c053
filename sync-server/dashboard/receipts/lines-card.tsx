import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { returnedOf } from '#shared/domain/order/balance.ts';
import { particularsOf } from '#shared/domain/order/particulars-of.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { Card } from '../parts/card.tsx';
import table from '../parts/table.module.css';
import { LineDetails } from './line-details.tsx';
import { TotalsList } from './totals-list.tsx';
import classes from './lines-card.module.css';

/** What was bought: each line with its discounts and tax, and what they add up to. */
export const LinesCard = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('pickups.lines')}>
      {order.provisional ? (
        <p className={table['quiet']}>{t('exceptionHint.unknown_order')}</p>
      ) : null}
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">{t('dashboard.product')}</th>
              <th scope="col" className={table['number']}>
                {t('quantity.title')}
              </th>
              <th scope="col" className={table['number']}>
                {t('dashboard.price')}
              </th>
              <th scope="col" className={table['number']}>
                {t('dashboard.tax')}
              </th>
              <th scope="col" className={table['number']}>
                {t('dashboard.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.id}>
                <td>
                  {format.text(line.name)}
                  <LineDetails
                    line={line}
                    pieces={particularsOf(order, line.id)}
                    returned={returnedOf(order, line.id)}
                  />
                </td>
                <td className={table['number']}>
                  {format.quantity(line.quantity)} {t(`unit.${line.unit}`)}
                </td>
                <td className={table['number']}>{format.money(line.unitPrice)}</td>
                <td className={table['number']}>
                  {format.money(line.tax)}
                  <span className={table['small']}>{format.percent(line.taxRate)}</span>
                </td>
                <td className={table['number']}>{format.money(line.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes['totals']}>
        <TotalsList order={order} />
      </div>
    </Card>
  );
};
