import { useFormat } from '../language/use-format.ts';
import type { Entry } from './entry.ts';
import classes from './entry-field.module.css';

type EntryFieldProps = {
  readonly label: string;
  readonly entry: Entry;
  /** Currency sign or unit after the figure. */
  readonly unit?: string;
};

/** The number being typed; it looks selected while the first digit will replace it. */
export const EntryField = ({ label, entry, unit }: EntryFieldProps) => {
  const { count, decimalMark } = useFormat();
  const [whole = '', fraction] = entry.text.split('.');
  const shown = whole === '' ? '' : count(Number(whole));
  return (
    <div className={classes['entry']}>
      <span className={classes['label']}>{label}</span>
      <output className={classes['field']} aria-label={label} aria-live="polite">
        <span className={classes['figure']} data-fresh={entry.isFresh || undefined}>
          {fraction === undefined ? shown : `${shown}${decimalMark}${fraction}`}
        </span>
        {entry.isFresh ? null : <span className={classes['caret']} />}
        {unit === undefined ? null : <span className={classes['unit']}>{unit}</span>}
      </output>
    </div>
  );
};
