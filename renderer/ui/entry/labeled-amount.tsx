import classes from './labeled-amount.module.css';

type LabeledAmountProps = {
  readonly label: string;
  /** Written out in the reader's language. */
  readonly amount: string;
};

/** The amount that a dialog is about. */
export const LabeledAmount = ({ label, amount }: LabeledAmountProps) => (
  <div>
    <div className={classes['label']}>{label}</div>
    <div className={classes['amount']}>{amount}</div>
  </div>
);
