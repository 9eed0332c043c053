import { useTranslation } from 'react-i18next';
import classes from './basket-totals.module.css';

/** Amounts as they are written; those left out are not shown. */
type BasketTotalsProps = {
  /** Lines in the basket. */
  readonly count: number;
  readonly subtotal: string;
  readonly discount?: string | undefined;
  /** One for each rate; `name` with the rate: VAT 16%. */
  readonly taxes: readonly { readonly name: string; readonly amount: string }[];
  /** Whether prices already contain the taxes. */
  readonly taxInclusive: boolean;
  readonly rounding?: string | undefined;
  readonly total: string;
};

export const BasketTotals = (props: BasketTotalsProps) => {
  const { count, subtotal, discount, taxes, taxInclusive, rounding, total } = props;
  const { t } = useTranslation();
  return (
    <div className={classes['totals']}>
      <dl className={classes['rows']}>
        <div>
          <dt>{t('sell.subtotal', { count })}</dt>
          <dd>{subtotal}</dd>
        </div>
        {discount === undefined ? null : (
          <div data-tone="danger">
            <dt>{t('sell.discount')}</dt>
            <dd>{discount}</dd>
          </div>
        )}
        {taxes.map(({ name, amount }) => (
          <div key={name} data-size="small">
            <dt>{taxInclusive ? t('sell.taxIncluded', { name }) : name}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
        {rounding === undefined ? null : (
          <div data-size="small">
            <dt>{t('sell.rounding')}</dt>
            <dd>{rounding}</dd>
          </div>
        )}
      </dl>
      <output className={classes['total']} aria-live="polite" aria-atomic>
        <span className={classes['word']}>{t('sell.total')}</span>
        <span className={classes['sum']}>{total}</span>
      </output>
    </div>
  );
};
