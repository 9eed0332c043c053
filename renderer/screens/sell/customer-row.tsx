import { IconId } from '@tabler/icons-react';
import { maskedPhone } from '#shared/domain/customer/masked-phone.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { initialsOf } from '#renderer/ui/customer/initials-of.ts';
import classes from './customer.module.css';

type CustomerRowProps = { readonly customer: Customer; readonly onChoose: () => void };

/** A customer to choose: of the phone no more than it takes to ask whether it is theirs. */
export const CustomerRow = ({ customer, onChoose }: CustomerRowProps) => {
  const { name, phone, loyaltyCard } = customer;
  return (
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
};
