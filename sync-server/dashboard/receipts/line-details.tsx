import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { useParticularsText } from '#renderer/ui/sell/use-particulars-text.ts';
import type { Particulars } from '#shared/domain/pricing/particulars.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { negate } from '#shared/kernel/money.ts';
import table from '../parts/table.module.css';

type LineDetailsProps = {
  readonly line: PricedLine;
  /** What is known of its goods beyond their price. */
  readonly pieces: readonly Particulars[];
  /** Thousandths that came back. */
  readonly returned: number;
};

/** Below a line's name: its SKU, why it cost less, how much of it came back. */
export const LineDetails = ({ line, pieces, returned }: LineDetailsProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const particularsText = useParticularsText();
  const discounts = line.discounts.filter(({ amount }) => amount > 0);
  return (
    <>
      <span className={table['small']}>{line.sku}</span>
      {discounts.map(({ kind, promotionId, name, amount, reason }) => (
        <span key={`${kind} ${promotionId}`} className={table['small']}>
          {name ? format.text(name) : t(`dashboard.discount.${kind}`)}{' '}
          {format.money(negate(amount))}
          {reason ? ` · ${t(`discount.reasons.${reason}`)}` : null}
        </span>
      ))}
      {[...new Set(pieces.flatMap(particularsText))].map((words) => (
        <span key={words} className={table['small']}>
          {words}
        </span>
      ))}
      {returned > 0 ? (
        <span className={`${table['small']} ${table['danger']}`}>
          {t('dashboard.returned', {
            quantity: `${format.quantity(returned)} ${t(`unit.${line.unit}`)}`,
          })}
        </span>
      ) : null}
    </>
  );
};
