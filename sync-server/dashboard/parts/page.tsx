import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

type PageProps = {
  readonly title: string;
  /** Before the title: the way back. */
  readonly back?: ReactNode;
  /** What the page is filtered by. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
};

/** A page with its heading, which names the browser's tab too. */
export const Page = ({ title, back, controls, children }: PageProps) => {
  const { t } = useTranslation();
  const tab = `${title} · Omnitill · ${t('dashboard.title')}`;
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        {back}
        <h1 className={classes['title']}>{title}</h1>
        {controls}
      </header>
      {children}
    </div>
  );
};
