import { IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './pager.module.css';

/** Steps through a list, newest first; each page has its address, so that the browser's "back" steps back. */
export const Pager = ({ next }: { readonly next: string | null }) => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const goTo = (page: string | null): void =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (page === null) after.delete('page');
      else after.set('page', page);
      return after;
    });
  const isFirst = !params.has('page');
  if (isFirst && next === null) return null;
  return (
    <nav className={classes['pager']} aria-label={t('dashboard.pages')}>
      <Button
        size="small"
        icon={<IconChevronsLeft size={18} />}
        disabled={isFirst}
        onClick={() => goTo(null)}
      >
        {t('dashboard.newest')}
      </Button>
      <Button
        size="small"
        icon={<IconChevronRight size={18} />}
        disabled={next === null}
        onClick={() => goTo(next)}
      >
        {t('dashboard.older')}
      </Button>
    </nav>
  );
};
