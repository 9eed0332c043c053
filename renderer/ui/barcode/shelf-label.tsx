import { Barcode } from './barcode.tsx';
import classes from './shelf-label.module.css';

type ShelfLabelProps = {
  readonly title: string;
  /** A price, or where goods go. */
  readonly figure: string;
  readonly note?: string | undefined;
  /** What is scanned. */
  readonly code: string;
};

/** A label for a shelf or a parcel, as it comes out of the printer. */
export const ShelfLabel = ({ title, figure, note, code }: ShelfLabelProps) => (
  <div className={classes['label']}>
    <strong className={classes['title']}>{title}</strong>
    <span className={classes['figure']}>{figure}</span>
    {note === undefined ? null : <span className={classes['note']}>{note}</span>}
    <Barcode text={code} />
  </div>
);
