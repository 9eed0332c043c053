import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/icon-button.tsx';
import classes from './customer-head.module.css';

type CustomerHeadProps = {
  /** `detail`: phone, points. null = nobody yet. */
  readonly customer: { readonly name: string; readonly detail: string } | null;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
};

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');

/** Who buys, on top of the basket. */
export const CustomerHead = ({ customer, onAdd, onRemove }: CustomerHeadProps) => {
  const { t } = useTranslation();
  if (customer === null)
    return (
      <button type="button" className={classes['add']} onClick={onAdd}>
        <IconUserPlus size={20} aria-hidden />
        {t('sell.addCustomer')}
      </button>
    );
  return (
    <div className={classes['head']}>
      <span className={classes['initials']} aria-hidden>
        {initials(customer.name)}
      </span>
      <span className={classes['words']}>
        <span className={classes['name']}>{customer.name}</span>
        <span className={classes['detail']}>{customer.detail}</span>
      </span>
      <IconButton label={t('sell.removeCustomer')} tone="quiet" onClick={onRemove}>
        <IconX size={22} />
      </IconButton>
    </div>
  );
};
