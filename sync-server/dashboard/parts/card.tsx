import { type ReactNode, useId } from 'react';
import classes from './card.module.css';

type CardProps = {
  readonly title: string;
  /** Beside the title, in small: the unit, the period. */
  readonly note?: ReactNode;
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A titled part of a page. */
export const Card = ({ title, note, action, children }: CardProps) => {
  const id = useId();
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <header className={classes['head']}>
        <h2 id={id} className={classes['title']}>
          {title}
        </h2>
        <span className={classes['note']}>{note}</span>
        {action}
      </header>
      {children}
    </section>
  );
};
