import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseCustomer } from '#renderer/session/choose-customer.ts';
import type { BasketCustomer } from '#renderer/session/open-basket.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CustomerForm } from './customer-form.tsx';
import { CustomerSearch } from './customer-search.tsx';

type CustomerDialogProps = { readonly onTaxNumber: () => void; readonly onClose: () => void };

/** Who buys: looked up by phone, name or loyalty card, or written down. */
export const CustomerDialog = ({ onTaxNumber, onClose }: CustomerDialogProps) => {
  const { t } = useTranslation();
  const till = useTill();
  /** What was looked for when somebody new is written down; null = still looking. */
  const [lookedFor, setLookedFor] = useState<string | null>(null);
  const choose = (customer: BasketCustomer | null): void => {
    chooseCustomer(till, customer).catch(reportError);
    onClose();
  };
  return (
    <Dialog
      title={t(lookedFor === null ? 'customer.title' : 'customer.new')}
      onClose={lookedFor === null ? onClose : () => setLookedFor(null)}
      width={520}
    >
      {lookedFor === null ? (
        <CustomerSearch onChoose={choose} onNew={setLookedFor} onTaxNumber={onTaxNumber} />
      ) : (
        <CustomerForm lookedFor={lookedFor} onChoose={choose} />
      )}
    </Dialog>
  );
};
