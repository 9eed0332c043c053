import type { ReactNode } from 'react';
import classes from './key-figure.module.css';

type KeyFigureProps = {
  readonly label: string;
  readonly value: string;
  /** What to make of it: the change against a week before. */
  readonly children?: ReactNode;
};

export const KeyFigure = ({ label, value, children }: KeyFigureProps) => (
  <div className={classes['figure']}>
    <dt className={classes['label']}>{label}</dt>
    <dd className={classes['value']}>{value}</dd>
    <dd className={classes['detail']}>{children}</dd>
  </div>
);
