import classes from './amount-list.module.css';

export type Amount = {
  readonly label: string;
  /** Under the label: when, by whom. */
  readonly detail?: string;
  /** As it is written. */
  readonly amount: string;
  readonly isTotal?: boolean;
};

/** Labels left, amounts right, one line each. */
export const AmountList = ({ amounts }: { readonly amounts: readonly Amount[] }) => (
  <dl className={classes['list']}>
    {amounts.map(({ label, detail, amount, isTotal }, index) => (
      // Two payments may read alike; their order never changes.
      <div key={index} className={classes['line']} data-total={isTotal || undefined}>
        <dt>
          {label}
          {detail === undefined ? null : <span className={classes['detail']}>{detail}</span>}
        </dt>
        <dd className={classes['amount']}>{amount}</dd>
      </div>
    ))}
  </dl>
);
