import type { ReactNode } from 'react';
import classes from './centered-page.module.css';

/** A page without the till's frame: sign-in, enrolment. */
export const CenteredPage = ({ children }: { readonly children: ReactNode }) => (
  <main className={classes['page']}>
    <div className={classes['card']}>{children}</div>
  </main>
);
