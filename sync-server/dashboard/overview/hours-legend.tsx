import classes from './hours-legend.module.css';

/** Which line is which: told apart by the dashes, not by colour alone. */
export const HoursLegend = ({
  day,
  weekBefore,
}: {
  readonly day: string;
  readonly weekBefore: string;
}) => (
  <span className={classes['legend']}>
    <span className={classes['line']} aria-hidden />
    {day}
    <span className={classes['line']} data-dashed aria-hidden />
    {weekBefore}
  </span>
);
