import classes from './receipt-paper.module.css';

type PaperRowProps = {
  readonly name: string;
  readonly value?: string;
  readonly isStrong?: boolean;
};

export const PaperRow = ({ name, value, isStrong = false }: PaperRowProps) => (
  <div className={classes['row']} data-strong={isStrong || undefined}>
    <span>{name}</span>
    {value === undefined ? null : <span className={classes['value']}>{value}</span>}
  </div>
);
