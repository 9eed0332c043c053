import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './payment-choice.module.css';

export type Payment = 'now' | 'later';

type PaymentChoiceProps = {
  readonly value: Payment;
  readonly onChange: (payment: Payment) => void;
};

export const PaymentChoice = ({ value, onChange }: PaymentChoiceProps) => {
  const { t } = useTranslation();
  const label = useId();
  return (
    <div>
      <span id={label} className={classes['label']}>
        {t('shop.whenToPay')}
      </span>
      <SegmentedControl
        aria-labelledby={label}
        size="md"
        fullWidth
        value={value}
        onChange={onChange}
        data={[
          { value: 'now', label: t('shop.payNow') },
          { value: 'later', label: t('shop.payLater') },
        ]}
      />
    </div>
  );
};
