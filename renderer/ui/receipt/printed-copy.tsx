import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './printed-copy.module.css';

/**
 * What is printed of a page instead of the page: a sheet that may be longer than one page, which nothing around it
 * cuts off. On the screen it is not there.
 */
export const PrintedCopy = ({ children }: { readonly children: ReactNode }) =>
  createPortal(<div className={classes['copy']}>{children}</div>, document.body);
