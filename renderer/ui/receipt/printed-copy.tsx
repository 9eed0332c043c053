import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './printed-copy.module.css';

type PrintedCopyProps = { readonly children: ReactNode; readonly isAlone?: boolean };

/**
 * What is printed of a page instead of the page: a sheet that may be longer than one page, which nothing around it
 * cuts off. On the screen it is not there. `isAlone`: without what a dialog has ready to be printed.
 */
export const PrintedCopy = ({ children, isAlone = false }: PrintedCopyProps) =>
  createPortal(
    <div className={classes['copy']} data-alone={isAlone || undefined}>
      {children}
    </div>,
    document.body,
  );
