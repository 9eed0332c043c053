import type { Label } from '#shared/receipt/label-lines.ts';
import { Barcode } from './barcode.tsx';
import classes from './shelf-label.module.css';

/** A label for a shelf or a parcel, as it comes out of the printer. */
export const ShelfLabel = ({ title, figure, note, code }: Label) => (
  <div className={classes['label']}>
    <strong className={classes['title']}>{title}</strong>
    <span className={classes['figure']}>{figure}</span>
    <span className={classes['note']}>{note}</span>
    <Barcode text={code} />
  </div>
);
