import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { maskedCode } from '#shared/domain/payment/masked-code.ts';
import type { CreditHistory } from '#shared/protocol/stored-value.ts';
import { Card } from '../parts/card.tsx';
import { MovementTable } from '../parts/movement-table.tsx';

type StoredValueHistoryProps = { readonly history: CreditHistory['credits'][number] };

/** What is left in a currency, and where it was given and spent; the latest first. */
export const StoredValueHistory = ({ history }: StoredValueHistoryProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { code, currency, balance, movements } = history;
  return (
    <Card
      title={maskedCode(code)}
      note={t('storedValue.left')}
      action={<strong>{money(balance, currency)}</strong>}
    >
      <MovementTable
        amountLabel={t('storedValue.amount')}
        movements={movements.map(({ operationId, at, storeId, orderId, amount }, index) => ({
          key: `${operationId}:${movements.length - index}`,
          at,
          what: t(amount > 0 ? 'storedValue.issued' : 'storedValue.spent'),
          storeId,
          orderId,
          amount: money(amount, currency),
        }))}
      />
    </Card>
  );
};
