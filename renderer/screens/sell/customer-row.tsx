import { IconId, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { maskedPhone } from '#shared/domain/customer/masked-phone.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { initialsOf } from '#renderer/ui/customer/initials-of.ts';
import classes from './customer.module.css';

type CustomerRowProps = {
  readonly customer: Customer;
  readonly onChoose: () => void;
  /** What is known of the customer is put right; left out = not here. */
  readonly onEdit?: () => void;
};

/** A customer to choose: of the phone no more than it takes to ask whether it is theirs. */
export const CustomerRow = ({ customer, onChoose, onEdit }: CustomerRowProps) => {
  const { t } = useTranslation();
  const { name, phone, loyaltyCard } = customer;
  const row = (
    <button type="button" className={classes['row']} onClick={onChoose}>
      <span className={classes['initials']} aria-hidden>
        {initialsOf(name)}
      </span>
      <strong className={classes['name']}>{name}</strong>
      <span className={classes['facts']}>
        {maskedPhone(phone)}
        {loyaltyCard === null ? null : (
          <span className={classes['card']}>
            <IconId size={18} aria-hidden /> {loyaltyCard.slice(-4)}
          </span>
        )}
      </span>
    </button>
  );
  return onEdit === undefined ? (
    row
  ) : (
    <div className={classes['withEdit']}>
      {row}
      <IconButton label={`${t('customer.edit')}: ${name}`} onClick={onEdit}>
        <IconPencil size={22} />
      </IconButton>
    </div>
  );
};
