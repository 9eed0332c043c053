import type { ReactNode } from 'react';
import classes from './key-cap.module.css';

/** A key as it is printed on the keyboard. */
export const KeyCap = ({ children }: { readonly children: ReactNode }) => (
  <kbd className={classes['key']}>{children}</kbd>
);
