import type { ReactNode } from 'react';
import classes from './panel.module.css';

type PanelProps = {
  readonly head?: ReactNode;
  /** What is done with it: always in view. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** What a screen's right column holds; only its middle scrolls. */
export const Panel = ({ head, foot, children }: PanelProps) => (
  <div className={classes['panel']}>
    {head === undefined ? null : <header className={classes['head']}>{head}</header>}
    <div className={classes['body']}>{children}</div>
    <footer className={classes['foot']}>{foot}</footer>
  </div>
);
