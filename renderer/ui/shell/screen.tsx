import { type ReactNode, use } from 'react';
import { KeyBar } from '../keys/key-bar.tsx';
import { ShellPartsContext } from './shell-parts.ts';
import classes from './screen.module.css';

type ScreenProps = {
  /** Left of the search field; the sell screen has none. */
  readonly title?: string;
  /** A `SearchField`. */
  readonly search?: ReactNode;
  /** Right column: the basket, the chosen order. */
  readonly panel?: ReactNode;
  readonly panelLabel?: string;
  /** Whether the panel reaches up to the top, beside the search field, or stands below it. */
  readonly panelSpan?: 'full' | 'body';
  readonly children: ReactNode;
};

/** One screen of the till: top bar, content, panel and key bar, each scrolling by itself. */
export const Screen = ({
  title,
  search,
  panel,
  panelLabel,
  panelSpan = 'body',
  children,
}: ScreenProps) => {
  const { sync, staff } = use(ShellPartsContext);
  return (
    <div className={classes['screen']} data-panel={panel === undefined ? undefined : panelSpan}>
      <header className={classes['top']}>
        {title === undefined ? null : <h1 className={classes['title']}>{title}</h1>}
        <div className={classes['search']}>{search}</div>
        {sync}
        {staff}
      </header>
      <main className={classes['body']}>{children}</main>
      {panel === undefined ? null : (
        <aside className={classes['panel']} aria-label={panelLabel}>
          {panel}
        </aside>
      )}
      <KeyBar />
    </div>
  );
};
