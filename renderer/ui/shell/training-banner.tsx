import { useTranslation } from 'react-i18next';
import classes from './training-banner.module.css';

/** Violet and hatched: amber already means offline. */
export const TrainingBanner = ({ onLeave }: { readonly onLeave: () => void }) => {
  const { t } = useTranslation();
  return (
    <output className={classes['banner']}>
      <span>
        <strong>{t('training.banner')}</strong> · {t('training.explain')}
      </span>
      <button type="button" className={classes['leave']} onClick={onLeave}>
        {t('training.leave')}
      </button>
    </output>
  );
};
