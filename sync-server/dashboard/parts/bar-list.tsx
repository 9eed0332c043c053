import classes from './bar-list.module.css';

export type Bar = {
  readonly id: string;
  readonly label: string;
  /** Decides the length; below zero shows none. */
  readonly size: number;
  readonly value: string;
  /** Smaller, beside the value. */
  readonly detail?: string;
};

/** Names with bars, the longest filling the line. */
export const BarList = ({ bars }: { readonly bars: readonly Bar[] }) => {
  const longest = Math.max(1, ...bars.map(({ size }) => size));
  return (
    <ul className={classes['list']}>
      {bars.map(({ id, label, size, value, detail }) => (
        <li key={id} className={classes['row']}>
          <span className={classes['label']} title={label}>
            {label}
          </span>
          <span className={classes['track']} aria-hidden>
            <span
              className={classes['bar']}
              style={{ width: `${(Math.max(0, size) * 100) / longest}%` }}
            />
          </span>
          <span className={classes['value']}>
            {value}
            {detail === undefined ? null : <span className={classes['detail']}>{detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
};
