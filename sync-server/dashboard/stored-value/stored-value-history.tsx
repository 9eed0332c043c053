import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { maskedCode } from '#shared/domain/payment/masked-code.ts';
import type { CreditHistory } from '#shared/protocol/stored-value.ts';
import { orderPath, PATHS } from '../app/paths.ts';
import { useStores } from '../data/use-stores.ts';
import { Card } from '../parts/card.tsx';
import table from '../parts/table.module.css';
import { useNow } from '../parts/use-now.ts';

type Movement = CreditHistory['movements'][number];

type RowProps = { readonly movement: Movement; readonly currency: CreditHistory['currency'] };

const Row = ({ movement: { at, storeId, amount, orderId }, currency }: RowProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  const store = useStores().find((one) => one.storeId === storeId);
  return (
    <tr>
      <td className={table['tight']}>{format.moment(at, now)}</td>
      <td>{t(amount > 0 ? 'storedValue.issued' : 'storedValue.spent')}</td>
      <td>{store?.name ?? storeId}</td>
      <td>
        {orderId === null ? null : (
          <Link className={table['link']} href={orderPath(PATHS.receipts, orderId)}>
            {t('storedValue.receipt')}
          </Link>
        )}
      </td>
      <td className={table['number']}>{format.money(amount, currency)}</td>
    </tr>
  );
};

/** What is left, and where it was given and spent; the latest first. */
export const StoredValueHistory = ({ history }: { readonly history: CreditHistory }) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { code, currency, balance, movements } = history;
  return (
    <Card
      title={maskedCode(code)}
      note={t('storedValue.left')}
      action={<strong>{money(balance, currency)}</strong>}
    >
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">{t('admin.when')}</th>
              <th scope="col">{t('admin.what')}</th>
              <th scope="col">{t('dashboard.store')}</th>
              <th scope="col">{t('storedValue.receipt')}</th>
              <th scope="col" className={table['number']}>
                {t('storedValue.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {movements.map((movement, index) => (
              <Row
                key={`${movement.operationId}:${movements.length - index}`}
                movement={movement}
                currency={currency}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};
