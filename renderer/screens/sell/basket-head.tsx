import { IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { maskedPhone } from '#shared/domain/customer/masked-phone.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { initialsOf } from '#renderer/ui/customer/initials-of.ts';
import classes from './basket-head.module.css';

type BasketHeadProps = { readonly onClear: () => void; readonly onCustomer: () => void };

/** What is being sold and to whom, and the way out of it. */
export const BasketHead = ({ onClear, onCustomer }: BasketHeadProps) => {
  const { t } = useTranslation();
  const isEmpty = useBasket((state) => state.basket.lines.length === 0);
  const customer = useBasket((state) => state.basket.customer);
  return (
    <header className={classes['head']}>
      {customer ? (
        <button type="button" className={classes['customer']} onClick={onCustomer}>
          <span className={classes['initials']} aria-hidden>
            {initialsOf(customer.name)}
          </span>
          <span className={classes['words']}>
            <strong className={classes['name']}>{customer.name}</strong>
            <span className={classes['phone']}>{maskedPhone(customer.phone)}</span>
          </span>
        </button>
      ) : (
        <h2 className={classes['title']}>{t('sell.basket')}</h2>
      )}
      <div className={classes['acts']}>
        {customer ? null : (
          <Button tone="quiet" icon={<IconUserPlus size={22} />} keyName="F7" onClick={onCustomer}>
            {t('keys.customer')}
          </Button>
        )}
        {isEmpty ? null : (
          <IconButton label={t('sell.clear')} tone="quiet" onClick={onClear}>
            <IconTrash size={22} />
          </IconButton>
        )}
      </div>
    </header>
  );
};
