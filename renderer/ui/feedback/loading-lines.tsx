import { useTranslation } from 'react-i18next';
import { useHeldFor } from './use-held-for.ts';
import classes from './loading-lines.module.css';

/** Grey lines where a list will be, after 300 ms; what is read from this computer is there sooner and shows none. */
export const LoadingLines = ({ lines = 6 }: { readonly lines?: number }) => {
  const { t } = useTranslation();
  const isSlow = useHeldFor(true, 300);
  if (!isSlow) return null;
  return (
    <output className={classes['lines']} aria-label={t('states.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={classes['line']} />
      ))}
    </output>
  );
};
