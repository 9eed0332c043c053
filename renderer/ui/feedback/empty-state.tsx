import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

type EmptyStateProps = {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What to do next. */
  readonly hint?: string | undefined;
  readonly action?: ReactNode;
};

/** Nothing here, and what to do about it. */
export const EmptyState = ({ icon, title, hint, action }: EmptyStateProps) => (
  <div className={classes['state']}>
    {icon === undefined ? null : <div className={classes['icon']}>{icon}</div>}
    <p className={classes['title']}>{title}</p>
    {hint === undefined ? null : <p className={classes['hint']}>{hint}</p>}
    {action}
  </div>
);
