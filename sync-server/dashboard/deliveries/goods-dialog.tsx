import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { DeliveryRow } from '#shared/protocol/deliveries.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';

type GoodsDialogProps = { readonly delivery: DeliveryRow; readonly onClose: () => void };

/** Of each product, what was announced and what came. */
export const GoodsDialog = ({ delivery, onClose }: GoodsDialogProps) => {
  const { t } = useTranslation();
  const { quantity, text } = useFormat();
  const { supplier, reference, state, lines } = delivery;
  return (
    <Dialog isWide title={`${supplier} · ${reference}`} onClose={onClose}>
      <Table heads={[t('prices.product'), t('deliveries.sent'), t('deliveries.received')]}>
        {lines.map(({ sku, name, sent, received }) => (
          <tr key={sku}>
            <td>
              {text(name)}
              <span className={table['small']}>{sku}</span>
            </td>
            <td className={table['tight']}>{quantity(sent)}</td>
            <td className={table['tight']}>
              {state === 'announced' || sent === received ? (
                quantity(received)
              ) : (
                <strong>{quantity(received)}</strong>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Dialog>
  );
};
