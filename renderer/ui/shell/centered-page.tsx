import { createContext, type ReactNode, use } from 'react';
import classes from './centered-page.module.css';

/** What stands under the content of each such page within. */
export const CenteredFoot = createContext<ReactNode>(null);

/** A page without the till's frame: sign-in, enrolment. */
export const CenteredPage = ({ children }: { readonly children: ReactNode }) => (
  <main className={classes['page']}>
    <div className={classes['card']}>
      {children}
      {use(CenteredFoot)}
    </div>
  </main>
);
