import { IconNote } from '@tabler/icons-react';
import classes from './parked-row.module.css';

type ParkedRowProps = {
  /** Whose it is, or else what is in it. */
  readonly title: string;
  readonly goods: string | null;
  readonly note: string | null;
  /** When it was parked, and by whom. */
  readonly detail: string;
  readonly total: string;
};

/** A parked basket, as far as it takes to know it again. */
export const ParkedRow = ({ title, goods, note, detail, total }: ParkedRowProps) => (
  <span className={classes['row']}>
    <span className={classes['words']}>
      <strong className={classes['line']}>{title}</strong>
      {goods === null ? null : <span className={classes['line']}>{goods}</span>}
      {note === null ? null : (
        <span className={classes['note']}>
          <IconNote size={16} aria-hidden /> {note}
        </span>
      )}
      <span className={classes['detail']}>{detail}</span>
    </span>
    <strong className={classes['total']}>{total}</strong>
  </span>
);
