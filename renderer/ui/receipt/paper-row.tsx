import classes from './receipt-paper.module.css';

type PaperRowProps = {
  readonly name: string;
  /** At the right edge. */
  readonly value: string | null;
  readonly isStrong: boolean;
};

export const PaperRow = ({ name, value, isStrong }: PaperRowProps) => (
  <div className={classes['row']} data-strong={isStrong || undefined}>
    <span>{name}</span>
    {value === null ? null : <span className={classes['value']}>{value}</span>}
  </div>
);
