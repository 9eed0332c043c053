import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseCustomer } from '#renderer/session/choose-customer.ts';
import type { BasketCustomer } from '#renderer/session/open-basket.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CustomerForm, type WrittenDown } from './customer-form.tsx';
import { CustomerSearch } from './customer-search.tsx';

type CustomerDialogProps = { readonly onTaxNumber: () => void; readonly onClose: () => void };

/** Who buys: looked up by phone, name or loyalty card, written down, or put right. */
export const CustomerDialog = ({ onTaxNumber, onClose }: CustomerDialogProps) => {
  const { t } = useTranslation();
  const till = useTill();
  /** Who is written down; null = still looking. */
  const [written, setWritten] = useState<WrittenDown | null>(null);
  /** Closes when they are in the basket: whoever pays next pays what goods cost for them. */
  const choose = (customer: BasketCustomer | null): void => {
    chooseCustomer(till, customer).catch(reportError).finally(onClose);
  };
  const titles = { new: 'customer.new', known: 'customer.edit' } as const;
  return (
    <Dialog
      title={t(written === null ? 'customer.title' : titles[written.type])}
      onClose={written === null ? onClose : () => setWritten(null)}
      width={520}
    >
      {written === null ? (
        <CustomerSearch
          onChoose={choose}
          onNew={(lookedFor) => setWritten({ type: 'new', lookedFor })}
          onEdit={(customer) => setWritten({ type: 'known', customer })}
          onTaxNumber={onTaxNumber}
        />
      ) : (
        <CustomerForm written={written} onChoose={choose} />
      )}
    </Dialog>
  );
};
