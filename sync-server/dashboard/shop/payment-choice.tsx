import { useTranslation } from 'react-i18next';
import { SegmentedField } from '#renderer/ui/choice/segmented-field.tsx';

export type Payment = 'now' | 'later';

type PaymentChoiceProps = {
  readonly value: Payment;
  readonly onChange: (payment: Payment) => void;
};

export const PaymentChoice = ({ value, onChange }: PaymentChoiceProps) => {
  const { t } = useTranslation();
  return (
    <SegmentedField
      label={t('shop.whenToPay')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'now', label: t('shop.payNow') },
        { value: 'later', label: t('shop.payLater') },
      ]}
    />
  );
};
