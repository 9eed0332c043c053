import { IconNote } from '@tabler/icons-react';
import classes from './basket-note.module.css';

/** What was written down with the whole sale. */
export const BasketNote = ({ children }: { readonly children: string }) => (
  <p className={classes['note']}>
    <IconNote size={16} aria-hidden /> {children}
  </p>
);
