import type { ReactNode } from 'react';
import classes from './panel.module.css';

type PanelProps = {
  /** What is inside is about to be replaced. */
  readonly isDimmed?: boolean;
  readonly children: ReactNode;
};

/** The one surface of a page that is a list. */
export const Panel = ({ isDimmed = false, children }: PanelProps) => (
  <div className={classes['panel']} aria-busy={isDimmed}>
    {children}
  </div>
);
