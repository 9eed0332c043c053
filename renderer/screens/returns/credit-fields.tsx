import { useTranslation } from 'react-i18next';
import { CustomerField } from './customer-field.tsx';
import classes from './returns.module.css';

type CreditFieldsProps = {
  readonly tender: 'gift_card' | 'store_credit';
  readonly customer: string;
  readonly setCustomer: (customer: string) => void;
  readonly hasConsent: boolean;
  readonly setConsent: (hasConsent: boolean) => void;
};

/** Stored value is somebody's, and nobody gets it who did not agree (rule R14). */
export const CreditFields = ({
  tender,
  customer,
  setCustomer,
  hasConsent,
  setConsent,
}: CreditFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <CustomerField customer={customer} onChange={setCustomer} />
      <label className={classes['consent']}>
        <input
          type="checkbox"
          checked={hasConsent}
          onChange={({ currentTarget }) => setConsent(currentTarget.checked)}
        />
        {t(`returns.consent.${tender}`)}
      </label>
    </>
  );
};
