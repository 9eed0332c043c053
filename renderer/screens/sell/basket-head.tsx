import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBasket } from '#renderer/session/till-context.ts';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import classes from './basket-head.module.css';

/** What is being sold, and the way out of it. */
export const BasketHead = ({ onClear }: { readonly onClear: () => void }) => {
  const { t } = useTranslation();
  const isEmpty = useBasket((state) => state.basket.lines.length === 0);
  return (
    <header className={classes['head']}>
      <h2 className={classes['title']}>{t('sell.basket')}</h2>
      {isEmpty ? null : (
        <IconButton label={t('sell.clear')} tone="quiet" onClick={onClear}>
          <IconTrash size={22} />
        </IconButton>
      )}
    </header>
  );
};
